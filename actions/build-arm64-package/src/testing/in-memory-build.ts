import { parseCommitSha } from "@fairway/domain";
import { createManualClock, createRecordingLog, type RecordingLog } from "@fairway/domain/testing";

import { symbolOf } from "../judge-binary.ts";
import type { BuildArm64PackagePorts, ProgramRun } from "../ports.ts";

export const COMMIT = parseCommitSha("a".repeat(40));

export interface InMemoryBuild {
  readonly ports: BuildArm64PackagePorts;
  readonly log: RecordingLog;
  readonly runs: ProgramRun[];
  /** Names that were published, by folder. */
  readonly published: Map<string, readonly string[]>;
  cleared: boolean;
}

export interface InMemoryOptions {
  /** Texts of the workspace; a path that ends in a slash is a folder. */
  readonly files: Readonly<Record<string, string>>;
  /** What a program answers: exit code and lines. */
  readonly answer?: (run: ProgramRun) => { exitCode: number; lines: string[] };
  readonly machine?: string;
  readonly changed?: readonly string[];
  readonly packFails?: boolean;
}

/** A workspace, a compiler and an archiver that exist in memory alone. Every binary is what was asked for, unless told. */
export function createInMemoryBuild(options: InMemoryOptions): InMemoryBuild {
  const log = createRecordingLog();
  const build = { log, runs: [] as ProgramRun[], published: new Map<string, readonly string[]>(), cleared: false };
  const written = new Map<string, string>();
  const ports: BuildArm64PackagePorts = {
    files: { readText: (path) => Promise.resolve(options.files[path]) },
    commit: {
      head: () => Promise.resolve(COMMIT),
      headTime: () => Promise.resolve(1_769_860_800),
      changedFiles: () => Promise.resolve(options.changed ?? []),
    },
    locate: (path) => Promise.resolve(locate(options, path)),
    findTool: (name) =>
      Promise.resolve({ kind: "found", tool: { program: `/t/${name}`, folder: "/t", version: "1.26.8" } }),
    programs: {
      run: (run) => {
        build.runs.push(run);
        return Promise.resolve({ omitted: 0, ...(options.answer?.(run) ?? { exitCode: 0, lines: [] }) });
      },
    },
    openWorkbench: (folder) =>
      Promise.resolve({
        builds: "/builds",
        stage: "/stage",
        write: (name, content) => Promise.resolve(void written.set(name, content)),
        publish: (names) => Promise.resolve(void build.published.set(folder, names)),
        clear: () => Promise.resolve(void (build.cleared = true)),
      }),
    archives: archivesOf(options),
    binaries: binariesOf(options),
    sourceDateEpoch: () => undefined,
    clock: createManualClock(),
    log,
    signal: new AbortController().signal,
  };
  return Object.assign(build, { ports });
}

function locate({ files }: InMemoryOptions, path: string) {
  const text = files[path];
  if (text !== undefined) return { kind: "file" as const, path: `/w/${path}`, size: text.length };
  const isFolder = path === "." || files[`${path}/`] !== undefined;
  return isFolder ? { kind: "folder" as const, path: `/w/${path}` } : { kind: "missing" as const };
}

function archivesOf({ packFails }: InMemoryOptions): BuildArm64PackagePorts["archives"] {
  return {
    listTree: () => Promise.resolve([{ kind: "file", path: "x", file: "/w/x", size: 1 }]),
    writeArchive: ({ entries }) =>
      packFails === true
        ? Promise.reject(new Error("the disk is full"))
        : Promise.resolve({
            sha256: "1".repeat(64),
            tarSha256: "2".repeat(64),
            size: 10,
            tarSize: 20,
            files: entries.map(({ path, mode }) => ({ path, mode, size: 1, sha256: "3".repeat(64) })),
          }),
    readArchive: () => Promise.resolve({ entries: [], sha256: "1".repeat(64), tarSha256: "2".repeat(64) }),
  };
}

function binariesOf({ machine = "aarch64" }: InMemoryOptions): BuildArm64PackagePorts["binaries"] {
  return {
    readElf: () => Promise.resolve({ kind: "elf", class: 64, machine: machine, interpreter: undefined }),
    readGoBuildInfo: () =>
      Promise.resolve({
        goVersion: "go1.26.8",
        path: "main",
        main: undefined,
        deps: [],
        settings: new Map(Object.entries({ GOOS: "linux", GOARCH: "arm64", CGO_ENABLED: "0", "-trimpath": "true" })),
      }),
    findBytes: (_, needles) => Promise.resolve(new Set(needles.filter((needle) => needle !== symbolOf("main.wrong")))),
    hashFile: () => Promise.resolve({ sha256: "4".repeat(64), size: 5 }),
  };
}
