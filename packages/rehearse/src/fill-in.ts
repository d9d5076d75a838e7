import { parseDocument } from "yaml";

/** What a user fills in when copying an example caller: where Fairway lives, and values under `with:` by input. */
export interface FilledIn {
  readonly owner: string;
  readonly with: Readonly<Record<string, string>>;
}

/**
 * Fills an example caller in, and leaves everything else as it stands there. Throws when the example does not have an
 * input that is to be filled in, for then the rehearsal would run something else than what is copied.
 */
export function fillIn(example: string, values: FilledIn): string {
  const document = parseDocument(example);
  const jobs = Object.entries(
    (document.toJS() as { jobs: Record<string, { uses?: string; with?: Record<string, unknown> }> }).jobs,
  );
  const [id, job] = jobs[0] ?? ["", {}];
  if (jobs.length !== 1 || job.uses === undefined)
    throw new Error("An example caller is expected to have one job, which calls a workflow.");
  document.setIn(["jobs", id, "uses"], job.uses.replace(/^OWNER\//, `${values.owner}/`));
  for (const [input, value] of Object.entries(values.with)) {
    if (job.with?.[input] === undefined)
      throw new Error(`The example caller gives no ${input}, so it cannot be filled in.`);
    document.setIn(["jobs", id, "with", input], value);
  }
  return document.toString();
}
