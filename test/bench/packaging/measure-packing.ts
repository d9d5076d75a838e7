import { execFile } from "node:child_process";
import { rmSync, statSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";
import { readArchive } from "@fairway/archive";
import { readChildrenCpu } from "../promotion/children-cpu.ts";
import { watchPeakMemory } from "../promotion/peak-memory.ts";
import type { PackagingWay } from "./packaging-ways.ts";

export interface Packing {
  readonly wallMs: number;
  readonly cpuMs: number;
  /** Of the largest process of the way. */
  readonly peakBytes: number;
  readonly archiveBytes: number;
}

export interface TreeToPack {
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Packs the tree once, in processes of its own. Throws when the archive does not hold all of the tree, which is looked at
 * after the clock has stopped.
 */
export async function measurePacking(way: PackagingWay, tree: TreeToPack, file: string): Promise<Packing> {
  const [program, ...words] = way.command(tree.folder, file);
  const peak = watchPeakMemory();
  const cpuBefore = readChildrenCpu() ?? Number.NaN;
  const startedAt = performance.now();
  try {
    await promisify(execFile)(program, words);
  } finally {
    // A watch that is not ended would keep this process alive.
    peak();
  }
  const wallMs = performance.now() - startedAt;
  const cpuMs = (readChildrenCpu() ?? Number.NaN) - cpuBefore;
  await requireWhole(way, tree, file);
  const archiveBytes = statSync(file).size;
  rmSync(file);
  return { wallMs, cpuMs, peakBytes: peak() ?? 0, archiveBytes };
}

async function requireWhole(way: PackagingWay, tree: TreeToPack, file: string): Promise<void> {
  const files = (await readArchive(file)).entries.filter(({ kind }) => kind === "file");
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length === tree.files && bytes === tree.bytes) return;
  throw new Error(`${way.name} packed ${files.length} files of ${bytes} bytes, not ${tree.files} of ${tree.bytes}`);
}
