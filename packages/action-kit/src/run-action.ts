import { createHash, randomUUID } from "node:crypto";

import {
  joinParts,
  parseDigest,
  type Clock,
  type Digest,
  type FairwayError,
  type Fields,
  type InputProblem,
  type InputsOf,
  type Log,
} from "@fairway/domain";

import { hearSignals, listenForCancellation } from "./cancellation.ts";
import { maskAwsCredentials } from "./masks.ts";
import { readInputs } from "./read-inputs.ts";
import { renderFailure, renderUnshown, reportFailure } from "./report-failure.ts";
import { readRunnerContext, type RunnerContext } from "./runner-context.ts";
import { createRunnerLog, type RunnerLog } from "./runner-log.ts";
import { systemClock } from "./system-clock.ts";
import { writeOutputs, writeState, writeSummary } from "./write-results.ts";

/** What the runner gives to an action, as ports. */
export interface Runtime {
  readonly log: Log;
  readonly clock: Clock;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
  readonly context: RunnerContext;
  /** From 0 up to 1, for jitter. */
  readonly random: () => number;
  /** A name that nobody else has, for what must be told apart from everybody else's. */
  readonly uniqueId: () => string;
  /** The sha256 of bytes. */
  readonly digest: (content: Uint8Array) => Digest;
}

export interface ActionResult {
  /** `outcome` is always among them. They are written before a failure is. */
  readonly outputs: Readonly<Record<string, string>> & { readonly outcome: string };
  /** Why the step is red; absent when it is green. */
  readonly failure?: FairwayError | undefined;
  /** What the post step needs to know. */
  readonly state?: Readonly<Record<string, string>> | undefined;
}

export interface Action<F extends Fields, R extends ActionResult> {
  readonly name: string;
  readonly fields: F;
  /** Contradictions between inputs that are each valid. */
  readonly check?: (inputs: InputsOf<F>) => readonly InputProblem[];
  readonly execute: (inputs: InputsOf<F>, runtime: Runtime) => Promise<R>;
  readonly render: (result: R, inputs: InputsOf<F>) => string;
  /** Runs at the end of the job with what `state` held; it may warn, it never makes the job red. */
  readonly post?: (state: Readonly<Record<string, string>>, inputs: InputsOf<F>, runtime: Runtime) => Promise<void>;
}

const POST_MARKER = "fairway-post";
const STATE_PREFIX = "STATE_";

/**
 * Runs an action from inputs to summary. It is red when its result carries a failure or anything is thrown, and then its
 * outputs are written all the same (`outcome: error` when there is no result), so that later steps see how far it got.
 * Await it at the top level: a run that waits for something that never comes then ends red, with Node's exit code 13.
 */
export async function runAction<F extends Fields, R extends ActionResult>(action: Action<F, R>): Promise<void> {
  const log = createRunnerLog();
  const cancellation = listenForCancellation((error) => {
    void endRed(action.name, error, log).finally(() => process.exit());
  });
  const runtime: Runtime = {
    log,
    clock: systemClock,
    signal: cancellation.signal,
    context: readRunnerContext(process.env),
    random: Math.random,
    uniqueId: randomUUID,
    digest: (content) => parseDigest(`sha256:${createHash("sha256").update(content).digest("hex")}`),
  };
  try {
    maskAwsCredentials(process.env);
    if (process.env[`${STATE_PREFIX}${POST_MARKER}`] === "true") await runPost(action, runtime);
    else await runMain(action, { ...runtime, log });
  } catch (error) {
    await endRed(action.name, error, log);
  } finally {
    cancellation.dispose();
  }
}

async function runMain<F extends Fields, R extends ActionResult>(
  action: Action<F, R>,
  runtime: Runtime & { readonly log: RunnerLog },
): Promise<void> {
  if (action.post !== undefined) writeState({ [POST_MARKER]: "true" });
  const inputs = readInputs(action, process.env);
  const result = await action.execute(inputs, runtime);
  writeState(result.state ?? {});
  writeOutputs(result.outputs);
  await writeSummary(joinParts([action.render(result, inputs).trimEnd(), renderUnshown(runtime.log.unshown())]));
  // What was done is told as it is; a run that somebody cancelled before that is red all the same.
  await hearSignals();
  const failure: unknown = result.failure ?? (runtime.signal.aborted ? runtime.signal.reason : undefined);
  if (failure === undefined) return;
  process.exitCode = 1;
  reportFailure(action.name, failure, runtime.log);
}

async function runPost<F extends Fields, R extends ActionResult>(
  action: Action<F, R>,
  runtime: Runtime,
): Promise<void> {
  try {
    await action.post?.(stateOf(process.env), readInputs(action, process.env), runtime);
  } catch (error) {
    runtime.log.warning(`${action.name} could not clean up: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function stateOf(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const state: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (name.startsWith(STATE_PREFIX) && value !== undefined) state[name.slice(STATE_PREFIX.length)] = value;
  }
  return state;
}

async function endRed(action: string, error: unknown, log: RunnerLog): Promise<void> {
  process.exitCode = 1;
  reportFailure(action, error, log);
  try {
    writeOutputs({ outcome: "error" });
    await writeSummary(joinParts([renderFailure(action, error).trimEnd(), renderUnshown(log.unshown())]));
  } catch {
    // The runner's files take nothing; the log has said all there is to say, and the exit code says red.
  }
}
