import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { listTree } from "@fairway/archive";
import { findProgram } from "../find-program.ts";
import { findVersions } from "../program-versions.ts";
import { median, spread } from "../statistics.ts";
import { generateTree } from "../../support/generate-tree.ts";
import { measurePacking, type Packing, type TreeToPack } from "./measure-packing.ts";
import { PACKAGING_WAYS, type PackagingWay } from "./packaging-ways.ts";

/** How much is measured. */
export interface PackagingScale {
  readonly treeBytes: number;
  readonly rounds: number;
  /** Trees of these sizes, to see whether memory grows. */
  readonly memoryBytes: readonly number[];
}

const SCALE: PackagingScale = { treeBytes: 300e6, rounds: 3, memoryBytes: [30e6, 300e6, 3e9] };

/** Measures packing a tree beside what else does it, and the memory of packing trees of several sizes. */
export async function comparePackaging(scale: PackagingScale = SCALE): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "fairway-packaging-"));
  try {
    const beside = await withTree(folder, scale.treeBytes, (tree) => compareWays(tree, folder, scale.rounds));
    const memory: string[] = [];
    for (const bytes of scale.memoryBytes)
      memory.push(await withTree(folder, bytes, (tree) => measureMemory(tree, folder, scale.rounds)));
    const head = ["| Tree, MB | Files | Peak memory, MB |", "| ---: | ---: | ---: |"];
    return [
      "### Packages",
      beside,
      `Memory of packing with Fairway, by the size of the tree, in each of ${scale.rounds} rounds:`,
      [...head, ...memory].join("\n"),
    ].join("\n\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withTree<T>(folder: string, bytes: number, use: (tree: TreeToPack) => Promise<T>): Promise<T> {
  const root = join(folder, "tree");
  generateTree(root, bytes);
  try {
    const files = (await listTree(root)).filter(({ kind }) => kind === "file");
    const sum = files.reduce((total, { size }) => total + size, 0);
    return await use({ folder: root, files: files.length, bytes: sum });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** In turns, so that a busy moment falls on everybody; one round before warms the file cache. */
async function compareWays(tree: TreeToPack, folder: string, rounds: number): Promise<string> {
  const subjects = PACKAGING_WAYS.map((way) => ({ way, taken: [] as Packing[] }));
  for (let number = 0; number <= rounds; number += 1) {
    for (const { way, taken } of subjects) {
      if (!isAvailable(way)) continue;
      const packing = await measurePacking(way, tree, join(folder, "package.tar.gz"));
      if (number > 0) taken.push(packing);
    }
  }
  const first = median(subjects[0]?.taken.map(({ wallMs }) => wallMs) ?? []);
  const rows = subjects.map(({ way, taken }) =>
    taken.length > 0
      ? renderRow(way, taken, first)
      : `| ${way.name} | not run | | | | | ${basename(way.program ?? "")} is not installed |`,
  );
  const versions = await findVersions(["tar", ...PACKAGING_WAYS.map(({ program }) => program ?? "")]);
  return [
    `Medians of ${rounds} rounds in turns, from the start of a process to its end, over a generated tree of ${megabytes(tree.bytes)} MB in ${tree.files} files. Every archive is read back; one that does not hold the whole tree stops the benchmark. Compared: ${versions.join(", ")}.\n`,
    "| Way | Wall, s | Fairway is | Processor, s | Peak memory of a process, MB | Archive, MB | |",
    "| --- | ---: | ---: | ---: | ---: | ---: | --- |",
    ...rows,
  ].join("\n");
}

function isAvailable({ program }: PackagingWay): boolean {
  return program === undefined || (findProgram(program) !== undefined && findProgram("tar") !== undefined);
}

function renderRow(way: PackagingWay, taken: readonly Packing[], first: number): string {
  const middle = (pick: (packing: Packing) => number): number => median(taken.map(pick));
  const wall = middle(({ wallMs }) => wallMs);
  const cells = [
    (wall / 1000).toFixed(2),
    (first / wall).toFixed(2),
    (middle(({ cpuMs }) => cpuMs) / 1000).toFixed(2),
    megabytes(Math.max(...taken.map(({ peakBytes }) => peakBytes))),
    megabytes(middle(({ archiveBytes }) => archiveBytes)),
  ];
  return `| ${way.name} | ${cells.join(" | ")} | ${way.remark} |`;
}

async function measureMemory(tree: TreeToPack, folder: string, rounds: number): Promise<string> {
  const [own] = PACKAGING_WAYS;
  if (own === undefined) throw new Error("There is no way to pack");
  const peaks: number[] = [];
  while (peaks.length < rounds) {
    const { peakBytes } = await measurePacking(own, tree, join(folder, "package.tar.gz"));
    peaks.push(Math.round(peakBytes / 1e6));
  }
  return `| ${megabytes(tree.bytes)} | ${tree.files} | ${spread(peaks)} |`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0);
}
