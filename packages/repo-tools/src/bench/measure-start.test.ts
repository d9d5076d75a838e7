import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { measureStart, median } from "./measure-start.ts";

const folder = mkdtempSync(join(tmpdir(), "fairway-start-"));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
  [[5], 5],
])("the median of %j is %d", (values, expected) => {
  expect(median(values)).toBe(expected);
});

test("the time is that of the first output, not of the end", async () => {
  const file = join(folder, "slow-end.mjs");
  writeFileSync(file, `process.stdout.write("first"); setTimeout(() => process.exit(3), 1500);`);
  const start = await measureStart(file, {});
  expect(start.exitCode).toBe(3);
  expect(start.firstOutputMilliseconds).toBeLessThan(1500);
});

test("a program that prints nothing is not measured", async () => {
  const file = join(folder, "silent.mjs");
  writeFileSync(file, "");
  await expect(measureStart(file, {})).rejects.toThrow("printed nothing");
});
