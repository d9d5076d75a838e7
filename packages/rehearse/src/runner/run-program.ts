import { runChild } from "./child-process.ts";
import type { Masker } from "./masker.ts";
import { createStepFiles } from "./step-files.ts";
import { createStepOutput, type Annotation, type LogLine, type StepOutput } from "./step-output.ts";

/** One program that a step starts: an action's entry file or a script. */
export interface ProgramStep {
  readonly title: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly workingDirectory: string;
  /** RUNNER_TEMP: the step's files live below it. */
  readonly temporaryFolder: string;
  readonly masker: Masker;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Lines that the runner itself says before the program starts. */
  readonly preface: readonly string[];
  readonly onLog: (line: LogLine) => void;
}

/** Everything that a step leaves behind. */
export interface StepResult {
  readonly conclusion: "success" | "failure" | "cancelled";
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** What the step added to the environment and to PATH of later steps. */
  readonly environment: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  /** Markdown of the job summary, masked. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly log: readonly LogLine[];
  readonly exitCode: number;
  readonly durationMs: number;
}

/** A cancelled step has this long for its own ending; the whole rehearsal has to stop within 5 s. */
const STOP = { terminateAfterMs: 2_500, killAfterMs: 4_000 } as const;

/** Runs one program as the runner runs a step: its commands, its files, its masks, its time limit. */
export async function runProgram(step: ProgramStep): Promise<StepResult> {
  const startedAt = performance.now();
  const files = createStepFiles(step.temporaryFolder);
  const output = createStepOutput(step.masker, step.onLog);
  const timeLimit = AbortSignal.timeout(step.timeoutMs);
  for (const line of step.preface) output.read(line);
  try {
    const exit = await runChild({
      program: step.program,
      args: step.args,
      environment: { ...step.environment, ...files.variables },
      workingDirectory: step.workingDirectory,
      onLine: (line) => output.read(line),
      stop: { signal: AbortSignal.any([step.signal, timeLimit]), ...STOP },
    });
    const results = files.collect();
    for (const { message } of results.problems)
      output.read(`::error::${message.replaceAll("%", "%25").replaceAll("\n", "%0A")}`);
    if (timeLimit.aborted)
      output.read(`::error::The action '${step.title}' has timed out after ${step.timeoutMs / 60_000} minutes.`);
    const succeeded = exit.exitCode === 0 && !timeLimit.aborted && !results.problems.some(({ fails }) => fails);
    return {
      conclusion: step.signal.aborted ? "cancelled" : succeeded ? "success" : "failure",
      ...resultsOf(output, results, step.masker),
      exitCode: exit.exitCode,
      durationMs: performance.now() - startedAt,
    };
  } finally {
    files.remove();
  }
}

function resultsOf(
  output: StepOutput,
  files: ReturnType<ReturnType<typeof createStepFiles>["collect"]>,
  masker: Masker,
) {
  return {
    outputs: Object.fromEntries([...output.outputs, ...files.outputs]),
    state: Object.fromEntries([...output.state, ...files.state]),
    environment: Object.fromEntries(files.environment),
    path: files.path,
    summary: masker.mask(files.summary),
    annotations: output.annotations,
    log: output.log,
  };
}
