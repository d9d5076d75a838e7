import type { Clock, CommitSha, Log } from "@fairway/domain";

/** Files of the workspace. */
export interface WorkspaceFiles {
  readText(path: string, maxBytes: number): Promise<string | undefined>;
}

export interface SourceCommit {
  head(): Promise<CommitSha>;
  /** Seconds since 1970. */
  headTime(): Promise<number>;
  changedFiles(): Promise<readonly string[]>;
}

export interface Tool {
  readonly program: string;
  readonly folder: string;
  readonly version: string;
}

export type ToolSearch =
  | { readonly kind: "found"; readonly tool: Tool }
  | { readonly kind: "missing"; readonly versions: readonly string[] };

export interface ProgramRun {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Names of variables of the step that the program sees. */
  readonly inherit: readonly string[];
  /** Folders in front of PATH. */
  readonly searchFirst: readonly string[];
}

export interface ProgramRunner {
  run(program: ProgramRun): Promise<{
    readonly exitCode: number | undefined;
    readonly lines: readonly string[];
    readonly omitted: number;
  }>;
}

export type Located =
  | { readonly kind: "missing" }
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "file"; readonly path: string; readonly size: number };

/** Where the package is made before it is put in its place. */
export interface Workbench {
  readonly builds: string;
  readonly stage: string;
  write(name: string, content: string): Promise<void>;
  publish(names: readonly string[]): Promise<void>;
  clear(): Promise<void>;
}

export interface TreeEntry {
  readonly kind: "file" | "folder";
  readonly path: string;
  readonly file: string;
  readonly size: number;
}

export interface GoModule {
  readonly path: string;
  readonly version: string;
  readonly sum: string;
  readonly replace?: GoModule | undefined;
}

export interface GoBuildInfo {
  readonly goVersion: string;
  readonly path: string;
  readonly main: GoModule | undefined;
  readonly deps: readonly GoModule[];
  readonly settings: ReadonlyMap<string, string>;
}

/** What a binary says of itself. */
export interface BinaryFacts {
  readonly elf:
    | {
        readonly kind: "elf";
        readonly class: 32 | 64;
        readonly machine: string;
        readonly interpreter: string | undefined;
      }
    | { readonly kind: "not-elf" };
  readonly info: GoBuildInfo | undefined;
  /** Which of the texts that were looked for it holds. */
  readonly present: ReadonlySet<string>;
}

export interface BinaryReader {
  readElf(file: string): Promise<BinaryFacts["elf"]>;
  readGoBuildInfo(file: string): Promise<GoBuildInfo | undefined>;
  findBytes(file: string, needles: readonly string[]): Promise<ReadonlySet<string>>;
  hashFile(file: string): Promise<{ readonly sha256: string; readonly size: number }>;
}

export interface ArchiveEntry {
  readonly path: string;
  readonly mode: number;
  readonly content:
    | { readonly kind: "folder" }
    | { readonly kind: "file"; readonly file: string; readonly size: number }
    | { readonly kind: "bytes"; readonly bytes: Uint8Array };
}

export interface PackedFile {
  readonly path: string;
  readonly mode: number;
  readonly size: number;
  readonly sha256: string;
}

export interface PackedArchive {
  readonly sha256: string;
  readonly tarSha256: string;
  readonly size: number;
  readonly tarSize: number;
  readonly files: readonly PackedFile[];
}

/** One entry of an archive that was read. */
export interface ArchivedEntry extends PackedFile {
  readonly kind: "file" | "folder";
  readonly mtimeSeconds: number;
  readonly uid: number;
  readonly gid: number;
}

export interface Archiver {
  listTree(root: string): Promise<readonly TreeEntry[]>;
  writeArchive(options: {
    readonly entries: readonly ArchiveEntry[];
    readonly mtimeSeconds: number;
    readonly file: string;
    readonly owner: { readonly uid: number; readonly gid: number };
    readonly signal: AbortSignal;
  }): Promise<PackedArchive>;
  readArchive(file: string): Promise<{
    readonly entries: readonly ArchivedEntry[];
    readonly sha256: string;
    readonly tarSha256: string;
  }>;
}

export interface BuildArm64PackagePorts {
  readonly files: WorkspaceFiles;
  readonly commit: SourceCommit;
  /** Finds what a path of the workspace leads to; refuses one that leads out. */
  readonly locate: (path: string) => Promise<Located>;
  readonly findTool: (name: "go" | "node", wanted: string | undefined) => Promise<ToolSearch>;
  readonly programs: ProgramRunner;
  /** `folder` is where the package will lie. */
  readonly openWorkbench: (folder: string) => Promise<Workbench>;
  readonly archives: Archiver;
  readonly binaries: BinaryReader;
  /** SOURCE_DATE_EPOCH, where it is set. */
  readonly sourceDateEpoch: () => number | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}
