import { spawnSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { findFault } from "@fairway/rehearse/rehearsal";
import { findFiles, readText, REPOSITORY_ROOT } from "@fairway/repo-tools";
import { describe, expect, test } from "@jest/globals";
import { describeWhereInstalled, describeWithTool } from "../support/tools.ts";
import { blocksIn } from "./pages.ts";

interface Line {
  readonly place: string;
  readonly words: readonly string[];
}

const blocks = blocksIn("bash", "sh");
const lines: readonly Line[] = blocks.flatMap(({ place, text }) =>
  text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => ({ place, words: line.match(/'[^']*'|"[^"]*"|[^\s'"]+/g) ?? [] })),
);

const linesOf = (program: string): Line[] => lines.filter(({ words }) => words[0] === program);
const named = (some: readonly Line[]) => some.map((line) => [line.place, line.words.join(" "), line] as const);

test("each line is of a program that is looked at here", () => {
  const known = ["npm", "gh", "aws", "docker", "curl", "echo", "sha256sum", "sudo"];
  const others = lines.filter(({ words: [first = ""] }) => !known.includes(first) && !/^\w+=/.test(first));
  expect(others.map(({ place, words }) => `${place} ${words.join(" ")}`)).toEqual([]);
});

describe("npm", () => {
  const { scripts } = JSON.parse(readText(REPOSITORY_ROOT, "package.json")) as { scripts: Record<string, string> };

  test.each(named(linesOf("npm")))("%s: %s is a script with such options", (_place, _text, { words }) => {
    const [, verb = "", name = ""] = words;
    const script = scripts[verb === "run" ? name : verb] ?? "";
    expect(script).toMatch(/^node /);
    const folder = /packages\/[\w-]+\/src/.exec(script)?.[0] ?? "";
    const sources = findFiles(REPOSITORY_ROOT, folder, (file) => file.endsWith(".ts"));
    const text = sources.map((path) => readText(REPOSITORY_ROOT, path)).join("\n");
    const options = words.filter((word) => /^--\w/.test(word)).map((word) => word.slice(2));
    expect(options.filter((option) => !new RegExp(`\\b${option}\\b`).test(text))).toEqual([]);
  });

  test.each(named(linesOf("npm").filter(({ words }) => words.includes("--fault"))))(
    "%s: %s plays a fault that there is",
    (_place, _text, { words }) => {
      expect(findFault(words[words.indexOf("--fault") + 1] ?? "").name).toBe(words.at(-1));
    },
  );
});

describeWithTool("shellcheck", "shellcheck", () => {
  test.each(blocks.map(({ place, text }) => [place, text] as const))("has nothing against %s", (_place, text) => {
    const { stdout, status } = run("shellcheck", ["--shell=bash", "--severity=style", "-"], text);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });
});

describeWithTool("aws", "the AWS CLI", () => {
  test.each(named(linesOf("aws")))("%s: %s is a command with such options", (_place, _text, { words }) => {
    const given = words.slice(1).map((word) => word.replaceAll(/^["']|["']$/g, "").replace(/^\$\w+$/, "arn:aws:x"));
    // Prints what the command would take and calls nobody; an option that there is not is refused before.
    const { status, stderr } = run("aws", [...given, "--generate-cli-skeleton", "input"], "");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});

describeWhereInstalled(["gh"], "the GitHub CLI", () => {
  test.each(named(linesOf("gh")))("%s: %s has such options, where this gh knows it", (_place, text, { words }) => {
    const end = words.findIndex((word, index) => index > 1 && !/^[a-z]+$/.test(word));
    const command = words[1] === "api" ? ["api"] : words.slice(1, Math.min(3, end));
    const help = run("gh", [...command, "--help"], "").stdout;
    // Older ones do not know newer commands, and answer with the list of all.
    if (!help.includes(`gh ${command.join(" ")}`)) return;
    const options = text.match(/(?<= )--?[a-z][\w-]*/g) ?? [];
    expect(options.filter((option) => !new RegExp(`(?:^|[ ,])${option}\\b`, "m").test(help))).toEqual([]);
  });
});

/** In the folder of the files to copy, which some commands name. The environment is named because jest's is a copy. */
function run(program: string, options: readonly string[], input: string) {
  const cwd = join(REPOSITORY_ROOT, "docs/set-up");
  const env = { ...process.env, AWS_EC2_METADATA_DISABLED: "true", AWS_REGION: "eu-central-1" };
  const { status, stdout, stderr } = spawnSync(program, options, { cwd, encoding: "utf8", env, input });
  return { status, stdout, stderr };
}
