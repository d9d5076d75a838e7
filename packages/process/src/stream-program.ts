import { spawn, type ChildProcess } from "node:child_process";
import { StringDecoder } from "node:string_decoder";

import { upstream, type Log } from "@fairway/domain";

export interface StreamedProgram {
  /** An absolute path, or a name that is looked for in `searchFirst` and then in PATH. */
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  /** Added to the minimal environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Names of variables of this process that are handed on. */
  readonly inherit: readonly string[];
  /** Folders in front of PATH. */
  readonly searchFirst: readonly string[];
}

export interface StreamedResult {
  /** Undefined when a signal ended it. */
  readonly exitCode: number | undefined;
  /** Standard output and errors as they came, the last lines of them. */
  readonly lines: readonly string[];
  /** How many lines came before those. */
  readonly omitted: number;
}

export interface ProgramStreamer {
  /** Runs a program to its end. A program that does not start, or does not end within an hour, is an upstream error. */
  run(program: StreamedProgram): Promise<StreamedResult>;
}

/**
 * What a build needs to find its caches, its proxies and its certificates. Nothing that changes what is built (GOFLAGS,
 * GOEXPERIMENT, NODE_OPTIONS) and no token of the job is among them.
 */
const INHERITED = `
  PATH HOME TMPDIR RUNNER_TEMP XDG_CACHE_HOME GOPATH GOCACHE GOMODCACHE GOPROXY GONOPROXY GONOSUMDB GOPRIVATE GOSUMDB
  HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy SSL_CERT_FILE SSL_CERT_DIR NODE_EXTRA_CA_CERTS
  NPM_CONFIG_CACHE npm_config_cache NPM_CONFIG_REGISTRY npm_config_registry COREPACK_HOME
`
  .trim()
  .split(/\s+/);

const KEPT_LINES = 1000;
const HEARTBEAT_MS = 30_000;
const DEADLINE_MS = 60 * 60_000;
/** Between the polite signal and the other one. */
const GRACE_MS = 2000;

/**
 * Runs programs that take long: without a shell, in a process group of their own that ends with the run, with a minimal
 * environment, and with a line in the log every half minute.
 */
export function openProgramStreamer({ log, signal }: { log: Log; signal: AbortSignal }): ProgramStreamer {
  return {
    run: async (program) => {
      signal.throwIfAborted();
      const child = spawn(program.program, [...program.args], {
        cwd: program.folder,
        env: environmentOf(program),
        stdio: ["ignore", "pipe", "pipe"],
        detached: true,
      });
      const output = keepLines(child);
      const started = performance.now();
      const name = [program.program.split("/").at(-1), ...program.args.slice(0, 2)].join(" ");
      const beat = setInterval(() => {
        const last = output.lines.at(-1) ?? "nothing printed yet";
        log.info(`still running ${name} after ${Math.round((performance.now() - started) / 1000)} s: ${last}`);
      }, HEARTBEAT_MS);
      const stop = () => endGroup(child);
      signal.addEventListener("abort", stop, { once: true });
      const overdue = setTimeout(stop, DEADLINE_MS);
      try {
        const exitCode = await ended(child, program.program);
        signal.throwIfAborted();
        if (performance.now() - started >= DEADLINE_MS) throw tooLong(name);
        return { exitCode, lines: output.lines, omitted: output.omitted() };
      } finally {
        clearInterval(beat);
        clearTimeout(overdue);
        signal.removeEventListener("abort", stop);
      }
    },
  };
}

function environmentOf({ environment, inherit, searchFirst }: StreamedProgram): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of [...INHERITED, ...inherit]) {
    const value = process.env[name];
    if (value !== undefined) kept[name] = value;
  }
  const path = [...searchFirst, kept["PATH"] ?? ""].filter((folder) => folder !== "").join(":");
  return { ...kept, LC_ALL: "C.UTF-8", TZ: "UTC", CI: "true", ...environment, PATH: path };
}

interface KeptLines {
  readonly lines: string[];
  omitted(): number;
}

/** Both streams, line by line as they come; the last `KEPT_LINES` of them stay. */
function keepLines(child: ChildProcess): KeptLines {
  const lines: string[] = [];
  let omitted = 0;
  const keep = (line: string) => {
    lines.push(line.slice(0, 2000));
    if (lines.length <= KEPT_LINES) return;
    lines.shift();
    omitted += 1;
  };
  for (const stream of [child.stdout, child.stderr]) {
    const decoder = new StringDecoder("utf8");
    let rest = "";
    stream?.on("data", (chunk: Buffer) => {
      const parts = (rest + decoder.write(chunk)).split(/\r\n|[\r\n]/);
      // Without a line end for this long it is no line that a person reads.
      rest = (parts.pop() ?? "").slice(-64 * 1024);
      for (const part of parts) keep(part);
    });
    stream?.on("end", () => {
      if (rest !== "") keep(rest);
    });
  }
  return { lines, omitted: () => omitted };
}

function ended(child: ChildProcess, program: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    child.once("error", (cause) => {
      const nextStep = `Check that ${program} is installed and in PATH, and that its folder exists.`;
      reject(upstream("PROGRAM_MISSING", `${program} could not be started`, { nextStep, cause }));
    });
    child.once("close", (code) => resolve(code ?? undefined));
  });
}

/** Compilers start children of their own, so that the whole group is ended. */
function endGroup(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  signalGroup(pid, "SIGTERM");
  setTimeout(() => signalGroup(pid, "SIGKILL"), GRACE_MS).unref();
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended by itself.
  }
}

function tooLong(name: string): Error {
  return upstream("PROGRAM_TOO_SLOW", `${name} had not ended after 60 minutes and was stopped`, {
    nextStep: "Run it on the runner by hand to see what it waits for.",
  });
}
