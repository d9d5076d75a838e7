import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** One static check as it is written to test-results/checks.json. */
export interface CheckResult {
  readonly name: string;
  readonly passed: boolean;
  readonly milliseconds: number;
  readonly details: string;
}

/** What all results add up to. */
export interface Total {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
}

/**
 * Opens test-results, or a folder in it, without results of an earlier run, so that none is ever added up again. Runs of
 * a part have a folder of their own and leave the results of the whole alone.
 */
export function openResults(root: string, part = ""): string {
  const folder = join(root, "test-results", part);
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) rmSync(join(folder, file));
  return folder;
}

/** Writes the results of the static checks. */
export function writeCheckResults(folder: string, checks: readonly CheckResult[]): void {
  writeFileSync(join(folder, "checks.json"), `${JSON.stringify({ checks }, null, 2)}\n`);
}

/**
 * Adds up the named results of a folder: each static check counts as one, each test as one, and a test file that could
 * not run as one failure. A name without a result is a failure as well. Other files of the folder are not looked at.
 */
export function addUpResults(folder: string, names: readonly string[]): Total {
  const totals = names.map((name) => readResult(join(folder, `${name}.json`), name));
  return {
    passed: totals.reduce((sum, total) => sum + total.passed, 0),
    failed: totals.reduce((sum, total) => sum + total.failed, 0),
    skipped: totals.flatMap((total) => total.skipped),
  };
}

/** The line that everything ends with. */
export function renderTotal({ passed, failed, skipped }: Total): string {
  const line = `${passed} passed, ${failed} failed`;
  return skipped.length === 0 ? line : `${line}, ${skipped.length} skipped`;
}

/** Green means that something ran and nothing failed. */
export function exitCodeOf({ passed, failed }: Total): number {
  return passed > 0 && failed === 0 ? 0 : 1;
}

interface JestResult {
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

function readResult(file: string, name: string): Total {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "{}";
  const result = JSON.parse(text) as Partial<JestResult & { readonly checks: readonly CheckResult[] }>;
  if (result.checks !== undefined) {
    const passed = result.checks.filter((check) => check.passed).length;
    return { passed, failed: result.checks.length - passed, skipped: [] };
  }
  if (result.testResults === undefined) return { passed: 0, failed: 1, skipped: [] };
  return countTests(result as JestResult, name);
}

function countTests({ testResults, numRuntimeErrorTestSuites }: JestResult, name: string): Total {
  const tests = testResults.flatMap((suite) => suite.assertionResults);
  const failed = tests.filter((each) => each.status === "failed").length;
  const skipped = tests.filter((each) => each.status !== "passed" && each.status !== "failed");
  return {
    passed: tests.length - failed - skipped.length,
    failed: failed + numRuntimeErrorTestSuites,
    skipped: skipped.map((each) => `${name}: ${each.fullName}`),
  };
}
