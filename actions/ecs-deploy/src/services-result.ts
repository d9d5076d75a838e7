import { upstream, type FairwayError } from "@fairway/domain";

import { oneLine, type EcsDeployOutputs, type Outcome, type ServiceResult } from "./result.ts";

/** What became of one of the services that were named. */
export type ServiceRun =
  | { readonly kind: "ended"; readonly service: string; readonly result: ServiceResult }
  /** Something was refused before the service was changed, or while it was. */
  | { readonly kind: "refused"; readonly service: string; readonly error: FairwayError }
  /** Because another one did not end well, or the time was over. */
  | { readonly kind: "not-started"; readonly service: string };

/** What became of all services that were named. */
export interface EcsDeployResult {
  readonly outputs: EcsDeployOutputs;
  readonly failure?: FairwayError | undefined;
  readonly report: { readonly runs: readonly ServiceRun[]; readonly durationMs: number };
}

/** Green only when every service is. The outputs that tell of one service are empty when there are several. */
export function toServicesResult(runs: readonly ServiceRun[], durationMs: number): EcsDeployResult {
  const services = JSON.stringify(runs.map(entryOf));
  const report = { runs, durationMs };
  const [only, ...more] = runs;
  if (more.length === 0 && only?.kind === "ended")
    return { outputs: { ...only.result.outputs, services }, failure: only.result.failure, report };
  const failure = failureOf(runs);
  const reason = failure?.message ?? `${runs.length} services: ${countOutcomes(runs)}`;
  const outputs = {
    "task-definition-arn": "",
    "previous-task-definition-arn": "",
    "deployment-id": "",
    "image-digest": "",
    "desired-count": "",
    "previous-desired-count": "",
    "failed-tasks": String(Math.max(0, ...runs.map(failedTasksOf))),
    reason: oneLine(reason),
    "duration-seconds": String(Math.round(durationMs / 1000)),
    outcome: outcomeOfAll(runs),
    services,
  };
  return { outputs, failure, report };
}

/** The outcome of one run; `not-started` for one that never was. */
export function outcomeOf(run: ServiceRun): Outcome | "not-started" {
  if (run.kind === "ended") return run.result.outputs.outcome;
  return run.kind === "refused" ? "error" : "not-started";
}

/** Why a run ended as it did, in one line. */
export function reasonOfRun(run: ServiceRun): string {
  if (run.kind === "ended") return run.result.outputs.reason;
  return run.kind === "refused" ? oneLine(run.error.message) : "not started, because an earlier one did not end well";
}

function entryOf(run: ServiceRun): Record<string, string> {
  const { outputs } = run.kind === "ended" ? run.result : { outputs: {} };
  const { service } = run;
  return { service, ...outputs, outcome: outcomeOf(run), reason: reasonOfRun(run) };
}

function failedTasksOf(run: ServiceRun): number {
  return run.kind === "ended" ? Number(run.result.outputs["failed-tasks"]) : 0;
}

const GREEN: readonly (Outcome | "not-started")[] = ["deployed", "started", "planned", "unchanged"];

/** The first that is red in the order given; else what most was done. */
function outcomeOfAll(runs: readonly ServiceRun[]): Outcome {
  const outcomes = runs.map(outcomeOf);
  const red = outcomes.find((one) => !GREEN.includes(one) && one !== "not-started");
  const decisive = red ?? (outcomes.includes("not-started") ? "error" : GREEN.find((one) => outcomes.includes(one)));
  return decisive === undefined || decisive === "not-started" ? "error" : decisive;
}

function failureOf(runs: readonly ServiceRun[]): FairwayError | undefined {
  const failed = runs.filter((run) => outcomeOf(run) !== "not-started" && !GREEN.includes(outcomeOf(run)));
  const waiting = runs.filter(({ kind }) => kind === "not-started");
  if (failed.length === 0 && waiting.length === 0) return undefined;
  const told = failed.map((run) => `${run.service} (${outcomeOf(run)}: ${reasonOfRun(run)})`).join("; ");
  const rest = waiting.length === 0 ? "" : ` Not started: ${waiting.map(({ service }) => service).join(", ")}.`;
  const message = `${failed.length} of ${runs.length} services did not end well${told === "" ? "" : `: ${told}`}.${rest}`;
  return upstream("SERVICES_FAILED", message, {
    nextStep: "Correct what the reasons say, then run this step again: services that are done are found unchanged.",
  });
}

function countOutcomes(runs: readonly ServiceRun[]): string {
  const counts = new Map<string, number>();
  for (const run of runs) counts.set(outcomeOf(run), (counts.get(outcomeOf(run)) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(", ");
}
