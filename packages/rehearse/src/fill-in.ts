import { parseDocument } from "yaml";

/** What a user fills in when copying an example caller: where Fairway lives, and values under `with:` by input. */
export interface FilledIn {
  readonly owner: string;
  readonly with: Readonly<Record<string, string>>;
  /** Inputs of the called workflow that the example leaves out and the rehearsal sets, `health-timeout-seconds` for one. */
  readonly added?: Readonly<Record<string, string | number>>;
}

interface Caller {
  readonly jobs: Readonly<
    Record<string, { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }>
  >;
}

/**
 * Fills an example caller in, and leaves everything else as it stands there. Throws when the example does not have an
 * input that is to be filled in, for then the rehearsal would run something else than what is copied.
 */
export function fillIn(example: string, values: FilledIn): string {
  const document = parseDocument(example);
  const [[id, job] = ["", {}], ...others] = Object.entries((document.toJS() as Caller).jobs);
  if (others.length > 0 || job.uses === undefined) {
    throw new Error("An example caller is expected to have one job, which calls a workflow.");
  }
  const missing = Object.keys(values.with).filter((input) => job.with?.[input] === undefined);
  if (missing.length > 0)
    throw new Error(`The example caller gives no ${missing.join(", ")}, so it cannot be filled in.`);
  document.setIn(["jobs", id, "uses"], job.uses.replace(/^OWNER\//, `${values.owner}/`));
  for (const [input, value] of Object.entries({ ...values.with, ...values.added })) {
    document.setIn(["jobs", id, "with", input], value);
  }
  return document.toString();
}
