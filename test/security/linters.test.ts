import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY_ROOT } from "@fairway/repo-tools";
import { expect, test } from "@jest/globals";
import { describeWithTool } from "../support/tools.ts";
import { listKeptFiles } from "./repository-files.ts";
import { findingsOfZizmor, runActionlint, runLinter } from "./run-linters.ts";
import { WORKFLOWS } from "./workflow-files.ts";

describeWithTool(["actionlint", "shellcheck"], "actionlint, which gives each script to shellcheck", () => {
  test.each([...WORKFLOWS])("has nothing against %s", (path, text) => {
    expect(runActionlint(path, text)).toEqual({ status: 0, output: "" });
  });

  test.each([
    [
      "an input that an action of this repository does not have",
      "beta-tag: ${{",
      "beta-tags: ${{",
      'input "beta-tags" is not defined',
    ],
    ["an output that it does not have", "outputs.commit }}", "outputs.commits }}", 'property "commits" is not defined'],
    ["an unquoted variable in a script", '>> "$GITHUB_STEP_SUMMARY"', ">> $GITHUB_STEP_SUMMARY", "SC2086"],
  ])("finds %s", (_title, sound, broken, complaint) => {
    const path = ".github/workflows/production.yml";
    const text = WORKFLOWS.get(path) ?? "";
    expect(text).toContain(sound);
    const { output } = runActionlint(
      path,
      text.replace(sound, () => broken),
    );
    expect(output).toContain(complaint);
  });

  test("finds an input that a called workflow of this repository does not have", () => {
    const path = "workflows-examples/production.yml";
    const text = WORKFLOWS.get(path) ?? "";
    expect(runActionlint(path, text.replace("cluster:", "clusters:")).output).toContain(
      'input "clusters" is not defined',
    );
  });
});

describeWithTool("zizmor", "zizmor, with everything that it can find offline", () => {
  const actions = readdirSync(join(REPOSITORY_ROOT, "actions")).map((name) => `actions/${name}/action.yml`);

  test("has nothing against any workflow, action or the settings of Dependabot", () => {
    expect(findingsOfZizmor([...WORKFLOWS.keys(), ...actions, ".github/dependabot.yml"])).toEqual([]);
  });

  test("finds what is wrong with a bad workflow", () => {
    const bad = join(import.meta.dirname, "fixtures/bad-workflow.yml");
    expect(findingsOfZizmor([bad])).toEqual(
      expect.arrayContaining(["template-injection", "unpinned-uses", "excessive-permissions", "artipacked"]),
    );
  });

  test("is told to look away only with a reason", () => {
    const ignored = [...WORKFLOWS].flatMap(([path, text]) =>
      text.split("\n").flatMap((line) => (line.includes("zizmor:") ? [`${path}: ${line.trim()}`] : [])),
    );
    expect(ignored.filter((line) => !/# zizmor: ignore\[[a-z-]+\] \w+ \w+ \w+/.test(line))).toEqual([]);
  });
});

describeWithTool("shellcheck", "shellcheck", () => {
  const scripts = listKeptFiles().filter((path) => !path.includes("/fixtures/") && isShellScript(path));

  test("has scripts to look at", () => {
    expect(scripts).toContain(".ci/run");
  });

  test.each(scripts)("has nothing against %s", (path) => {
    expect(runLinter("shellcheck", ["--severity=style", path])).toEqual({ status: 0, output: "" });
  });
});

function isShellScript(path: string): boolean {
  if (path.endsWith(".sh")) return true;
  if (/\.\w+$/.test(path)) return false;
  return /^#!.*\b(ba|da)?sh\b/.test(readFileSync(join(REPOSITORY_ROOT, path), "utf8").split("\n", 1)[0] ?? "");
}
