import { execFileSync } from "node:child_process";
import { rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "@jest/globals";

import { emptyFolder, logOf, runBundle } from "../support/run-bundle.ts";

/** A real checkout with one commit. */
function checkout(files: Record<string, string>): { workspace: string; commit: string } {
  const workspace = emptyFolder();
  const git = (...args: string[]) => execFileSync("git", args, { cwd: workspace, encoding: "utf8" });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(workspace, name), content);
  git("init", "--quiet");
  git("add", ".");
  git("-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "--quiet", "-m", "first");
  return { workspace, commit: git("rev-parse", "HEAD").trim() };
}

function relink(path: string, target: string): void {
  rmSync(path);
  symlinkSync(target, path);
}

describe("the bundle of compute-beta-tag", () => {
  test("computes the tag of the checked-out commit and writes outputs and summary", async () => {
    const { workspace, commit } = checkout({ "Cargo.toml": '[package]\nname = "shop"\nversion = "0.1.0"\n' });
    const result = await runBundle({
      action: "compute-beta-tag",
      workspace,
      inputs: { "version-file": "Cargo.toml" },
      env: { GITHUB_SHA: commit },
    });
    expect(logOf(result)).toContain(`computed beta tag 0.1.0-${commit.slice(0, 7)}.beta`);
    expect(result.conclusion).toBe("success");
    expect(result.outputs).toMatchObject({
      "beta-tag": `0.1.0-${commit.slice(0, 7)}.beta`,
      "release-tag": "0.1.0",
      commit,
      outcome: "computed",
    });
    expect(result.summary).toContain("Beta tag computed");
  });

  test("refuses a checkout of another commit", async () => {
    const { workspace } = checkout({ VERSION: "0.1.0" });
    const result = await runBundle({
      action: "compute-beta-tag",
      workspace,
      inputs: { "version-file": "VERSION", commit: "1".repeat(40) },
    });
    expect(result.conclusion).toBe("failure");
    expect(result.annotations).toMatchObject([
      { level: "error", message: expect.stringContaining("The checked-out commit is") },
    ]);
    expect(result.outputs).toEqual({ outcome: "error" });
    expect(logOf(result)).toContain("code: OTHER_COMMIT (refusal)");
  });

  test("says what to do without a checkout", async () => {
    const result = await runBundle({
      action: "compute-beta-tag",
      inputs: { version: "1.0.0", commit: "1".repeat(40) },
    });
    expect(logOf(result)).toContain("Put actions/checkout before this step.");
  });

  test("reports every bad input at once, in the log, the annotation and the summary", async () => {
    const inputs = { version: "v1.0.0+5", commit: "main", "sha-stile": "g", "sha-style": "long" };
    const result = await runBundle({ action: "compute-beta-tag", inputs });
    const [report] = result.annotations.filter(({ level }) => level === "error");
    expect(report?.message.split("\n")).toEqual([
      "4 inputs of compute-beta-tag refused; nothing was done.",
      expect.stringContaining("- version:"),
      expect.stringContaining("- commit:"),
      expect.stringContaining("- sha-style:"),
      "- sha-stile: is not an input of this action; did you mean sha-style?",
      expect.stringMatching(/^next: Correct the "with:" block/),
    ]);
    expect(result.summary).toContain("compute-beta-tag: failed");
    expect(result.conclusion).toBe("failure");
  });

  test.each([
    ["a file of 50 MB", (path: string) => truncateSync(path, 50_000_000), "has 50000000 bytes"],
    ["a link out of the workspace", (path: string) => relink(path, "/etc/hostname"), "leads out of the workspace"],
    ["UTF-16", (path: string) => writeFileSync(path, Buffer.from("\uFEFF1.0.0", "utf16le")), "is UTF-16"],
    ["a NUL", (path: string) => writeFileSync(path, "1.0.0\0"), "SemVer is expected"],
  ])("refuses a VERSION that is %s", async (_, spoil, reason) => {
    const { workspace, commit } = checkout({ VERSION: "1.0.0" });
    spoil(join(workspace, "VERSION"));
    const result = await runBundle({
      action: "compute-beta-tag",
      workspace,
      inputs: { "version-file": "VERSION", commit },
    });
    expect(result.annotations[0]?.message).toContain(reason);
    expect(result.outputs).toEqual({ outcome: "error" });
  });

  test("reads a VERSION with a byte order mark", async () => {
    const { workspace, commit } = checkout({ VERSION: "\uFEFF1.0.0\r\n" });
    const result = await runBundle({
      action: "compute-beta-tag",
      workspace,
      inputs: { "version-file": "VERSION", commit },
    });
    expect(result.outputs["version"]).toBe("1.0.0");
  });

  test("takes a beta tag apart without a checkout", async () => {
    const result = await runBundle({
      action: "compute-beta-tag",
      inputs: { "beta-tag": "0.1.0-abcdefg.beta", "release-tag-prefix": "v" },
      env: { GITHUB_SHA: "1".repeat(40) },
    });
    expect(result.outputs).toMatchObject({ version: "0.1.0", "release-tag": "v0.1.0", outcome: "parsed" });
  });
});
