import { parseDocument, type Document } from "yaml";

/** What a user fills in when copying an example caller: where Fairway lives, and values under `with:` by input. */
export interface FilledIn {
  readonly owner: string;
  /** What the owner is written in place of, at the start of `uses:`; the examples' OWNER/ when left out. */
  readonly replaces?: RegExp;
  readonly with: Readonly<Record<string, string>>;
  /** Inputs of the called workflow that the example leaves out and the rehearsal sets, `health-timeout-seconds` for one. */
  readonly added?: Readonly<Record<string, string | number>>;
}

/** The one job of a workflow that calls another one. */
export interface Call {
  readonly id: string;
  readonly uses: string;
  readonly with: Readonly<Record<string, unknown>>;
}

/** The call in a workflow file, or undefined when the file has no job that calls one, or several. */
export function callIn(document: Document): Call | undefined {
  const jobs = member(document.toJS(), "jobs");
  const calls = Object.entries(typeof jobs === "object" && jobs !== null ? jobs : {}).flatMap(([id, job]) => {
    const uses = member(job, "uses");
    return typeof uses === "string" ? [{ id, uses, with: (member(job, "with") ?? {}) as Call["with"] }] : [];
  });
  return calls.length === 1 ? calls[0] : undefined;
}

/**
 * Fills a caller in, and leaves everything else as it stands there. Throws when the caller does not have an
 * input that is to be filled in, for then the rehearsal would run something else than what is copied.
 */
export function fillIn(example: string, values: FilledIn): string {
  const document = parseDocument(example);
  const call = callIn(document);
  if (call === undefined) throw new Error("An example caller is expected to have one job, which calls a workflow.");
  const missing = Object.keys(values.with).filter((input) => call.with[input] === undefined);
  if (missing.length > 0)
    throw new Error(`The example caller gives no ${missing.join(", ")}, so it cannot be filled in.`);
  document.setIn(["jobs", call.id, "uses"], call.uses.replace(values.replaces ?? /^OWNER\//, `${values.owner}/`));
  for (const [input, value] of Object.entries({ ...values.with, ...values.added })) {
    document.setIn(["jobs", call.id, "with", input], value);
  }
  return document.toString();
}

function member(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null ? (of as Readonly<Record<string, unknown>>)[name] : undefined;
}
