import { mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { World } from "@fairway/testbed";
import type { RunEvent } from "./engine/run-events.ts";
import { readWorkflow } from "./engine/read-workflow.ts";
import { runWorkflow, type RunRecord } from "./engine/run-workflow.ts";
import { secretsOf, variablesOf } from "./application/names-of.ts";
import { playOnLoopback } from "./application/play-on-loopback.ts";
import type { Application } from "./application/application.ts";
import { fillIn } from "./fill-in.ts";
import { openRunHost, type Reviewer } from "./world-host.ts";

/** A world, and the two workflows that are run in it the way a team would run them. */
export interface Rehearsal {
  readonly world: World;
  /** Repository with the workflows, examples and actions under test. */
  readonly root: string;
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Every run so far, in order. */
  readonly runs: readonly RunRecord[];
  /** Commits a version of the application to main. Returns the SHA. */
  commit(version: string): string;
  /** Runs staging.yml on a commit. */
  stage(commit: string): Promise<RunRecord>;
  /** Runs production.yml for a beta tag; the reviewer approves unless told otherwise. */
  promote(betaTag: string, reviewer?: Partial<Reviewer>): Promise<RunRecord>;
}

export interface RehearsalOptions {
  readonly world: World;
  readonly root: string;
  /** Folder for workspaces and temporary files; whoever made it removes it. */
  readonly folder: string;
  readonly report: (event: RunEvent) => void;
  readonly signal: AbortSignal;
  /** Whose workflows are run; the examples when left out. */
  readonly application?: Application | undefined;
}

/** Where the examples say OWNER. */
const OWNER = "fairway-actions";

const EXAMPLE_VARIABLES = { AWS_DEPLOY_ROLE_ARN: "arn:aws:iam::000000000000:role/deploy" };
const EXAMPLE_SECRETS = { REGISTRY_USERNAME: "rehearsal", REGISTRY_PASSWORD: "rehearsal-registry-password" };

/** The people of the story are named by what they do. */
const DEVELOPER = "developer";
const RELEASE_MANAGER = "release-manager";

/** Opens a rehearsal in a world that is already running. */
export function openRehearsal(options: RehearsalOptions): Rehearsal {
  const { world } = options;
  const runs: RunRecord[] = [];
  return { ...options, runs, commit: (version) => commitVersion(world, version), stage, promote };

  function stage(commit: string): Promise<RunRecord> {
    const what = { environment: "staging", title: "Deploy staging", commit, inputs: {}, reviewer: {} } as const;
    return start(what);
  }

  function promote(betaTag: string, reviewer: Partial<Reviewer> = {}): Promise<RunRecord> {
    const commit = world.repository.refs.get("refs/heads/main") ?? "";
    const inputs = { "beta-tag": betaTag };
    return start({ environment: "production", title: `Promote ${betaTag}`, commit, inputs, reviewer });
  }

  async function start(what: Dispatch): Promise<RunRecord> {
    const record = await dispatch(options, what, runs.length + 1);
    runs.push(record);
    return record;
  }
}

async function dispatch(options: RehearsalOptions, what: Dispatch, number: number): Promise<RunRecord> {
  const { world, root, application } = options;
  const { repository } = world;
  const { commit, inputs, title } = what;
  const caller = await callerOf(options, what.environment);
  const event = { event: "workflow_dispatch", actor: DEVELOPER, headSha: commit, headBranch: "main" };
  const run = repository.startRun({ ...event, workflow: caller.path, title });
  const reviewer = { login: RELEASE_MANAGER, answer: "approve" as const, ...what.reviewer };
  const record = await runWorkflow({
    caller,
    called: { fullName: `${OWNER}/fairway`, root },
    event: { repository: repository.fullName, actor: DEVELOPER, ref: "refs/heads/main", commit, inputs },
    variables: application === undefined ? EXAMPLE_VARIABLES : variablesOf(application),
    secrets: application === undefined ? EXAMPLE_SECRETS : secretsOf(application),
    environments: {},
    host: openRunHost({ world, run, number, reviewer }),
    folder: mkdtempSync(join(options.folder, `run-${run.id}-`)),
    report: options.report,
    signal: options.signal,
  });
  run.complete(record.conclusion);
  return record;
}

async function callerOf(
  { world, root, application }: RehearsalOptions,
  environment: EnvironmentName,
): Promise<{ readonly path: string; readonly content: string }> {
  const called = `.github/workflows/${environment}.yml`;
  const added = await shortened(root, called);
  if (application !== undefined) {
    const { path, content } = application[environment];
    return { path, content: fillIn(content, { ...playOnLoopback(world, application, environment, OWNER), added }) };
  }
  const example = readFileSync(join(root, "workflows-examples", `${environment}.yml`), "utf8");
  return { path: called, content: fillIn(example, { owner: OWNER, with: exampleValues(world, environment), added }) };
}

/** Nobody wants to watch a health gate wait for minutes, so it gets less where the workflow lets its caller say so. */
async function shortened(root: string, path: string): Promise<Record<string, number>> {
  const { call } = await readWorkflow(path, readFileSync(join(root, path), "utf8"));
  const input = "health-timeout-seconds";
  return call?.inputs.some(({ name }) => name === input) === true ? { [input]: 10 } : {};
}

type EnvironmentName = "staging" | "production";

interface Dispatch {
  readonly environment: EnvironmentName;
  readonly title: string;
  readonly commit: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly reviewer: Partial<Reviewer>;
}

/** What the examples are filled in with; the names of clusters and services are the examples' own. */
function exampleValues(world: World, environment: EnvironmentName): Record<string, string> {
  return {
    image: world.image,
    "aws-region": world.env()["AWS_REGION"] ?? "",
    "health-url": `${world.apps[environment].url}/api/v1/ready`,
    ...(environment === "staging" && { registry: world.registry.imageHost }),
  };
}

function commitVersion({ repository }: World, version: string): string {
  return repository.commit({
    message: `Make ${version}`,
    files: { "apps/server/Cargo.toml": `[package]\nname = "server"\nversion = "${version}"\nedition = "2024"\n` },
    branch: "main",
  });
}
