import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { findActions, lintWorkflows, readCommitsOf, REPOSITORY_ROOT } from "@fairway/repo-tools";
import { startGitHub } from "@fairway/testbed";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { findingsOfZizmor } from "./run-linters.ts";
import { emptyFolder, runBundle, runnerVariables } from "../support/run-bundle.ts";
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

// What the examples explain in place, and a pin does not change.
const EXPLAINED = ["concurrency-limits", "secrets-outside-env"];

describeWithTool("zizmor", "zizmor, told to look away from nothing", () => {
  test("has nothing against a pinned workflow but what its example explains", () => {
    const paths = workflows().map((name) => join(folder, name));
    const findings = findingsOfZizmor(paths, ["--no-ignores"]);
    expect(findings.filter((rule) => !EXPLAINED.includes(rule))).toEqual([]);
  });
});

describe("a release of this repository, by its own bundles", () => {
  test("is published with these files for good, and then moves the tag of its line", async () => {
    const github = await startGitHub();
    try {
      const repository = github.repository("acme/shop");
      repository.immutableReleases(true);
      const head = repository.commit({ message: "work" });
      const token = github.token("release", { contents: "write" });
      const env = runnerVariables(github, { id: 1, sha: head });
      const workspace = emptyFolder();
      cpSync(folder, join(workspace, "release-files"), { recursive: true });
      const inputs = {
        tag: "v1.2.3",
        commit: head,
        files: "release-files/*",
        checksums: "false",
        "github-token": token,
      };
      const planned = await runBundle({
        action: "create-release",
        inputs: { ...inputs, "dry-run": "true" },
        env,
        workspace,
      });
      const created = await runBundle({ action: "create-release", inputs, env, workspace });
      expect([planned.outputs["outcome"], created.outputs["outcome"]]).toEqual(["planned", "created"]);
      const [release] = repository.releases;
      expect(release?.assets.map(({ name }) => name).sort()).toEqual([...readdirSync(folder), "manifest.json"].sort());
      const move = join(REPOSITORY_ROOT, "packages/repo-tools/bin/move-major-tag.mjs");
      const moved = await promisify(execFile)(process.execPath, [move, "v1.2.3"], {
        env: { ...env, GITHUB_TOKEN: token },
      });
      expect(moved.stdout).toBe(`v1 is v1.2.3, commit ${head}\n`);
      expect(repository.refs.get("refs/tags/v1")).toBe(head);
    } finally {
      await github.close();
    }
  });
});

function workflows(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith(".yml"));
}

function read(name: string): string {
  return readFileSync(join(folder, name), "utf8");
}
