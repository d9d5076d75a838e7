import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { comparePackaging } from "./compare-packaging.ts";
import { measurePacking } from "./measure-packing.ts";
import { PACKAGING_WAYS } from "./packaging-ways.ts";

test("the comparison of packages runs with the programs that are there", async () => {
  const text = await comparePackaging({ treeBytes: 3e6, rounds: 1, memoryBytes: [1e6] });
  expect(text).toMatch(/\| Fairway \| \d+\.\d\d \| 1\.00 \| /);
  expect(text).toMatch(/\| goreleaser, an archive of files \| (\d+\.\d\d|not run) \|/);
  expect(text).toMatch(/\| 1\.\d \| 2658 \| \d+ \|$/);
  expect(text).not.toContain("NaN");
});

test("an archive that does not hold the whole tree is no measurement", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fairway-packaging-"));
  try {
    const tree = { folder: import.meta.dirname, files: 1, bytes: 1 };
    await expect(measurePacking(PACKAGING_WAYS[0]!, tree, join(folder, "a.tar.gz"))).rejects.toThrow("not 1 of 1");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
