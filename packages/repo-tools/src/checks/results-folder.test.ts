import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { addUpResults, exitCodeOf, openResults, renderTotal, writeCheckResults } from "./results-folder.ts";

let root = "";
let folder = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "fairway-results-"));
  folder = openResults(root);
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe("the total", () => {
  test("counts every check and every test once", () => {
    writeCheckResults(folder, [check(true), check(false)]);
    writeJest("unit", ["passed", "passed", "failed"]);
    expect(renderTotal(addUpResults(folder, ["checks", "unit"]))).toBe("3 passed, 2 failed");
  });

  test("names what was skipped", () => {
    writeJest("real", ["passed", "pending", "todo"]);
    const total = addUpResults(folder, ["real"]);
    expect(renderTotal(total)).toBe("1 passed, 0 failed, 2 skipped");
    expect(total.skipped).toEqual(["real: test 2", "real: test 3"]);
  });

  test("counts a test file that could not run as a failure", () => {
    writeJest("unit", ["passed"], 1);
    expect(addUpResults(folder, ["unit"])).toMatchObject({ passed: 1, failed: 1 });
  });

  test("counts a project that left no result as a failure", () => {
    writeJest("unit", ["passed"]);
    expect(addUpResults(folder, ["unit", "scenario"])).toMatchObject({ passed: 1, failed: 1 });
  });

  test("leaves files alone that are no results, such as the figures that a test has written", () => {
    writeJest("unit", ["passed"]);
    writeFileSync(join(folder, "figures.json"), JSON.stringify({ cases: 508 }));
    expect(addUpResults(folder, ["unit"])).toMatchObject({ passed: 1, failed: 0 });
  });

  test("forgets the results of an earlier run", () => {
    writeJest("unit", ["passed"]);
    expect(addUpResults(openResults(root), [])).toEqual({ passed: 0, failed: 0, skipped: [] });
  });
});

test.each([
  [{ passed: 2, failed: 0, skipped: [] }, 0],
  [{ passed: 2, failed: 1, skipped: [] }, 1],
  [{ passed: 0, failed: 0, skipped: [] }, 1],
  [{ passed: 0, failed: 0, skipped: ["real: a test"] }, 1],
])("the exit status of %j is %d", (total, status) => {
  expect(exitCodeOf(total)).toBe(status);
});

function check(passed: boolean) {
  return { name: "types", passed, milliseconds: 1, details: "" };
}

function writeJest(name: string, statuses: readonly string[], suitesThatDidNotRun = 0): void {
  const assertionResults = statuses.map((status, index) => ({ status, fullName: `test ${index + 1}` }));
  const result = { numRuntimeErrorTestSuites: suitesThatDidNotRun, testResults: [{ assertionResults }] };
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(result));
}
