import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findActions, lintWorkflows, readCommitsOf, REPOSITORY_ROOT } from "@fairway/repo-tools";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { findingsOfZizmor } from "./run-linters.ts";
import { describeWithTool } from "../support/tools.ts";
import { WORKFLOWS } from "./workflow-files.ts";

const commit = "0123456789abcdef0123456789abcdef01234567";

const folder = mkdtempSync(join(tmpdir(), "fairway-release-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(() => {
  const pin = ["--repository", "acme/fairway", "--sha", commit, "--version", "v1.2.3", "--output", folder];
  const program = join(REPOSITORY_ROOT, "packages/repo-tools/src/render.ts");
  execFileSync(process.execPath, ["--conditions=fairway-source", program, ...pin]);
});

describe("what is beside a release", () => {
  test("is each workflow that others call, each example, and the SBOM of each bundle", () => {
    const examples = [...WORKFLOWS.keys()].filter((path) => path.startsWith("workflows-examples/"));
    const expected = [
      ...examples.map((path) => path.replace("workflows-examples/", "example-")),
      "reusable-production.yml",
      "reusable-staging.yml",
      ...findActions(REPOSITORY_ROOT).map((action) => `sbom-${action}.json`),
    ];
    expect(readdirSync(folder).sort()).toEqual(expected.sort());
  });

  test("names one commit of Fairway, in every workflow of it", () => {
    for (const name of workflows()) expect([name, readCommitsOf(read(name), "acme/fairway")]).toEqual([name, [commit]]);
  });

  test("has no reference left that would have to be looked up where it runs", () => {
    const files = new Map(workflows().map((name) => [name, read(name)]));
    const pins = lintWorkflows(files, []).filter(({ rule }) =>
      ["pin", "pin-version", "one-pin", "owner"].includes(rule),
    );
    expect(pins).toEqual([]);
    for (const text of files.values()) expect(text).not.toMatch(/uses: (\$|OWNER|\.)\//);
  });
});

describeWithTool("zizmor", "zizmor, told to look away from nothing", () => {
  test("has nothing against a pinned workflow", () => {
    expect(
      findingsOfZizmor(
        workflows().map((name) => join(folder, name)),
        ["--no-ignores"],
      ),
    ).toEqual([]);
  });
});

function workflows(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith(".yml"));
}

function read(name: string): string {
  return readFileSync(join(folder, name), "utf8");
}
