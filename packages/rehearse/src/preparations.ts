import { join } from "node:path";
import type { Rehearsal } from "./open-rehearsal.ts";
import { runStep } from "./runner/run-step.ts";
import { betaTagOf } from "./story.ts";

/** A version of the application, and how it is broken if it is. */
export interface BetaBuild {
  readonly version: string;
  readonly fault?: "crash" | "unhealthy" | "old-version";
}

/** Publishes the beta of a new commit as staging leaves it behind: image, tag and prerelease. Returns its tag. */
export function publishBeta(rehearsal: Rehearsal, build: BetaBuild): Promise<string> {
  return publish(rehearsal, build, "true");
}

/** Publishes a full release under a tag that looks like a beta's. Returns the tag. */
export function publishFullRelease(rehearsal: Rehearsal, version: string): Promise<string> {
  return publish(rehearsal, { version }, "false");
}

/** Makes another run hold the lease of an environment; its job goes on for ever. */
export async function holdLease(rehearsal: Rehearsal, environment: string): Promise<void> {
  const { world } = rehearsal;
  const headSha = world.repository.refs.get("refs/heads/main") ?? "";
  const run = world.repository.startRun({
    workflow: ".github/workflows/staging.yml",
    event: "workflow_dispatch",
    actor: "colleague",
    headSha,
  });
  const job = run.startJob("Take the lease");
  const variables = {
    GITHUB_RUN_ID: String(run.id),
    GITHUB_RUN_ATTEMPT: String(run.attempt),
    GITHUB_ACTOR: "colleague",
    GITHUB_SHA: headSha,
  };
  await runAction(rehearsal, {
    action: "check-concurrent",
    inputs: { environment },
    variables,
    job: { check_run_id: job.id },
  });
}

/** Gives staging's database a volume that outlives its tasks. */
export function keepDatabase({ world: { ecs, names } }: Rehearsal): void {
  const { cluster, database: service = "" } = names.staging;
  const { taskDefinition = "" } = ecs.snapshot()[`${cluster}/${service}`] ?? {};
  const described = ecs.call("DescribeTaskDefinition", { taskDefinition }) as { taskDefinition: Definition };
  const { family, containerDefinitions, ...definition } = described.taskDefinition;
  const mountPoints = [{ sourceVolume: "data", containerPath: "/var/lib/postgresql/data" }];
  const volumes = [{ name: "data", efsVolumeConfiguration: { fileSystemId: "fs-0123456789abcdef0" } }];
  const containers = containerDefinitions.map((container) => ({ ...container, mountPoints }));
  ecs.call("RegisterTaskDefinition", { ...definition, family, containerDefinitions: containers, volumes });
  ecs.call("UpdateService", { cluster, service, taskDefinition: family });
}

interface Definition {
  readonly family: string;
  readonly containerDefinitions: readonly object[];
}

async function publish(rehearsal: Rehearsal, build: BetaBuild, prerelease: string): Promise<string> {
  const { world } = rehearsal;
  const commit = rehearsal.commit(build.version);
  const tag = betaTagOf(build.version, commit);
  const digest = world.buildImage({ ...build, commit, version: tag, tag });
  const inputs = {
    tag,
    commit,
    prerelease,
    image: `${world.image}:${tag}`,
    "image-digest": digest,
    "make-latest": "false",
  };
  await runAction(rehearsal, { action: "create-release", inputs, variables: { GITHUB_SHA: commit }, job: {} });
  return tag;
}

interface Use {
  readonly action: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
  readonly job: Readonly<Record<string, number>>;
}

/**
 * Runs one action of this repository in the world, outside of any workflow. Throws when it is red: the world would be
 * another one.
 */
async function runAction(
  { world, root, folder, signal }: Rehearsal,
  { action, inputs, variables, job }: Use,
): Promise<void> {
  const token = world.github.token("preparation");
  const result = await runStep({
    actionFolder: join(root, "actions", action),
    inputs,
    env: {
      ...world.env(),
      GITHUB_RUN_ID: "1",
      GITHUB_RUN_ATTEMPT: "1",
      GITHUB_ACTOR: "preparation",
      GITHUB_REPOSITORY: world.repository.fullName,
      ...variables,
    },
    workspace: folder,
    contexts: { github: { token, sha: variables["GITHUB_SHA"] ?? "" }, job },
    signal,
  });
  if (result.conclusion === "success") return;
  throw new Error(
    `The world could not be prepared, ${action} failed:\n${result.log.map(({ text }) => text).join("\n")}`,
  );
}
