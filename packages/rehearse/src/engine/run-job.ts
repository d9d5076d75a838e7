import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Value } from "../expressions/evaluate.ts";
import { evaluateText, evaluateTextMap, type Template } from "../expressions/template.ts";
import { createMasker } from "../runner/masker.ts";
import type { JobEnd, JobPlace } from "./job-place.ts";
import { openJobState, type JobSettings, type JobState } from "./job-state.ts";
import { jobOutputs } from "./job-outputs.ts";
import { readEnvironment, type JobEnvironment } from "./read-environment.ts";
import type { EnvironmentAnswer } from "./run-events.ts";
import { runPostSteps, runSteps } from "./run-steps.ts";
import type { StepsBody } from "./workflow.ts";

/** GitHub's own limit for a job that sets none. */
const DEFAULT_TIMEOUT_MINUTES = 360;

/** Runs one job: its environment's approval first, then its steps, their post steps in reverse order, and its outputs. */
export async function runJob(place: JobPlace, body: StepsBody): Promise<JobEnd> {
  const { request } = place.jobs;
  const entered = readEnvironment(body.environment, place.contexts);
  const environment = entered?.name;
  const answer = environment === undefined ? undefined : await enter(place, environment);
  if (answer?.kind === "refused") return refused(place, environment ?? "", answer);
  if (request.signal.aborted)
    return finish(place, { conclusion: "cancelled", outputs: {}, steps: [], problem: undefined });

  const hosted = request.host.startJob(place.name, entered?.isDeployment === true ? environment : undefined);
  request.report({ kind: "job-started", job: place.name });
  const timeoutMinutes = minutesOf(body, place);
  const timeLimit = AbortSignal.timeout(timeoutMinutes * 60_000);
  const state = openState(place, body, {
    environment,
    checkRunId: hosted.id,
    signal: AbortSignal.any([request.signal, timeLimit]),
    stepLimitMs: timeoutMinutes * 60_000,
  });
  await runSteps(state, body.steps);
  await runPostSteps(state);
  const outputs = jobOutputs(state, body.outputs);
  const conclusion = state.status();
  hosted.complete(conclusion, urlOf(entered, state));
  const problem = timeLimit.aborted
    ? `The job has exceeded the maximum execution time of ${timeoutMinutes} minutes.`
    : undefined;
  return finish(place, { conclusion, outputs, steps: state.records, problem });
}

function minutesOf({ timeoutMinutes }: StepsBody, place: JobPlace): number {
  return timeoutMinutes === undefined ? DEFAULT_TIMEOUT_MINUTES : Number(evaluateText(timeoutMinutes, place));
}

function finish(place: JobPlace, end: JobEnd & { steps: JobState["records"]; problem: string | undefined }): JobEnd {
  place.jobs.request.report({ kind: "job-completed", job: { name: place.name, ...end } });
  return { conclusion: end.conclusion, outputs: end.outputs };
}

async function enter({ jobs, name }: JobPlace, environment: string): Promise<EnvironmentAnswer> {
  const { host, report } = jobs.request;
  const answer = await host.enterEnvironment(environment, () =>
    report({ kind: "approval-asked", job: name, environment }),
  );
  if (answer.kind !== "unprotected") report({ kind: "approval-answered", job: name, environment, answer });
  return answer;
}

function refused(
  place: JobPlace,
  environment: string,
  answer: Extract<EnvironmentAnswer, { kind: "refused" }>,
): JobEnd {
  const problem = `${answer.by} refused the deployment to ${environment}: ${answer.comment}`;
  return finish(place, { conclusion: "failure", outputs: {}, steps: [], problem });
}

function urlOf(environment: JobEnvironment | undefined, state: JobState): string | undefined {
  return environment?.url === undefined
    ? undefined
    : evaluateText(environment.url, { contexts: state.contextsNow({}) });
}

function openState(
  place: JobPlace,
  body: StepsBody,
  run: Pick<JobSettings, "checkRunId" | "signal" | "stepLimitMs"> & { environment: string | undefined },
): JobState {
  const { request, loaded, contexts, secrets } = place.jobs;
  const folders = createFolders(request.folder, run.checkRunId);
  const token = request.host.issueToken(loaded.permissions.get(place.job.id) ?? {});
  const overlay = request.environments[run.environment ?? ""] ?? { variables: {}, secrets: {} };
  const ownSecrets = { ...secrets, ...overlay.secrets, GITHUB_TOKEN: token };
  const github = {
    ...contexts.github,
    job: place.job.id,
    token,
    workspace: folders.workspace,
    event_path: folders.eventPath,
  };
  writeFileSync(folders.eventPath, JSON.stringify(contexts.github["event"]));
  const jobContexts = {
    ...place.contexts,
    github,
    vars: { ...contexts.vars, ...overlay.variables },
    secrets: ownSecrets,
  };
  const environment = { ...textMap(loaded.workflow.env), ...textMap(body.env) };
  return openJobState({
    place,
    contexts: { ...jobContexts, strategy: {}, matrix: {}, runner: runnerContext(folders.temp) },
    environment,
    folders,
    checkRunId: run.checkRunId,
    masker: createMasker(Object.values(ownSecrets)),
    signal: run.signal,
    stepLimitMs: run.stepLimitMs,
  });

  function textMap(template: Template | undefined): Record<string, string> {
    return evaluateTextMap(template, { contexts: jobContexts });
  }
}

function createFolders(root: string, checkRunId: number): JobState["folders"] {
  const home = join(root, `job-${checkRunId}`);
  const folders = { workspace: join(home, "workspace"), temp: join(home, "temp"), tools: join(home, "tools") };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  return { ...folders, eventPath: join(folders.temp, "event.json") };
}

function runnerContext(temp: string): Value {
  return { os: "Linux", arch: "X64", name: "rehearsal", temp, tool_cache: temp, environment: "self-hosted", debug: "" };
}
