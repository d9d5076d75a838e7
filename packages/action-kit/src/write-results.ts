import { appendFile } from "node:fs/promises";

import { saveState, setOutput } from "@actions/core";

/** GitHub refuses a step's summary above 1 MiB whole, so a longer one is cut and says so. */
const MAX_SUMMARY_BYTES = 1024 * 1024;

/**
 * Writes outputs to the runner's file, where the toolkit frames each value with a random delimiter that it checks the
 * value against. Every output is one line; a line break in one is a defect here and is refused.
 */
export function writeOutputs(outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) {
    if (/[\r\n\0]/.test(value)) throw new TypeError(`the output ${name} has a line break or a NUL in it`);
    setOutput(name, value);
  }
}

/** Hands values to the post step of this action. They are ids, never secrets: other steps of the job can read them. */
export function writeState(state: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(state)) saveState(name, value);
}

/** Appends Markdown to the job summary; outside a runner (no summary file) it does nothing. */
export async function writeSummary(markdown: string): Promise<void> {
  const file = process.env["GITHUB_STEP_SUMMARY"] ?? "";
  if (markdown === "" || file === "") return;
  const cut = "\n\n_The rest of this summary was cut: it passes GitHub's limit of 1 MiB._\n";
  const bytes = Buffer.from(markdown, "utf8");
  const fits = bytes.length <= MAX_SUMMARY_BYTES;
  const content = fits ? markdown : bytes.subarray(0, MAX_SUMMARY_BYTES - cut.length - 4).toString("utf8") + cut;
  // The toolkit's own writer does the same, and brings 10 kB of HTML that nothing here uses.
  await appendFile(file, `${content}\n`);
}
