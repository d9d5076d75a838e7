import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { FileCommandError, parseKeyValueFile, parsePathFile } from "./file-commands.ts";

/** The files that a step writes its results to; new ones for each step, as on the runner. */
export interface StepFiles {
  readonly variables: Readonly<Record<string, string>>;
  collect(): StepResults;
  remove(): void;
}

/** What the step left in its files. */
export interface StepResults {
  readonly outputs: ReadonlyMap<string, string>;
  readonly state: ReadonlyMap<string, string>;
  readonly environment: ReadonlyMap<string, string>;
  readonly path: readonly string[];
  readonly summary: string;
  /** Errors that the runner shows; `fails` tells whether the step fails for it. */
  readonly problems: readonly { readonly message: string; readonly fails: boolean }[];
}

/** The runner uploads no summary above this size. */
const SUMMARY_LIMIT_BYTES = 1024 * 1024;

const VARIABLES = {
  output: "GITHUB_OUTPUT",
  state: "GITHUB_STATE",
  env: "GITHUB_ENV",
  path: "GITHUB_PATH",
  summary: "GITHUB_STEP_SUMMARY",
} as const;

type FileName = keyof typeof VARIABLES;

/** Creates empty files for one step below `folder`. */
export function createStepFiles(folder: string): StepFiles {
  const home = join(folder, "_runner_file_commands", randomUUID());
  mkdirSync(home, { recursive: true });
  const names = Object.keys(VARIABLES) as FileName[];
  for (const name of names) writeFileSync(join(home, name), "");
  return {
    variables: Object.fromEntries(names.map((name) => [VARIABLES[name], join(home, name)])),
    collect: () => collect((name) => readFileSync(join(home, name), "utf8")),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

function collect(textOf: (name: FileName) => string): StepResults {
  const problems: { message: string; fails: boolean }[] = [];
  const results = {
    outputs: read("output"),
    state: read("state"),
    environment: read("env"),
    path: parsePathFile(textOf("path")),
    summary: textOf("summary"),
    problems,
  };
  if (results.environment.delete("NODE_OPTIONS")) {
    problems.push({ message: "Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.", fails: true });
  }
  return { ...results, summary: withinLimit(results.summary) };

  /** One refused file fails the step, and the other files still count. */
  function read(name: FileName): Map<string, string> {
    try {
      return parseKeyValueFile(textOf(name));
    } catch (error) {
      if (!(error instanceof FileCommandError)) throw error;
      problems.push({
        message: `Unable to process file command '${name}' successfully. ${error.message}`,
        fails: true,
      });
      return new Map();
    }
  }

  function withinLimit(summary: string): string {
    const bytes = Buffer.byteLength(summary);
    if (bytes <= SUMMARY_LIMIT_BYTES) return summary;
    const size = Math.ceil(bytes / 1024);
    problems.push({
      message: `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${size}k.`,
      fails: false,
    });
    return "";
  }
}
