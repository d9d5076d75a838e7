import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { evaluateText, evaluateTextMap } from "../expressions/template.ts";
import { readActionMetadata } from "../runner/action-metadata.ts";
import { runProgram } from "../runner/run-program.ts";
import { runStep } from "../runner/run-step.ts";
import { stepEnvironment } from "./step-environment.ts";
import type { PostStep } from "./job-state.ts";
import type { StepOutcome } from "./run-events.ts";
import { runStandIn } from "./run-stand-in.ts";
import type { StepPlace } from "./step-place.ts";
import type { ActionBody, ScriptBody, Step } from "./workflow.ts";

/** A step that has started: for whom it stands in, if it does, and how it ends. */
export interface StartedStep {
  readonly stoodInFor: string | undefined;
  readonly outcome: Promise<StepOutcome>;
}

/** Starts what a step runs. Throws for a third-party action that has no stand-in. */
export function startBody(place: StepPlace, step: Step): StartedStep {
  const timeoutMs =
    step.timeoutMinutes === undefined
      ? place.state.stepLimitMs
      : Number(evaluateText(step.timeoutMinutes, place)) * 60_000;
  const { body } = step;
  if (body.kind === "script") return { stoodInFor: undefined, outcome: runScript(place, body, timeoutMs) };
  const inputs = evaluateTextMap(body.inputs, place);
  const folder = ownActionFolder(place, body);
  if (folder !== undefined)
    return { stoodInFor: undefined, outcome: runOwnAction(place, { folder, inputs, timeoutMs }) };
  return { stoodInFor: body.uses, outcome: runStandIn(place, body.uses, inputs) };
}

/** Runs the post phase that an action of this repository asked for. */
export async function runPostAction(place: StepPlace, post: PostStep): Promise<StepOutcome> {
  const { actionFolder, inputs, state } = post;
  return runStep({
    ...common({ ...place, environment: post.environment }),
    actionFolder,
    inputs,
    state,
    phase: "post",
    timeoutMs: place.state.stepLimitMs,
  });
}

/** `$/path` names this repository at the commit that runs; `./path` names the caller's checkout. */
function ownActionFolder({ state }: StepPlace, { uses }: ActionBody): string | undefined {
  if (uses.startsWith("$/")) return join(state.place.jobs.request.called.root, uses.slice(2));
  return uses.startsWith("./") ? join(state.folders.workspace, uses) : undefined;
}

async function runOwnAction(
  place: StepPlace,
  action: { folder: string; inputs: Readonly<Record<string, string>>; timeoutMs: number },
): Promise<StepOutcome> {
  const { folder: actionFolder, inputs, timeoutMs } = action;
  const { entry, postIf } = readActionMetadata(actionFolder);
  if (entry.pre !== undefined) throw new Error(`${actionFolder} has a pre phase, which the rehearsal does not run.`);
  const result = await runStep({ ...common(place), actionFolder, inputs, timeoutMs });
  if (entry.post !== undefined) {
    const { name, environment } = place;
    place.state.posts.push({
      name: `Post ${name}`,
      actionFolder,
      condition: postIf,
      inputs,
      environment,
      state: result.state,
    });
  }
  return result;
}

/** Scripts run under bash with `-e`, and with pipefail when `shell: bash` is written out, as on a Linux runner. */
async function runScript(place: StepPlace, body: ScriptBody, timeoutMs: number): Promise<StepOutcome> {
  if (body.shell !== undefined && body.shell !== "bash")
    throw new Error(`shell: ${body.shell} does not run in the rehearsal; bash does.`);
  const { workspace, temp } = place.state.folders;
  const file = join(temp, `${randomUUID()}.sh`);
  writeFileSync(file, evaluateText(body.run, place));
  const flags = body.shell === undefined ? ["-e"] : ["--noprofile", "--norc", "-eo", "pipefail"];
  return runProgram({
    title: place.name,
    program: "bash",
    args: [...flags, file],
    environment: stepEnvironment(place),
    workingDirectory:
      body.workingDirectory === undefined ? workspace : join(workspace, evaluateText(body.workingDirectory, place)),
    temporaryFolder: temp,
    masker: place.state.masker,
    timeoutMs,
    signal: place.state.signalNow(),
    preface: [],
    onLog: place.onLog,
  });
}

function common(place: StepPlace) {
  const { state, contexts, onLog } = place;
  return {
    env: stepEnvironment(place),
    workspace: state.folders.workspace,
    temporaryFolder: state.folders.temp,
    contexts,
    masker: state.masker,
    signal: state.signalNow(),
    onLog,
  };
}
