/** A workflow file that cannot run here; the message lists every fault with its place. */
export class WorkflowFileError extends Error {}

/**
 * Throws WorkflowFileError that names the keys which this engine does not run. A key that were passed over in silence
 * would make a rehearsal say green for something else than the workflow.
 */
export function refuseUnknownKeys(where: string, found: Iterable<string>, known: readonly string[]): void {
  const unknown = [...found].filter((key) => !known.includes(key));
  if (unknown.length === 0) return;
  const names = unknown.map((key) => `'${key}'`).join(", ");
  throw new WorkflowFileError(
    `${where} uses ${names}, which the rehearsal does not run. It knows ${known.join(", ")}.`,
  );
}
