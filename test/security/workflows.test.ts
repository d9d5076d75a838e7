import { lintWorkflows, readCommitsOf, renderViolation, renderWorkflow } from "@fairway/repo-tools";
import { describe, expect, test } from "@jest/globals";
import { WORKFLOWS } from "./workflow-files.ts";

/** Nothing may move in these before a person has approved. */
const GATED = [".github/workflows/production.yml", ".github/workflows/release.yml"];

const PIN = { repository: "acme/fairway", commit: "0123456789abcdef0123456789abcdef01234567", version: "v1.2.3" };

test("no workflow breaks a rule of packages/repo-tools/src/workflow-rules", () => {
  expect(lintWorkflows(WORKFLOWS, GATED).map(renderViolation)).toEqual([]);
});

test("the workflows in which nothing may move before the approval are there", () => {
  expect([...WORKFLOWS.keys()]).toEqual(expect.arrayContaining(GATED));
});

describe("no run can mix two commits of Fairway", () => {
  const rendered = new Map([...WORKFLOWS].map(([path, text]) => [path, renderWorkflow(text, PIN)]));

  test("because the rendered workflows name one commit", () => {
    const commits = [...rendered.values()].flatMap((text) => readCommitsOf(text, PIN.repository));
    expect(new Set(commits)).toEqual(new Set([PIN.commit]));
  });

  test("because each reference is rendered, and nothing else is changed", () => {
    for (const [path, text] of WORKFLOWS) {
      const [before, after] = [text.split("\n"), rendered.get(path)?.split("\n") ?? []];
      const changed = before.filter((line, index) => line !== after[index]);
      expect(changed.filter((line) => !/uses: (\$\/|OWNER\/fairway\/)|^ +deployment: false$/.test(line))).toEqual([]);
      expect(
        after.filter((line) => /uses:.*(\$\/|OWNER|fairway\/(?!\S+@[0-9a-f]{40} # v1\.2\.3$))/.test(line)),
      ).toEqual([]);
    }
  });

  test("because the rendered workflows keep every other rule", () => {
    const broken = lintWorkflows(rendered, []).filter(({ rule }) => rule !== "sibling-reference");
    expect(broken.map(renderViolation)).toEqual([]);
  });
});
