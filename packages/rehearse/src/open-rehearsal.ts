import { mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { World } from "@fairway/testbed";
import type { RunEvent } from "./engine/run-events.ts";
import { readWorkflow } from "./engine/read-workflow.ts";
import { runWorkflow, type RunRecord } from "./engine/run-workflow.ts";
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
}

/** Where the examples say OWNER. */
const OWNER = "fairway-actions";

/** The people of the story are named by what they do. */
const DEVELOPER = "developer";
const RELEASE_MANAGER = "release-manager";

/** Opens a rehearsal in a world that is already running. */
export function openRehearsal(options: RehearsalOptions): Rehearsal {
  const { world } = options;
  const runs: RunRecord[] = [];
  return { ...options, runs, commit: (version) => commitVersion(world, version), stage, promote };

  function stage(commit: string): Promise<RunRecord> {
    const values = {
      ...common(world),
      registry: world.registry.imageHost,
      "health-url": `${world.apps.staging.url}/api/v1/ready`,
    };
    return start({ example: "staging.yml", title: "Deploy staging", values, commit, inputs: {}, reviewer: {} });
  }

  function promote(betaTag: string, reviewer: Partial<Reviewer> = {}): Promise<RunRecord> {
    const values = { ...common(world), "health-url": `${world.apps.production.url}/api/v1/ready` };
    const commit = world.repository.refs.get("refs/heads/main") ?? "";
    return start({
      example: "production.yml",
      title: `Promote ${betaTag}`,
      values,
      commit,
      inputs: { "beta-tag": betaTag },
      reviewer,
    });
  }

  async function start(what: Dispatch): Promise<RunRecord> {
    const record = await dispatch(options, what, runs.length + 1);
    runs.push(record);
    return record;
  }
}

async function dispatch(options: RehearsalOptions, what: Dispatch, number: number): Promise<RunRecord> {
  const { world, root } = options;
  const { repository } = world;
  const { example, commit, inputs, title } = what;
  const path = `.github/workflows/${example}`;
  const content = fillIn(readFileSync(join(root, "workflows-examples", example), "utf8"), {
    owner: OWNER,
    with: what.values,
    added: await shortened(root, path),
  });
  const event = { event: "workflow_dispatch", actor: DEVELOPER, headSha: commit, headBranch: "main" };
  const run = repository.startRun({ ...event, workflow: path, title });
  const reviewer = { login: RELEASE_MANAGER, answer: "approve" as const, ...what.reviewer };
  const record = await runWorkflow({
    caller: { path, content },
    called: { fullName: `${OWNER}/fairway`, root },
    event: { repository: repository.fullName, actor: DEVELOPER, ref: "refs/heads/main", commit, inputs },
    variables: { AWS_DEPLOY_ROLE_ARN: "arn:aws:iam::000000000000:role/deploy" },
    secrets: { REGISTRY_USERNAME: "rehearsal", REGISTRY_PASSWORD: "rehearsal-registry-password" },
    environments: {},
    host: openRunHost({ world, run, number, reviewer }),
    folder: mkdtempSync(join(options.folder, `run-${run.id}-`)),
    report: options.report,
    signal: options.signal,
  });
  run.complete(record.conclusion);
  return record;
}

/** Nobody wants to watch a health gate wait for minutes, so it gets less where the workflow lets its caller say so. */
async function shortened(root: string, path: string): Promise<Record<string, number>> {
  const { call } = await readWorkflow(path, readFileSync(join(root, path), "utf8"));
  const input = "health-timeout-seconds";
  return call?.inputs.some(({ name }) => name === input) === true ? { [input]: 10 } : {};
}

interface Dispatch {
  readonly example: string;
  readonly title: string;
  readonly values: Readonly<Record<string, string>>;
  readonly commit: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly reviewer: Partial<Reviewer>;
}

/** What both examples are filled in with; the names of clusters and services are the examples' own. */
function common(world: World): Record<string, string> {
  return { image: world.image, "aws-region": world.env()["AWS_REGION"] ?? "" };
}

function commitVersion({ repository }: World, version: string): string {
  return repository.commit({
    message: `Make ${version}`,
    files: { "apps/server/Cargo.toml": `[package]\nname = "server"\nversion = "${version}"\nedition = "2024"\n` },
    branch: "main",
  });
}
