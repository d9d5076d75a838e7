import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { evaluateEmbedded } from "../expressions/embedded-text.ts";
import type { Value } from "../expressions/evaluate.ts";
import { inputVariables } from "./action-inputs.ts";
import { readActionMetadata, type ActionMetadata } from "./action-metadata.ts";
import { createMasker, type Masker } from "./masker.ts";
import { runProgram, type StepResult } from "./run-program.ts";
import type { LogLine } from "./step-output.ts";

/** One use of a JavaScript action of this repository. */
export interface ActionStep {
  /** Holds action.yml; the entry file that it names must be built. */
  readonly actionFolder: string;
  /** What stands under `with:`. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The whole environment of the child but INPUT_*, STATE_* and the step's files; PATH and HOME are added when absent. */
  readonly env?: Readonly<Record<string, string>>;
  /** GITHUB_WORKSPACE and working directory. */
  readonly workspace: string;
  readonly phase?: "pre" | "main" | "post";
  /** What the phases before saved; a post phase reads it as STATE_*. */
  readonly state?: Readonly<Record<string, string>>;
  /** Contexts for the defaults in action.yml, `${{ github.token }}` for one. */
  readonly contexts?: Readonly<Record<string, Value>>;
  readonly masker?: Masker;
  readonly temporaryFolder?: string;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly onLog?: (line: LogLine) => void;
}

/** The longest that a step may take when nothing else is said: GitHub's own default for a job. */
const SIX_HOURS_MS = 6 * 60 * 60 * 1000;

/**
 * Runs an action's entry file as GitHub's runner does: a child process of Node 24 with INPUT_* variables (defaults from
 * action.yml), the five result files, workflow commands read from its output, and masks applied to all that is shown.
 * Throws when the folder is no JavaScript action or has no such phase.
 */
export async function runStep(step: ActionStep): Promise<StepResult> {
  const own = step.temporaryFolder === undefined ? mkdtempSync(join(tmpdir(), "fairway-step-")) : undefined;
  try {
    return await run({ ...standingAlone(own ?? ""), ...step });
  } finally {
    if (own !== undefined) rmSync(own, { recursive: true, force: true });
  }
}

async function run(step: Required<ActionStep>): Promise<StepResult> {
  const metadata = readActionMetadata(step.actionFolder);
  const entry = metadata.entry[step.phase];
  if (entry === undefined) throw new Error(`${step.actionFolder} has no ${step.phase} phase.`);
  const program = join(step.actionFolder, entry);
  if (!existsSync(program)) throw new Error(`${program} is not built: run npm run build.`);
  const scope = { contexts: { github: {}, ...step.contexts } };
  const inputs = inputVariables(metadata, step.inputs, (text) => evaluateEmbedded(text, scope));
  return runProgram({
    title: metadata.name,
    program: process.execPath,
    args: [program],
    environment: { ...baseEnvironment(step), ...step.env, ...inputs.variables, ...stateVariables(step.state) },
    workingDirectory: step.workspace,
    temporaryFolder: step.temporaryFolder,
    masker: step.masker,
    timeoutMs: step.timeoutMs,
    signal: step.signal,
    preface: step.phase === "main" ? warnOfUnexpected(inputs.unexpected, metadata) : [],
    onLog: step.onLog,
  });
}

function standingAlone(temporaryFolder: string) {
  return {
    inputs: {},
    env: {},
    phase: "main" as const,
    state: {},
    contexts: {},
    masker: createMasker(),
    temporaryFolder,
    timeoutMs: SIX_HOURS_MS,
    signal: new AbortController().signal,
    onLog: () => undefined,
  };
}

function baseEnvironment({ workspace, temporaryFolder }: Required<ActionStep>): Record<string, string> {
  return {
    PATH: process.env["PATH"] ?? "",
    HOME: process.env["HOME"] ?? "",
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temporaryFolder,
  };
}

function stateVariables(state: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
}

/** The runner warns of inputs that action.yml does not declare, and starts the action all the same. */
function warnOfUnexpected(unexpected: readonly string[], metadata: ActionMetadata): string[] {
  if (unexpected.length === 0) return [];
  const names = (list: Iterable<string>): string => [...list].map((name) => `'${name}'`).join(", ");
  return [`::warning::Unexpected input(s) ${names(unexpected)}, valid inputs are [${names(metadata.inputs.keys())}]`];
}
