import { refusal } from "@fairway/domain";
import type { ArchiveEntry, ArchiveOptions } from "./archive-types.ts";
import { encodeTarHeader, paddingOf, TAR_BLOCK, type TarMember } from "./tar-header.ts";

export interface PlannedMember {
  readonly member: TarMember;
  readonly content: ArchiveEntry["content"];
}

export interface TarPlan {
  /** Sorted by the bytes of the paths, so that a folder stands before what is in it. */
  readonly members: readonly PlannedMember[];
  /** Bytes of the whole tar. */
  readonly size: number;
}

/** Every tar ends with two blocks of zeros. */
export const TAR_END = 2 * TAR_BLOCK;

/** The most that the field of a time holds; it is the year 2242. */
const LAST_SECOND = 8 ** 11 - 1;

/**
 * Orders the entries and adds up what they need. Nothing is read from the disk. Throws a refusal when a path leaves the
 * archive or is there twice, when something lies below a file, and when a mode, a size or a time is not one.
 */
export function planTar(options: Pick<ArchiveOptions, "entries" | "mtimeSeconds" | "owner">): TarPlan {
  requireWithin("The time", options.mtimeSeconds, LAST_SECOND);
  const { uid, gid } = options.owner ?? { uid: 0, gid: 0 };
  const members = sortByBytes(options.entries).map(({ path, mode, content }) => {
    requirePath(path);
    requireWithin(`The mode of ${path}`, mode, 0o7777);
    const size = sizeOf(content);
    requireWithin(`The size of ${path}`, size, Number.MAX_SAFE_INTEGER);
    const kind = content.kind === "folder" ? ("folder" as const) : ("file" as const);
    const member = { kind, path, mode, size, mtimeSeconds: options.mtimeSeconds, uid, gid };
    return { member, content };
  });
  requireTree(members);
  // The headers are not kept: of many small files they would be most of the memory.
  const sizes = members.map(({ member }) => encodeTarHeader(member).length + member.size + paddingOf(member.size));
  return { members, size: sizes.reduce((sum, size) => sum + size, TAR_END) };
}

/** Sorts by the bytes of the paths as UTF-8, which is what `LC_ALL=C sort` does; JavaScript's own order is another one. */
export function sortByBytes<T extends { readonly path: string }>(entries: readonly T[]): T[] {
  return entries
    .map((entry) => ({ entry, key: Buffer.from(entry.path) }))
    .sort((left, right) => Buffer.compare(left.key, right.key))
    .map(({ entry }) => entry);
}

/** Whether extracting the path can only end below the folder it is extracted into. */
export function isInnerPath(path: string): boolean {
  if (path.includes("\u0000") || !path.isWellFormed()) return false;
  return path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}

function sizeOf(content: ArchiveEntry["content"]): number {
  if (content.kind === "folder") return 0;
  return content.kind === "file" ? content.size : content.bytes.length;
}

function requirePath(path: string): void {
  if (isInnerPath(path)) return;
  throw refusal(
    "ARCHIVE_PATH_INVALID",
    `The archive cannot hold the path ${JSON.stringify(path)}: a path has names between single slashes, none of them "." or "..", and no slash at either end`,
  );
}

function requireWithin(what: string, value: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= 0 && value <= most) return;
  throw refusal("ARCHIVE_VALUE_INVALID", `${what} is ${value}; it must be an integer from 0 to ${most}`);
}

function requireTree(members: readonly PlannedMember[]): void {
  const kinds = new Map<string, TarMember["kind"]>();
  for (const { member } of members) {
    if (kinds.has(member.path))
      throw refusal(
        "ARCHIVE_PATH_TWICE",
        `The archive was given ${member.path} twice; extraction would keep one of them`,
      );
    kinds.set(member.path, member.kind);
  }
  for (const { member } of members) {
    const file = parentsOf(member.path).find((parent) => kinds.get(parent) === "file");
    if (file !== undefined)
      throw refusal(
        "ARCHIVE_PATH_BELOW_FILE",
        `The archive cannot hold ${member.path}, because ${file} in it is a file`,
      );
  }
}

function parentsOf(path: string): string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}
