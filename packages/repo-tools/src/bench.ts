import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { readArguments } from "./arguments.ts";
import { renderBenchmarkPage } from "./bench/benchmark-page.ts";
import { measureBundles } from "./bench/measure-bundles.ts";
import { renderStartTable } from "./bench/start-table.ts";
import { runCommand } from "./command.ts";
import { runProgram } from "./program.ts";
import { findActions, REPOSITORY_ROOT } from "./repository.ts";

const ROUNDS = 20;
const PAGE = "docs/benchmarks.md";

// npm run bench: bundle sizes, cold starts, and the same work done by other means, written to docs/benchmarks.md.
// npm run bench -- <action ...>: sizes and cold starts of these actions, shown and not written.
await runProgram(async (words) => {
  const all = findActions(REPOSITORY_ROOT);
  const { names } = readArguments(words, [], all);
  warnOfOtherWork();
  const startTable = renderStartTable(await measureBundles(REPOSITORY_ROOT, names.length > 0 ? names : all, ROUNDS));
  console.log(startTable);
  if (names.length > 0) return 0;
  const sideBySide = await runNode(["--conditions=fairway-source", "test/bench/side-by-side.ts"]);
  console.log(`\n${sideBySide}`);
  await writePage(startTable, sideBySide);
  console.log(`\nwritten: ${PAGE}`);
  return 0;
});

/** Turns spread a disturbance over all, but under a full machine even the ratios mean little. */
function warnOfOtherWork(): void {
  const [load = 0] = loadavg();
  if (load <= availableParallelism() / 2) return;
  console.error(
    `The machine is busy (load ${load.toFixed(1)}): run this again when it is quiet, before the page is kept.`,
  );
}

async function writePage(startTable: string, sideBySide: string): Promise<void> {
  const machine = { cores: availableParallelism(), memoryBytes: totalmem(), nodeVersion: process.versions.node };
  mkdirSync(join(REPOSITORY_ROOT, "docs"), { recursive: true });
  const page = renderBenchmarkPage({ date: new Date(), machine, rounds: ROUNDS, startTable, sideBySide });
  writeFileSync(join(REPOSITORY_ROOT, PAGE), page);
  await runNode(["node_modules/oxfmt/bin/oxfmt", PAGE]);
}

/** Throws with what the program printed unless it ends well. */
async function runNode(words: readonly string[]): Promise<string> {
  const { exitCode, output } = await runCommand({
    program: process.execPath,
    arguments: ["--disable-warning=ExperimentalWarning", ...words],
    folder: REPOSITORY_ROOT,
  });
  if (exitCode !== 0) throw new Error(`${words.join(" ")} ended with status ${exitCode}:\n${output}`);
  return output.trim();
}
