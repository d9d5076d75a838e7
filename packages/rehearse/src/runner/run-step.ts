import { mkdtempSync } from "node:fs";
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
  const metadata = readActionMetadata(step.actionFolder);
  const phase = step.phase ?? "main";
  const entry = metadata.entry[phase];
  if (entry === undefined) throw new Error(`${step.actionFolder} has no ${phase} phase.`);
  const inputs = inputVariables(metadata, step.inputs ?? {}, (text) => evaluateEmbedded(text, { contexts: { github: {}, ...step.contexts } }));
  const result = await runProgram({
    title: metadata.name,
    program: process.execPath,
    args: [join(step.actionFolder, entry)],
    environment: { ...baseEnvironment(step.workspace), ...step.env, ...inputs.variables, ...stateVariables(step.state ?? {}) },
    workingDirectory: step.workspace,
    temporaryFolder: step.temporaryFolder ?? mkdtempSync(join(tmpdir(), "fairway-step-")),
    masker: step.masker ?? createMasker(),
    timeoutMs: step.timeoutMs ?? SIX_HOURS_MS,
    signal: step.signal ?? new AbortController().signal,
    onLog: step.onLog ?? (() => undefined),
  });
  return phase === "main" ? withUnexpectedInputs(result, inputs.unexpected, metadata) : result;
}

function baseEnvironment(workspace: string): Record<string, string> {
  return { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", GITHUB_ACTIONS: "true", CI: "true", GITHUB_WORKSPACE: workspace };
}

function stateVariables(state: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
}

/** The runner warns of inputs that action.yml does not declare, and starts the action all the same. */
function withUnexpectedInputs(result: StepResult, unexpected: readonly string[], metadata: ActionMetadata): StepResult {
  if (unexpected.length === 0) return result;
  const names = (list: Iterable<string>): string => [...list].map((name) => `'${name}'`).join(", ");
  const message = `Unexpected input(s) ${names(unexpected)}, valid inputs are [${names(metadata.inputs.keys())}]`;
  const warning = { level: "warning", message, title: undefined, file: undefined, line: undefined } as const;
  return { ...result, annotations: [warning, ...result.annotations], log: [{ kind: "warning", text: message, depth: 0 }, ...result.log] };
}
