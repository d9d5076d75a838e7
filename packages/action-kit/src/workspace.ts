import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { glob, open, realpath, stat } from "node:fs/promises";
import { basename, isAbsolute, join, relative, resolve, sep } from "node:path";

import { configuration, parseDigest, type Digest } from "@fairway/domain";

/** The checked-out repository: files are read from inside it and from nowhere else. */
export interface Workspace {
  /** Text of a file in UTF-8; undefined when there is no such file. Throws when it lies outside, is too large or is not text. */
  readText(path: string, maxBytes: number): Promise<string | undefined>;
  /** The files that paths and globs find, by base name. Throws when a pattern finds none or one is too large. */
  find(patterns: readonly string[]): Promise<readonly WorkspaceFile[]>;
}

/** A file as it was when it was found. */
export interface WorkspaceFile {
  /** The base name. */
  readonly name: string;
  readonly size: number;
  readonly digest: Digest;
  /** The content from its start, at each call anew. Fails when the file has lost bytes meanwhile. */
  readonly read: () => AsyncIterable<Uint8Array>;
}

/** GitHub refuses a larger asset: https://docs.github.com/en/repositories/releasing-projects-on-github/about-releases */
const MAX_FILE_BYTES = 2 * 1024 * 1024 * 1024 - 1;

/** Large enough that a file of a gigabyte takes few reads, small enough that two of them are nothing in memory. */
const CHUNK_BYTES = 1024 * 1024;
const UNCHANGED = "Let nothing write to the files while this action reads them.";

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
      const files: WorkspaceFile[] = [];
      // One at a time: what is read is digested faster than a disk gives it.
      for (const path of paths) files.push(await digestFile(root, path));
      return files;
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

async function digestFile(root: string, path: string): Promise<WorkspaceFile> {
  const file = await locate(root, path);
  if (file === undefined) throw configuration("NO_FILE", `"${path}" was there and is gone`);
  const { size } = await stat(file);
  refuseLarge(path, size, MAX_FILE_BYTES);
  const read = () => readExactly(file, path, size);
  const hash = createHash("sha256");
  for await (const chunk of read()) hash.update(chunk);
  return { name: basename(path), size, digest: parseDigest(`sha256:${hash.digest("hex")}`), read };
}

async function* readExactly(file: string, path: string, size: number): AsyncIterable<Uint8Array> {
  if (size === 0) return;
  let left = size;
  for await (const chunk of createReadStream(file, { end: size - 1, highWaterMark: CHUNK_BYTES })) {
    left -= (chunk as Buffer).byteLength;
    yield chunk as Buffer;
  }
  if (left > 0) throw configuration("FILE_CHANGED", `"${path}" had ${size} bytes and has ${left} fewer now`, UNCHANGED);
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
    refuseLarge(path, (await handle.stat()).size, maxBytes);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

function refuseLarge(path: string, size: number, maxBytes: number): void {
  if (size <= maxBytes) return;
  throw configuration("FILE_TOO_LARGE", `"${path}" has ${size} bytes, at most ${maxBytes} are read`);
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
