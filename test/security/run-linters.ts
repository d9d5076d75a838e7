import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import process from "node:process";
import { REPOSITORY_ROOT } from "@fairway/repo-tools";
import { goProgramPath } from "../support/go-programs.ts";

// .ci/run builds actionlint; anywhere else it is used where it was built before.
process.env["PATH"] = `${process.env["PATH"]}:${dirname(goProgramPath("actionlint"))}`;

export interface LinterRun {
  readonly status: number | null;
  readonly output: string;
}

/** Runs a linter in the root with this file's own PATH. */
export function runLinter(program: string, options: readonly string[], input = ""): LinterRun {
  // The environment is named, because jest's own copy is not what a child gets.
  const { status, stdout, error } = spawnSync(program, options, {
    cwd: REPOSITORY_ROOT,
    encoding: "utf8",
    env: process.env,
    input,
  });
  if (error !== undefined) throw error;
  return { status, output: stdout };
}

/** actionlint does not know the form `$/path`, so it is shown `./path`, which lets it read the action itself. */
export function runActionlint(path: string, text: string): LinterRun {
  const input = text
    .replaceAll(/uses: \$\//g, "uses: ./")
    .replaceAll(/uses: OWNER\/fairway\/(\S+)@v\d+/g, "uses: ./$1");
  return runLinter("actionlint", ["-no-color", "-stdin-filename", path, "-"], input);
}

/** The rules that zizmor finds broken, without what a comment beside it tells it to look away from. */
export function findingsOfZizmor(paths: readonly string[], more: readonly string[] = []): string[] {
  const options = ["--offline", "--no-progress", "--persona=auditor", "--strict-collection", "--format=json-v1"];
  const { output } = runLinter("zizmor", [...options, ...more, ...paths]);
  if (!output.startsWith("[")) throw new Error("zizmor could not read what it was given.");
  const findings = JSON.parse(output) as readonly { readonly ident: string; readonly ignored: boolean }[];
  return findings.filter(({ ignored }) => !ignored).map(({ ident }) => ident);
}
