import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

import { writeOutputs, writeState, writeSummary } from "./write-results.ts";

const FILES = ["GITHUB_OUTPUT", "GITHUB_STATE", "GITHUB_STEP_SUMMARY"] as const;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fairway-results-"));
  for (const name of FILES) writeFileSync((process.env[name] = join(folder, name)), "");
});
afterEach(() => {
  for (const name of FILES) delete process.env[name];
  rmSync(folder, { recursive: true });
});

describe("an output", () => {
  test.each(["a\nforged=b", "a\rforged", "a\0b"])("that is %j is refused, and nothing of it is written", (value) => {
    expect(() => writeOutputs({ tag: value })).toThrow("The output tag would have a line break or a NUL in it");
    expect(readFileSync(process.env["GITHUB_OUTPUT"] ?? "", "utf8")).toBe("");
  });

  test("may look like the runner's own grammar", () => {
    writeOutputs({ tag: "x<<EOF" });
    expect(readFileSync(process.env["GITHUB_OUTPUT"] ?? "", "utf8")).toMatch(/^tag<<(ghadelimiter_\S+)\nx<<EOF\n\1\n$/);
  });
});

describe("a file of the runner on a full disk", () => {
  test("is named with the reason", async () => {
    for (const name of FILES) process.env[name] = "/dev/full";
    expect(() => writeOutputs({ outcome: "deployed" })).toThrow(/GITHUB_OUTPUT could not be written: ENOSPC/);
    expect(() => writeState({ token: "1" })).toThrow(/GITHUB_STATE could not be written: ENOSPC/);
    await expect(writeSummary("text")).rejects.toThrow(/GITHUB_STEP_SUMMARY could not be written: ENOSPC/);
  });
});
