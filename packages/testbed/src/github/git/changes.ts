import type { Objects } from "./object-store.ts";
import { readLeaves, type Leaf } from "./trees.ts";

export interface FileChange {
  readonly path: string;
  readonly status: "added" | "removed" | "modified";
  /** Of the file that stands there now, or stood there last. */
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
}

/** What changed from one tree to the next, by path. A rename shows as one removal and one addition. */
export function treeChanges(objects: Objects, from: string | undefined, to: string): FileChange[] {
  const before = from === undefined ? new Map<string, Leaf>() : readLeaves(objects, from);
  const after = readLeaves(objects, to);
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path) => changeAt(objects, path, [before.get(path), after.get(path)]));
}

function changeAt(objects: Objects, path: string, pair: [Leaf | undefined, Leaf | undefined]): FileChange[] {
  const [old, now] = pair;
  const present = now ?? old;
  if (present === undefined || (old?.sha === now?.sha && old?.mode === now?.mode)) return [];
  const [oldLines, newLines] = [linesOf(objects, old), linesOf(objects, now)];
  const kept = sharedLines(oldLines, newLines);
  return [
    {
      path,
      status: statusOf(old, now),
      sha: present.sha,
      additions: newLines.length - kept,
      deletions: oldLines.length - kept,
    },
  ];
}

function statusOf(old: Leaf | undefined, now: Leaf | undefined): FileChange["status"] {
  if (old === undefined) return "added";
  return now === undefined ? "removed" : "modified";
}

function linesOf(objects: Objects, leaf: Leaf | undefined): string[] {
  const text = (leaf === undefined ? undefined : objects.blob(leaf.sha)?.toString("utf8")) ?? "";
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** Length of the longest common subsequence, which is what a line diff keeps. */
function sharedLines(left: readonly string[], right: readonly string[]): number {
  let above = Array.from<number>({ length: right.length + 1 }).fill(0);
  for (const line of left) {
    const row = [0];
    for (const [index, other] of right.entries()) {
      const best = Math.max(above[index + 1] ?? 0, row[index] ?? 0);
      row.push(line === other ? (above[index] ?? 0) + 1 : best);
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}
