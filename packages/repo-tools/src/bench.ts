import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArguments } from "./arguments.ts";
import { measureStart, median } from "./bench/measure-start.ts";
import { readFolder } from "./bundles/folder-contents.ts";
import { runProgram } from "./program.ts";
import { findActions, REPOSITORY_ROOT } from "./repository.ts";

const RUNS = 20;

/** One line of the table. */
interface Subject {
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
  readonly allBytes: number;
  readonly times: number[];
}

// npm run bench [-- action ...]: bundle sizes, and the time from the start to the error for missing inputs.
await runProgram(async (words) => {
  const all = findActions(REPOSITORY_ROOT);
  const { names } = readArguments(words, [], all);
  const temporary = mkdtempSync(join(tmpdir(), "fairway-bench-"));
  try {
    const subjects = [emptyProgram(temporary), ...(names.length > 0 ? names : all).flatMap(bundleOf)];
    await measure(subjects, runnerEnvironment(temporary));
    console.log(render(subjects));
    return 0;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
});

/** The floor: what Node itself takes to start and say one word. */
function emptyProgram(folder: string): Subject {
  const file = join(folder, "empty.mjs");
  writeFileSync(file, `process.stdout.write(".");\n`);
  return { name: "bare Node", file, bytes: 0, allBytes: 0, times: [] };
}

function bundleOf(action: string): Subject[] {
  const folder = join(REPOSITORY_ROOT, "actions", action, "dist");
  const file = join(folder, "index.js");
  if (!existsSync(file)) return [];
  const contents = readFolder(folder);
  const scripts = [...contents].filter(([path]) => path.endsWith(".js"));
  const allBytes = scripts.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  return [{ name: action, file, bytes: contents.get("index.js")?.length ?? 0, allBytes, times: [] }];
}

function runnerEnvironment(temporary: string): Record<string, string> {
  const environment: Record<string, string> = { PATH: process.env["PATH"] ?? "", GITHUB_WORKSPACE: temporary };
  for (const file of ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_STATE"]) {
    environment[file] = join(temporary, file);
    writeFileSync(environment[file], "");
  }
  return environment;
}

/** In turns, so that a busy moment of the machine falls on everybody; one round before to warm the file cache. */
async function measure(subjects: readonly Subject[], environment: Readonly<Record<string, string>>): Promise<void> {
  for (let round = 0; round <= RUNS; round += 1) {
    for (const { file, times } of subjects) {
      const { firstOutputMilliseconds } = await measureStart(file, environment);
      if (round > 0) times.push(firstOutputMilliseconds);
    }
  }
}

function render(subjects: readonly Subject[]): string {
  const floor = median(subjects[0]?.times ?? []);
  const rows = subjects.map(({ name, bytes, allBytes, times }) => {
    const time = median(times);
    return `| ${name} | ${kilobytes(bytes)} | ${kilobytes(allBytes)} | ${time.toFixed(1)} | ${(time - floor).toFixed(1)} |`;
  });
  const head = [
    `Medians of ${RUNS} starts on Node ${process.versions.node}; times in ms from the start of the process to the first output.`,
    "",
    "| Action | index.js | with lazy files | to the first input error | above bare Node |",
    "| --- | ---: | ---: | ---: | ---: |",
  ];
  return [...head, ...rows].join("\n");
}

function kilobytes(bytes: number): string {
  return bytes === 0 ? "" : `${Math.ceil(bytes / 1000)} kB`;
}
