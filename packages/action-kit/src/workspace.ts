import { glob, open, realpath } from "node:fs/promises";
import { basename, isAbsolute, join, relative, resolve, sep } from "node:path";

import { configuration } from "@fairway/domain";

/** The checked-out repository: files are read from inside it and from nowhere else. */
export interface Workspace {
  /** Text of a file in UTF-8; undefined when there is no such file. Throws when it lies outside, is too large or is not text. */
  readText(path: string, maxBytes: number): Promise<string | undefined>;
  /** The files that paths and globs find, by base name. Throws when a pattern finds none or one is too large. */
  find(patterns: readonly string[]): Promise<readonly WorkspaceFile[]>;
}

export interface WorkspaceFile {
  /** The base name. */
  readonly name: string;
  readonly content: Uint8Array;
}

/** GitHub refuses a larger asset, and Node cannot hold one: https://docs.github.com/en/repositories/releasing-projects-on-github/about-releases */
const MAX_FILE_BYTES = 2 * 1024 * 1024 * 1024 - 1;

/** Opens the folder that the runner checked out into. */
export function openWorkspace(root: string): Workspace {
  return {
    readText: async (path, maxBytes) => {
      const file = await locate(root, path);
      return file === undefined ? undefined : decode(path, await readAtMost(file, path, maxBytes));
    },
    find: async (patterns) => {
      const found = await Promise.all(patterns.map((pattern) => match(root, pattern)));
      const paths = [...new Set(found.flat())].toSorted();
      return Promise.all(paths.map((path) => readWhole(root, path)));
    },
  };
}

async function match(root: string, pattern: string): Promise<string[]> {
  if (isAbsolute(pattern)) throw outside(pattern);
  const paths: string[] = [];
  for await (const entry of glob(pattern, { cwd: root, withFileTypes: true })) {
    if (!entry.isDirectory()) paths.push(relative(root, join(entry.parentPath, entry.name)));
  }
  if (paths.length > 0) return paths;
  throw configuration(
    "NO_FILE",
    `"${pattern}" finds no file in the workspace`,
    "Check the pattern, relative to the repository's root, and that the step which makes the file ran before.",
  );
}

async function readWhole(root: string, path: string): Promise<WorkspaceFile> {
  const file = await locate(root, path);
  if (file === undefined) throw configuration("NO_FILE", `"${path}" was there and is gone`);
  return { name: basename(path), content: await readAtMost(file, path, MAX_FILE_BYTES) };
}

/** The file's real place, which must be below the workspace's real place: a symbolic link may not lead out. */
async function locate(root: string, path: string): Promise<string | undefined> {
  if (isAbsolute(path)) throw outside(path);
  const base = await realpath(root);
  const file = await realpath(resolve(base, path)).catch(() => undefined);
  const from = relative(base, file ?? resolve(base, path));
  if (from === ".." || from.startsWith(`..${sep}`) || isAbsolute(from)) throw outside(path);
  return file;
}

async function readAtMost(file: string, path: string, maxBytes: number): Promise<Buffer> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    if (size > maxBytes)
      throw configuration("FILE_TOO_LARGE", `"${path}" has ${size} bytes, at most ${maxBytes} are read`);
    const bytes = await handle.readFile();
    return bytes;
  } finally {
    await handle.close();
  }
}

/** Strict UTF-8; a byte order mark is dropped, UTF-16 and binary files are refused by name. */
function decode(path: string, bytes: Buffer): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) throw configuration("NOT_UTF8", `"${path}" is UTF-16; save it as UTF-8`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw configuration(
      "NOT_UTF8",
      `"${path}" is not UTF-8 text (${error instanceof Error ? error.message : "decoding failed"})`,
    );
  }
}

function outside(path: string): Error {
  return configuration(
    "OUTSIDE_WORKSPACE",
    `"${path}" leads out of the workspace`,
    "Name a file of the checked-out repository, relative to its root.",
  );
}
