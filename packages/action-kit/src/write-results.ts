import { appendFile, stat } from "node:fs/promises";

import { saveState, setOutput } from "@actions/core";
import { fitMarkdown, isError, upstream } from "@fairway/domain";

import { withoutSecrets } from "./masks.ts";

/** GitHub refuses a step's summary above 1 MiB whole, so a longer one loses what is longest in it and says so. */
const MAX_SUMMARY_BYTES = 1024 * 1024;

/**
 * Writes outputs to the runner's file, where the toolkit frames each value with a random delimiter that it checks the value
 * against. Every output is one line: one with a line break, which only an answer that is wrong can bring, is refused, and
 * so is a file that cannot be written.
 */
export function writeOutputs(outputs: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(outputs)) {
    const value = withoutSecrets(text);
    if (/[\r\n\0]/.test(value)) {
      const message = `The output ${name} would have a line break or a NUL in it, and it is one line of text`;
      throw upstream("BAD_OUTPUT", message, {
        nextStep: "Look at what the server answered: no name, address or version of it should have a line break.",
      });
    }
    written("GITHUB_OUTPUT", () => setOutput(name, value));
  }
}

/** Hands values to the post step of this action. They are ids, never secrets: other steps of the job can read them. */
export function writeState(state: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(state)) written("GITHUB_STATE", () => saveState(name, value));
}

/**
 * Appends Markdown to the job summary; outside a runner (no summary file) it does nothing. What the step has written before
 * counts towards GitHub's limit.
 */
export async function writeSummary(markdown: string): Promise<void> {
  const file = process.env["GITHUB_STEP_SUMMARY"] ?? "";
  if (markdown === "" || file === "") return;
  // The toolkit's own writer does the same, and brings 10 kB of HTML that nothing here uses.
  try {
    const { size } = await stat(file).catch(() => ({ size: 0 }));
    await appendFile(file, `${fitMarkdown(markdown, MAX_SUMMARY_BYTES - size - 1)}\n`);
  } catch (error) {
    throw unwritten("GITHUB_STEP_SUMMARY", error);
  }
}

function written(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw unwritten(file, error);
  }
}

function unwritten(file: string, cause: unknown): Error {
  const reason = isError(cause) ? cause.message : String(cause);
  return upstream("RUNNER_FILE", `The runner's file ${file} could not be written: ${reason}`, {
    nextStep: "Make room on the runner's disk and run the job again: what was done is found done.",
    cause,
  });
}
