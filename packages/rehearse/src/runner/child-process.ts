import { spawn } from "node:child_process";
import { createLineSplitter } from "./line-splitter.ts";

/** A program to run, with everything that it sees of the outside. */
export interface ChildCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly workingDirectory: string;
  readonly onLine: (line: string) => void;
  /** How the child is asked to stop, and by when it is killed. */
  readonly stop: { readonly signal: AbortSignal; readonly terminateAfterMs: number; readonly killAfterMs: number };
}

/** How a child ended: by itself, or because it was stopped. */
export interface ChildExit {
  readonly exitCode: number;
  readonly stopped: boolean;
}

/**
 * Runs a child in a process group of its own. When `stop.signal` aborts, the entry process alone gets SIGINT and then
 * SIGTERM, as on the runner, and at the end the whole group is killed, so that nothing outlives the step.
 */
export async function runChild(command: ChildCommand): Promise<ChildExit> {
  const { signal } = command.stop;
  if (signal.aborted) return { exitCode: 130, stopped: true };
  const child = spawn(command.program, command.args, {
    cwd: command.workingDirectory,
    env: command.environment,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) {
    const splitter = createLineSplitter(command.onLine);
    stream.on("data", (chunk: Buffer) => splitter.push(chunk));
    stream.on("end", () => splitter.end());
  }
  const timers: NodeJS.Timeout[] = [];
  const stop = (): void => {
    child.kill("SIGINT");
    timers.push(setTimeout(() => child.kill("SIGTERM"), command.stop.terminateAfterMs));
    timers.push(setTimeout(() => killGroup(child.pid), command.stop.killAfterMs));
  };
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      child.once("error", reject);
      // A grandchild that holds the output open would keep "close" waiting for ever: the runner waits 5 s for it.
      child.once("exit", () => timers.push(setTimeout(() => killGroup(child.pid), 5_000)));
      child.once("close", (code, killedBy) =>
        resolve({ exitCode: code ?? (killedBy === null ? 1 : 137), stopped: signal.aborted }),
      );
    });
  } finally {
    signal.removeEventListener("abort", stop);
    for (const timer of timers) clearTimeout(timer);
    killGroup(child.pid);
  }
}

function killGroup(processId: number | undefined): void {
  if (processId === undefined) return;
  try {
    process.kill(-processId, "SIGKILL");
  } catch {
    // The group is empty: every process of it has ended.
  }
}
