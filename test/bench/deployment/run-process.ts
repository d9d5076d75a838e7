import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import process from "node:process";

export interface ProcessRun {
  /** Null when it was ended for taking too long. */
  readonly exitCode: number | null;
  readonly output: string;
  /** Milliseconds from its start to its first word; nothing when it said none. */
  readonly firstOutputMs: number | undefined;
  /** When it had ended, by `performance.now()`. */
  readonly endedAt: number;
}

export interface ProcessOptions {
  readonly variables?: Readonly<Record<string, string>>;
  /** Ends it when it takes longer. */
  readonly signal?: AbortSignal;
}

/** Runs a program of the machine to its end, whatever its exit status. Rejects when it cannot be started. */
export function runProcess(
  program: string,
  words: readonly string[],
  { variables = {}, signal }: ProcessOptions = {},
): Promise<ProcessRun> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...variables },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const end = () => void child.kill("SIGKILL");
    signal?.addEventListener("abort", end);
    let output = "";
    let firstOutputMs: number | undefined;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        firstOutputMs ??= performance.now() - startedAt;
        output += text;
      });
    child.on("error", reject);
    child.on("close", (exitCode) => {
      signal?.removeEventListener("abort", end);
      resolve({ exitCode, output: output.trim(), firstOutputMs, endedAt: performance.now() });
    });
  });
}
