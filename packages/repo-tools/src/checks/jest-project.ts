import { existsSync, readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { runCommand } from "../command.ts";
import { findFiles } from "../repository.ts";

/** One jest run with a result file of its own. */
export interface JestRun {
  /** The name of the result file, and of the line that is printed. */
  readonly name: string;
  readonly projects: readonly string[];
  /** Paths to which the run is limited; none means all. */
  readonly paths: readonly string[];
}

export interface JestOutcome {
  readonly passed: boolean;
  readonly output: string;
  readonly milliseconds: number;
  /** Passed, failed and skipped in words, or why nothing is known. */
  readonly counts: string;
}

/** The projects of test/ that have tests, in the order in which a failure tells most: the cheap ones first. */
export function findTestProjects(root: string): string[] {
  const folders = readdirSync(join(root, "test"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = folders.map((entry) => entry.name).filter((name) => hasTests(root, name));
  const order = ["contract", "bundle", "scenario", "workflows", "real"];
  return names.sort((left, right) => rank(order, left) - rank(order, right) || left.localeCompare(right));
}

/** Runs jest in ESM mode and lets it write `<name>.json` into the results folder. Never throws for a failed test. */
export async function runJest(root: string, results: string, { name, projects, paths }: JestRun): Promise<JestOutcome> {
  const outputFile = join(results, `${name}.json`);
  const limits = paths.length > 0 ? ["--runTestsByPath", ...paths] : [];
  // Jest leaves a core free by default. Unit tests compute and want it; the others mostly wait for what they have started.
  const more = projects.every((project) => project === "unit") ? 0 : 1;
  const workers = `--maxWorkers=${availableParallelism() + more}`;
  const options = ["--json", `--outputFile=${outputFile}`, workers, "--selectProjects", ...projects];
  const { exitCode, output, milliseconds } = await runCommand({
    program: process.execPath,
    arguments: [...NODE_FLAGS, "node_modules/jest/bin/jest.js", ...options, ...limits],
    folder: root,
    // With --json jest prints the results on standard output as well; what people read is on standard error.
    ignoreStandardOutput: true,
  });
  const counts = existsSync(outputFile) ? countsIn(outputFile) : "no result was written";
  return { passed: exitCode === 0, output, milliseconds, counts };
}

const NODE_FLAGS = ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"];

function hasTests(root: string, name: string): boolean {
  return findFiles(root, `test/${name}`, (file) => file.endsWith(".test.ts")).length > 0;
}

function rank(order: readonly string[], name: string): number {
  return order.includes(name) ? order.indexOf(name) : order.length;
}

function countsIn(file: string): string {
  const result = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, number>>;
  const skipped = (result["numPendingTests"] ?? 0) + (result["numTodoTests"] ?? 0);
  const failed = (result["numFailedTests"] ?? 0) + (result["numRuntimeErrorTestSuites"] ?? 0);
  const parts = [`${result["numPassedTests"]} passed`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (skipped > 0) parts.push(`${skipped} skipped`);
  return parts.join(", ");
}
