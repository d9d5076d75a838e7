import { evaluateExpression, isTruthy, type Scope, type StatusFunctions, type Value } from "../expressions/evaluate.ts";
import { evaluateTemplate, evaluateText, evaluateTextMap } from "../expressions/template.ts";
import type { LogLine } from "../runner/step-output.ts";
import type { JobState } from "./job-state.ts";
import { runPostAction, startBody } from "./run-body.ts";
import type { Conclusion, StepOutcome, StepRecord } from "./run-events.ts";
import type { StepPlace } from "./step-place.ts";
import type { Step } from "./workflow.ts";

/** Runs the steps of a job one after the other; after a failure only those whose `if:` asks for it. */
export async function runSteps(state: JobState, steps: readonly Step[]): Promise<void> {
  for (const step of steps) state.keep(step, await runOne(state, step));
}

/** Runs the post phases of the actions that have one, last first. */
export async function runPostSteps(state: JobState): Promise<void> {
  for (const post of state.posts.toReversed()) {
    const contexts = state.contextsNow(post.environment);
    if (!isTruthy(evaluateExpression(post.condition, { contexts, status: statusOf(state) }))) continue;
    const place = placeOf(state, post.name, contexts);
    state.keep(
      undefined,
      record(place, await attempt(place, () => runPostAction(place, post)), {
        tolerated: false,
        stoodInFor: undefined,
        isPost: true,
      }),
    );
  }
}

async function runOne(state: JobState, step: Step): Promise<StepRecord> {
  const early = state.contextsNow({});
  const name = nameOf(step, { contexts: early });
  const place = placeOf(state, name, early);
  let stoodInFor: string | undefined;
  let tolerated = false;
  const outcome = await attempt(place, async () => {
    const environment = evaluateTextMap(step.env, { contexts: early });
    const contexts = state.contextsNow(environment);
    if (!isTruthy(evaluateExpression(step.condition, { contexts, status: statusOf(state) }))) return "skipped";
    state.place.jobs.request.report({ kind: "step-started", job: state.place.name, step: name });
    tolerated = step.continueOnError !== undefined && isTruthy(evaluateTemplate(step.continueOnError, { contexts }));
    const started = startBody({ ...place, contexts, environment }, step);
    stoodInFor = started.stoodInFor;
    return started.outcome;
  });
  if (outcome !== "skipped") {
    Object.assign(state.left.environment, outcome.environment);
    state.left.path.unshift(...outcome.path.toReversed());
  }
  return record(place, outcome, { tolerated, stoodInFor });
}

/** A step that cannot be started fails with the reason in its log, like a step that ran and failed. */
async function attempt(
  place: StepPlace,
  run: () => Promise<StepOutcome | "skipped">,
): Promise<StepOutcome | "skipped"> {
  try {
    return await run();
  } catch (error) {
    const message = place.state.masker.mask(error instanceof Error ? error.message : String(error));
    const line: LogLine = { kind: "error", text: message, depth: 0 };
    place.onLog(line);
    const annotation = { level: "error", message, title: undefined, file: undefined, line: undefined } as const;
    const nothing = { outputs: {}, state: {}, environment: {}, path: [], summary: "", durationMs: 0 };
    return { conclusion: "failure", ...nothing, annotations: [annotation], log: [line] };
  }
}

function record(
  place: StepPlace,
  outcome: StepOutcome | "skipped",
  how: { tolerated: boolean; stoodInFor: string | undefined; isPost?: true },
): StepRecord {
  const { stoodInFor } = how;
  if (outcome === "skipped") {
    const nothing = { outputs: {}, summary: "", annotations: [], log: [], durationMs: 0 };
    return complete({ name: place.name, outcome: "skipped", conclusion: "skipped", stoodInFor, ...nothing });
  }
  const { outputs, summary, annotations, log, durationMs } = outcome;
  const conclusion: Conclusion = outcome.conclusion === "failure" && how.tolerated ? "success" : outcome.conclusion;
  return complete({
    name: place.name,
    outcome: outcome.conclusion,
    conclusion,
    stoodInFor,
    outputs,
    summary,
    annotations,
    log,
    durationMs,
    ...(how.isPost && { isPost: true }),
  });

  function complete(step: StepRecord): StepRecord {
    place.state.place.jobs.request.report({ kind: "step-completed", job: place.state.place.name, step });
    return step;
  }
}

function placeOf(state: JobState, name: string, contexts: Readonly<Record<string, Value>>): StepPlace {
  const { report } = state.place.jobs.request;
  return {
    state,
    name,
    contexts,
    environment: {},
    onLog: (line) => report({ kind: "step-log", job: state.place.name, step: name, line }),
  };
}

function statusOf(state: JobState): StatusFunctions {
  const status = state.status();
  return { success: status === "success", failure: status === "failure", cancelled: status === "cancelled" };
}

/** The name that GitHub shows: the step's own, else what it runs. */
function nameOf(step: Step, scope: Scope): string {
  if (step.name !== undefined) return evaluateText(step.name, scope);
  if (step.body.kind === "action") return `Run ${step.body.uses}`;
  return `Run ${evaluateText(step.body.run, scope).split("\n")[0] ?? ""}`;
}
