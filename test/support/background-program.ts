import { spawn } from "node:child_process";
import { once } from "node:events";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";

export interface BackgroundProgram {
  /** The lines on both its outputs so far. */
  readonly lines: readonly string[];
  /** Waits for a line and gives what the pattern found in it. Throws, with the lines, when the program ends or is late. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
  /** Waits until nothing has been printed for a moment. */
  settle(): Promise<void>;
  /** Asks this one process to end, and kills it when it has not within ten seconds. */
  stop(): Promise<void>;
}

const START_MS = 30_000;
const POLL_MS = 20;
const QUIET_MS = 100;

/** Starts a server of the machine as a child of the tests. */
export function startInBackground(
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): BackgroundProgram {
  const lines: string[] = [];
  const path = process.env["PATH"] ?? "";
  const child = spawn(program, args, { env: { PATH: path, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "close").catch((error: unknown) => lines.push(String(error)));
  const end = new AbortController();
  void ended.then(() => end.abort());
  for (const output of [child.stdout, child.stderr]) collectLines(output, lines);
  return { lines, waitFor, settle, stop };

  async function waitFor(pattern: RegExp): Promise<RegExpExecArray> {
    for (let waited = 0; waited < START_MS && !end.signal.aborted; waited += POLL_MS) {
      const found = lines.map((line) => pattern.exec(line)).find((match) => match !== null);
      if (found !== undefined) return found;
      await sleep(POLL_MS);
    }
    const what = end.signal.aborted ? "ended" : `did not within ${START_MS / 1000} s`;
    throw new Error(`${program} should print ${String(pattern)} and ${what}:\n${lines.slice(-20).join("\n")}`);
  }

  async function settle(): Promise<void> {
    for (let seen = -1; seen !== lines.length;) {
      seen = lines.length;
      await sleep(QUIET_MS);
    }
  }

  async function stop(): Promise<void> {
    child.kill("SIGTERM");
    const late = AbortSignal.timeout(10_000);
    late.addEventListener("abort", () => child.kill("SIGKILL"));
    await ended;
  }
}

function collectLines(output: NodeJS.ReadableStream, lines: string[]): void {
  let rest = "";
  output.setEncoding("utf8");
  output.on("data", (chunk: string) => {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop() ?? "";
    lines.push(...parts);
  });
}
