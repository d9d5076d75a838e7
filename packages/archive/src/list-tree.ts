import { lstatSync, readdirSync, realpathSync, type Stats } from "node:fs";
import { basename, join, sep } from "node:path";
import { configuration, refusal } from "@fairway/domain";
import { sortByBytes } from "./plan-tar.ts";

/** A file or a folder below a root. */
export interface TreeEntry {
  readonly kind: "file" | "folder";
  /** Below the root: `/` between the parts. */
  readonly path: string;
  /** Where its bytes are on disk; for a link, where it leads. */
  readonly file: string;
  /** Bytes; 0 for a folder. */
  readonly size: number;
}

/** A tree with more is a mistake, or links that lead to each other's folders again and again. */
const MOST_ENTRIES = 1_000_000;

interface Walk {
  /** The folder that no link may lead out of, without links in its own path. */
  readonly boundary: string;
  readonly entries: TreeEntry[];
}

/**
 * Lists every file and folder below a root, sorted by the bytes of the paths; the root itself is not listed, and a root that
 * is a file is listed alone, by its own name. What a link leads to is listed in its place, as long as that lies inside the
 * root, or inside `within`. Throws a refusal that names the path for links that lead out, nowhere or around in a circle, for
 * sockets, pipes and devices, and for names that are not UTF-8; a configuration error when there is no root.
 */
export async function listTree(
  root: string,
  { within = root }: { readonly within?: string } = {},
): Promise<readonly TreeEntry[]> {
  const start = requireRoot(root);
  const walk: Walk = { boundary: requireRoot(within), entries: [] };
  const stats = lstatSync(start);
  if (stats.isDirectory()) listFolder(walk, { folder: start, path: "", above: [] });
  else addEntry(walk, { file: start, path: basename(root), above: [] }, stats);
  return sortByBytes(walk.entries);
}

interface Place {
  readonly path: string;
  /** The folders it was reached through, by their real paths. */
  readonly above: readonly string[];
}

function listFolder(walk: Walk, { folder, path, above }: Place & { readonly folder: string }): void {
  const chain = [...above, folder];
  for (const name of readdirSync(folder)) {
    const inner = path === "" ? name : `${path}/${name}`;
    if (name.includes("\ufffd")) throw refused("NAME_NOT_UTF8", inner, "its name is not UTF-8", "Rename it.");
    const file = join(folder, name);
    const stats = lstatSync(file);
    if (stats.isSymbolicLink()) addLink(walk, { file, path: inner, above: chain });
    else addEntry(walk, { file, path: inner, above: chain }, stats);
  }
}

function addLink(walk: Walk, { file, path, above }: Place & { readonly file: string }): void {
  const target = followLink(file, path);
  if (target !== walk.boundary && !target.startsWith(walk.boundary.endsWith(sep) ? walk.boundary : walk.boundary + sep))
    throw refused(
      "LINK_OUT_OF_TREE",
      path,
      `it is a link to ${target}, outside of ${walk.boundary}`,
      "Copy what it leads to in its place, or leave it out.",
    );
  if (above.includes(target)) throw cyclic(path);
  addEntry(walk, { file: target, path, above }, lstatSync(target));
}

function followLink(file: string, path: string): string {
  try {
    return realpathSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ELOOP") throw cyclic(path);
    throw refused("LINK_DANGLING", path, "it is a link that leads nowhere", "Remove it, or create what it leads to.");
  }
}

function addEntry(walk: Walk, { file, path, above }: Place & { readonly file: string }, stats: Stats): void {
  if (!stats.isFile() && !stats.isDirectory())
    throw refused("SPECIAL_FILE", path, "it is a socket, a pipe or a device", "Remove it, or leave it out.");
  if (walk.entries.length >= MOST_ENTRIES)
    throw refused("TREE_TOO_LARGE", path, `it is one of more than ${MOST_ENTRIES} entries`, "Choose a smaller folder.");
  const kind = stats.isFile() ? "file" : "folder";
  walk.entries.push({ kind, path, file, size: stats.isFile() ? stats.size : 0 });
  if (kind === "folder") listFolder(walk, { folder: file, path, above });
}

function requireRoot(root: string): string {
  try {
    return realpathSync(root);
  } catch (error) {
    throw configuration("NO_SUCH_PATH", `There is no file or folder ${root}: ${(error as Error).message}`);
  }
}

function cyclic(path: string): Error {
  return refused("LINK_CYCLIC", path, "it is a link to a folder that it lies in, or to itself", "Remove it.");
}

function refused(code: string, path: string, why: string, nextStep: string): Error {
  return refusal(code, `${path} cannot be packed: ${why}`, nextStep);
}
