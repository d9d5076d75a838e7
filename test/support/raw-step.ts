import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** One start of an action's bundle, with every byte that it leaves kept as it is: nothing is masked, parsed or removed. */
export interface RawStep {
  /** The bundle's file. */
  readonly program: string;
  /** The whole environment, INPUT_* variables among it, but for the runner's files. */
  readonly environment: Readonly<Record<string, string>>;
  readonly workspace: string;
  /** An empty folder of this step alone; RUNNER_TEMP and the runner's files are made in it. */
  readonly folder: string;
  /** In front of `node <bundle>`, such as strace with its options. */
  readonly wrapper?: readonly string[];
  /** Files of the runner that lie somewhere else, such as GITHUB_OUTPUT on /dev/full. */
  readonly runnerFiles?: Readonly<Record<string, string>>;
  /** SIGINT when it resolves, SIGTERM 7.5 s later, the end of everything 2.5 s after that, as the runner does. */
  readonly interrupt?: Promise<void>;
  /** Killed, and `overdue`, when it has not ended by then. */
  readonly deadlineMs: number;
}

export interface RawResult {
  readonly stdout: string;
  readonly stderr: string;
  /** Undefined when a signal ended it. */
  readonly exitCode: number | undefined;
  readonly signal: string | undefined;
  readonly output: string;
  readonly state: string;
  readonly summary: string;
  /** What it wrote for the environment and for PATH of later steps. */
  readonly environment: string;
  /** Files left in RUNNER_TEMP. */
  readonly left: readonly string[];
  readonly durationMs: number;
  /** From SIGINT to the end; undefined when it had ended before the signal could reach it. */
  readonly endingMs: number | undefined;
  /** Whether its outcome stood in GITHUB_OUTPUT when SIGINT reached it. */
  readonly toldBefore: boolean;
  readonly overdue: boolean;
}

const FILES = ["GITHUB_OUTPUT", "GITHUB_STATE", "GITHUB_STEP_SUMMARY", "GITHUB_ENV", "GITHUB_PATH"] as const;

/** Runs a bundle as the runner does, in a process group of its own that is gone when this returns. */
export async function runRawStep(step: RawStep): Promise<RawResult> {
  const temporary = join(step.folder, "temp");
  mkdirSync(temporary, { recursive: true });
  const files = runnerFiles(step);
  const [program, ...args] = [...(step.wrapper ?? []), process.execPath, step.program];
  const startedAt = performance.now();
  const child = spawn(program, args, {
    cwd: step.workspace,
    env: { ...step.environment, ...files, GITHUB_WORKSPACE: step.workspace, RUNNER_TEMP: temporary },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  const ending = await endOf(child, step, files["GITHUB_OUTPUT"] ?? "");
  const read = (name: (typeof FILES)[number]) => readText(files[name] ?? "");
  return {
    ...ending,
    stdout: stdout(),
    stderr: stderr(),
    output: read("GITHUB_OUTPUT"),
    state: read("GITHUB_STATE"),
    summary: read("GITHUB_STEP_SUMMARY"),
    environment: read("GITHUB_ENV") + read("GITHUB_PATH"),
    left: readdirSync(temporary),
    durationMs: performance.now() - startedAt,
  };
}

function runnerFiles({ folder, runnerFiles = {} }: RawStep): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of FILES) {
    files[name] = runnerFiles[name] ?? join(folder, name);
    if (!existsSync(files[name])) writeFileSync(files[name], "");
  }
  return files;
}

function readText(file: string): string {
  return file.startsWith("/dev/") ? "" : readFileSync(file, "utf8");
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString("utf8");
}

type Ending = Pick<RawResult, "exitCode" | "signal" | "endingMs" | "toldBefore" | "overdue">;

async function endOf(child: ChildProcess, { interrupt, deadlineMs }: RawStep, outputFile: string) {
  const timers: NodeJS.Timeout[] = [];
  let interruptedAt: number | undefined;
  let toldBefore = false;
  let overdue = false;
  const stop = () => {
    if (child.exitCode !== null || child.signalCode !== null || !holdStill(child)) return;
    toldBefore = /^outcome(=|<<)/m.test(readText(outputFile));
    interruptedAt = performance.now();
    child.kill("SIGINT");
    child.kill("SIGCONT");
    timers.push(setTimeout(() => child.kill("SIGTERM"), 7500));
    timers.push(setTimeout(() => killGroup(child.pid), 10_000));
  };
  interrupt?.then(stop, stop);
  timers.push(
    setTimeout(() => {
      overdue = true;
      killGroup(child.pid);
    }, deadlineMs),
  );
  try {
    return await new Promise<Ending>((resolve, reject) => {
      child.once("error", reject);
      // The runner waits 5 s for a child of the step that holds its output open.
      child.once("exit", () => timers.push(setTimeout(() => killGroup(child.pid), 5000)));
      child.once("close", (code, signal) => {
        const endingMs = interruptedAt === undefined ? undefined : performance.now() - interruptedAt;
        resolve({ exitCode: code ?? undefined, signal: signal ?? undefined, endingMs, toldBefore, overdue });
      });
    });
  } finally {
    for (const timer of timers) clearTimeout(timer);
    killGroup(child.pid);
  }
}

/** So many milliseconds at most until a process that was told to stand still does. */
const STILL_MS = 500;

/**
 * Stops a process, so that what it has done by now can be read before a signal reaches it. False when it has ended already and
 * only this process has not been told yet. Without /proc nobody can know, and it runs on.
 */
function holdStill(child: ChildProcess): boolean {
  if (!existsSync("/proc/self/stat")) return true;
  child.kill("SIGSTOP");
  const wait = new Int32Array(new SharedArrayBuffer(4));
  for (let waitedMs = 0; waitedMs < STILL_MS; waitedMs += 1) {
    const state = stateOf(child.pid);
    if (state === "T") return true;
    if (state === undefined || "ZX".includes(state)) return false;
    Atomics.wait(wait, 0, 0, 1);
  }
  return true;
}

/** The letter of a process's state. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function stateOf(processId: number | undefined): string | undefined {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, "utf8");
    return stat.charAt(stat.lastIndexOf(")") + 2);
  } catch {
    return undefined;
  }
}

function killGroup(processId: number | undefined): void {
  if (processId === undefined) return;
  try {
    process.kill(-processId, "SIGKILL");
  } catch {
    // Every process of the group has ended.
  }
}
