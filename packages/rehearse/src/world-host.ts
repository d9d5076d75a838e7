import type { RunState, World } from "@fairway/testbed";
import type { EnvironmentAnswer } from "./engine/run-events.ts";
import type { HostedJob, RunHost } from "./engine/run-request.ts";
import { createStandIns } from "./stand-ins.ts";

/** One run of a workflow in the embedded GitHub, and who answers for its reviewers. */
export interface HostedRun {
  readonly world: World;
  readonly run: RunState;
  readonly number: number;
  readonly reviewer: Reviewer;
}

/** The required reviewer whom the rehearsal plays. */
export interface Reviewer {
  readonly login: string;
  readonly answer: "approve" | "refuse";
  /** Called while the job waits, before the answer: what the reviewer sees then is what the promotion has moved so far. */
  readonly beforeAnswer?: (() => void | Promise<void>) | undefined;
}

/** Variables of the world that only come with credentials, so no step has them by itself. */
const CREDENTIALS = new Set([
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_REGION",
  "AWS_DEFAULT_REGION",
]);

/** Connects the engine to the embedded world: jobs and approvals in its GitHub, endpoints, tokens and stand-ins. */
export function openRunHost(hosted: HostedRun): RunHost {
  const { world, run, number } = hosted;
  const standIns = createStandIns(world);
  return {
    run: { id: run.id, number, attempt: run.attempt, url: run.htmlUrl },
    urls: { server: world.github.serverUrl, api: world.github.url },
    environment: Object.fromEntries(Object.entries(world.env()).filter(([name]) => !CREDENTIALS.has(name))),
    startJob: (name, deploysTo) => startJob(run, name, deploysTo),
    enterEnvironment: (environment, onWait) => enter(hosted, environment, onWait),
    issueToken: (permissions) => world.github.token(`run-${run.id}`, withoutNone(permissions)),
    standIn: (name) => standIns[name],
    standInNames: Object.keys(standIns),
  };
}

function startJob(run: RunState, name: string, deploysTo: string | undefined): HostedJob {
  const job = run.startJob(name);
  const deployment = deploysTo === undefined ? undefined : run.startDeployment(deploysTo);
  return {
    id: job.id,
    complete: (conclusion, environmentUrl) => {
      job.complete(conclusion);
      deployment?.complete(conclusion, environmentUrl);
    },
  };
}

async function enter(
  { world, run, reviewer }: HostedRun,
  environment: string,
  onWait: () => void,
): Promise<EnvironmentAnswer> {
  if (!(await hasReviewers(world, environment))) return { kind: "unprotected" };
  run.requestApproval(environment);
  onWait();
  await reviewer.beforeAnswer?.();
  const by = reviewer.login;
  if (reviewer.answer === "refuse") {
    const comment = "Not today.";
    run.reject(by, comment);
    return { kind: "refused", by, comment };
  }
  const comment = "The plan looks right.";
  run.approve(by, comment);
  return { kind: "approved", by, comment };
}

async function hasReviewers(world: World, environment: string): Promise<boolean> {
  const { github, repository } = world;
  const headers = { authorization: `Bearer ${github.token("rehearsal", { actions: "read", environments: "read" })}` };
  const answer = await fetch(
    `${github.url}/repos/${repository.fullName}/environments/${encodeURIComponent(environment)}`,
    { headers },
  );
  if (answer.status === 404) return false;
  if (!answer.ok)
    throw new Error(`The environment ${environment} cannot be read: ${answer.status} ${await answer.text()}`);
  const { protection_rules: rules } = (await answer.json()) as { protection_rules: readonly { type: string }[] };
  return rules.some(({ type }) => type === "required_reviewers");
}

function withoutNone(
  permissions: Readonly<Record<string, "read" | "write" | "none">>,
): Record<string, "read" | "write"> {
  return Object.fromEntries(
    Object.entries(permissions).filter((entry): entry is [string, "read" | "write"] => entry[1] !== "none"),
  );
}
