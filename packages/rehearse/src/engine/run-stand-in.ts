import type { LogLine } from "../runner/step-output.ts";
import type { StepOutcome } from "./run-events.ts";
import { stepEnvironment } from "./step-environment.ts";
import type { StepPlace } from "./step-place.ts";

/** Plays a third-party action by its stand-in. Throws for an action that has none, or whose stand-in fails. */
export async function runStandIn(
  place: StepPlace,
  uses: string,
  inputs: Readonly<Record<string, string>>,
): Promise<StepOutcome> {
  const { host } = place.state.place.jobs.request;
  const name = uses.split("@")[0] ?? uses;
  const standIn = host.standIn(name);
  if (standIn === undefined) {
    throw new Error(
      `${name} is no action of this repository, and nothing stands in for it. Stand-ins exist for ${host.standInNames.join(", ")}.`,
    );
  }
  const startedAt = performance.now();
  const { workspace } = place.state.folders;
  const answer = await standIn({ inputs, workspace, environment: stepEnvironment(place), contexts: place.contexts });
  const log = answer.said.map((text): LogLine => ({ kind: "text", text: place.state.masker.mask(text), depth: 0 }));
  for (const line of log) place.onLog(line);
  return {
    conclusion: "success",
    outputs: answer.outputs ?? {},
    state: {},
    environment: answer.environment ?? {},
    path: [],
    summary: "",
    annotations: [],
    log,
    durationMs: performance.now() - startedAt,
  };
}
