import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";

/** How long one start of a program took. */
export interface Start {
  /** From the start of the process to the first byte on standard output. */
  readonly firstOutputMilliseconds: number;
  readonly exitCode: number;
}

/**
 * Starts a JavaScript file on this Node with no inputs, as the runner would start an action whose inputs are missing, and
 * measures the time to its first output. Rejects when the program ends without a word: then there is nothing to measure.
 */
export async function measureStart(file: string, environment: Readonly<Record<string, string>>): Promise<Start> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file], { env: environment, stdio: ["ignore", "pipe", "ignore"] });
    let firstOutput: number | undefined;
    child.stdout.on("data", () => {
      firstOutput ??= performance.now() - startedAt;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (firstOutput === undefined) reject(new Error(`${file} printed nothing and ended with status ${code}.`));
      else resolve({ firstOutputMilliseconds: firstOutput, exitCode: code ?? 1 });
    });
  });
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
