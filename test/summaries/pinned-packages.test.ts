import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "@jest/globals";

const root = join(import.meta.dirname, "../..");

function read(...path: readonly string[]): string {
  return readFileSync(join(...path), "utf8");
}

function managerOf(folder: string): unknown {
  return (JSON.parse(read(folder, "package.json")) as { packageManager: unknown }).packageManager;
}

// The settings of test/conformance are held against the repository's own by a test there.
test("the packages that show summaries are installed as those of test/conformance are", () => {
  const settings = "pnpm-workspace.yaml";
  expect(read(import.meta.dirname, settings)).toBe(read(root, "test/conformance", settings));
  expect(managerOf(import.meta.dirname)).toBe(managerOf(root));
});
