import type { Objects, ObjectStore } from "./object-store.ts";
import type { TreeEntry } from "./objects.ts";

/** What a path names in a tree: a file, a symbolic link or a submodule. */
export interface Leaf {
  readonly mode: string;
  readonly sha: string;
}

/** A whole tree as one map from path to leaf. */
export type Leaves = ReadonlyMap<string, Leaf>;

/** Every leaf below a tree, by its path from there. */
export function readLeaves(objects: Objects, treeSha: string, prefix = ""): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  for (const { mode, name, sha } of objects.tree(treeSha) ?? []) {
    const path = `${prefix}${name}`;
    if (mode !== "40000") leaves.set(path, { mode, sha });
    else for (const [below, leaf] of readLeaves(objects, sha, `${path}/`)) leaves.set(below, leaf);
  }
  return leaves;
}

/** Writes a tree and its subtrees, and answers its name. */
export function writeTree(store: ObjectStore, leaves: Leaves): string {
  const entries: TreeEntry[] = [];
  const folders = new Map<string, Map<string, Leaf>>();
  for (const [path, leaf] of leaves) {
    const slash = path.indexOf("/");
    if (slash < 0) entries.push({ ...leaf, name: path });
    else folderOf(folders, path.slice(0, slash)).set(path.slice(slash + 1), leaf);
  }
  for (const [name, below] of folders) entries.push({ mode: "40000", name, sha: writeTree(store, below) });
  return store.add({ kind: "tree", entries });
}

/** What stands at a path: a leaf, or the tree of a folder. Undefined when there is nothing. */
export function entryAt(objects: Objects, treeSha: string, path: string): TreeEntry | undefined {
  const names = path.split("/").filter((name) => name !== "");
  let found: TreeEntry | undefined = { mode: "40000", name: "", sha: treeSha };
  for (const name of names) {
    found = objects.tree(found.sha)?.find((entry) => entry.name === name);
    if (found === undefined) return undefined;
  }
  return found;
}

/** The leaves without a path and everything below it. */
export function without(leaves: Leaves, path: string): Map<string, Leaf> {
  return new Map([...leaves].filter(([name]) => name !== path && !name.startsWith(`${path}/`)));
}

function folderOf(folders: Map<string, Map<string, Leaf>>, name: string): Map<string, Leaf> {
  const known = folders.get(name) ?? new Map<string, Leaf>();
  folders.set(name, known);
  return known;
}
