import { waitServicesStable, whyNoAwsCli } from "./aws-cli-way.ts";
import { containerOf, NEW_IMAGE, openDeploymentWorld, TARGET, type DeploymentWorld } from "./deployment-world.ts";
import type { DeploymentScript } from "./deployment-world.ts";
import { runEcsDeploy } from "./fairway-way.ts";
import { inParallel } from "./in-parallel.ts";
import { drawDeployments } from "./random-deployments.ts";
import { whenCompleted } from "./truth.ts";
import { readWaiterSchedule, waitOnSchedule, type Schedule, type WaiterSchedule } from "./waiter.ts";

export interface StableToReturn {
  /** Seconds from the end of the deployment to that of the process; nothing where it had given up before. */
  readonly ours: readonly number[];
  readonly cli: readonly (number | undefined)[];
  readonly poll: readonly number[];
  readonly schedule: WaiterSchedule;
  /** Why no real run of the AWS CLI was held against the computed ones, or how many were. */
  readonly checked: { readonly runs: number } | { readonly whyNot: string };
}

export interface StableRounds {
  readonly deployments: number;
  /** So many of them are also waited for by the AWS CLI itself. */
  readonly checks: number;
}

/** What a process takes of the machine is counted, so there are no more than it has cores. */
const WORKERS = 2;
const SEED = 20_260_101;
/** What a start of the CLI may take on a busy machine. */
const START_MS = 5000;
const POLL: Schedule = { delayMs: 15_000, maxAttempts: Infinity };

/**
 * Lets the committed bundle of ecs-deploy, the waiter of the AWS CLI and a poll every 15 seconds wait for the same random
 * deployments. Throws when ecs-deploy is not green, or a real run of the CLI ends otherwise than was computed.
 */
export async function measureStableToReturn(rounds: StableRounds): Promise<StableToReturn> {
  const schedule = await readWaiterSchedule();
  const whyNot = rounds.checks === 0 ? "not asked for" : await whyNoAwsCli();
  const scripts = drawDeployments(rounds.deployments, SEED);
  const waits = await inParallel(scripts, WORKERS, async (script, index) => {
    const ours = await inWorld(script, returnOfOurs);
    const cli = await inWorld(script, (world) => returnOf(world, schedule));
    if (whyNot === undefined && index < rounds.checks) await holdAgainstRun(script, cli, schedule);
    return { ours, cli, poll: (await inWorld(script, (world) => returnOf(world, POLL))) ?? Number.NaN };
  });
  return {
    ours: waits.map(({ ours }) => ours),
    cli: waits.map(({ cli }) => cli),
    poll: waits.map(({ poll }) => poll),
    schedule,
    checked: whyNot === undefined ? { runs: Math.min(rounds.checks, rounds.deployments) } : { whyNot },
  };
}

async function returnOfOurs(world: DeploymentWorld): Promise<number> {
  const { conclusion, log } = await runEcsDeploy(world);
  const at = world.time.clock.now();
  if (conclusion !== "success") throw new Error(`ecs-deploy is not green: ${log.map(({ text }) => text).join("\n")}`);
  return lateness(world, at);
}

async function returnOf(world: DeploymentWorld, schedule: Schedule): Promise<number | undefined> {
  update(world);
  const { kind, at } = waitOnSchedule(world, schedule);
  return kind === "stable" ? lateness(world, at) : undefined;
}

/** The start of the CLI moves its looks, so a run may return up to one of its waits earlier or later. */
async function holdAgainstRun(
  script: DeploymentScript,
  computed: number | undefined,
  { delayMs }: Schedule,
): Promise<void> {
  const run = await inWorld(script, async (world) => {
    update(world);
    const { exitCode } = await waitServicesStable(world);
    return exitCode === 0 ? lateness(world, world.time.clock.now()) : undefined;
  });
  const isLate = (seconds: number | undefined) => (seconds ?? 0) * 1000 > delayMs + START_MS;
  if ((run === undefined) !== (computed === undefined) || isLate(run) || isLate(computed))
    throw new Error(`aws ecs wait services-stable returned ${run} s late, and ${computed} was computed.`);
}

function update({ ecs }: DeploymentWorld): void {
  ecs.call("RegisterTaskDefinition", { family: "app", containerDefinitions: [containerOf(NEW_IMAGE, true)] });
  ecs.call("UpdateService", { ...TARGET, taskDefinition: "app" });
}

/** Seconds. Throws when there was nothing to return for yet. */
function lateness(world: DeploymentWorld, at: number): number {
  const completedAt = whenCompleted(world);
  if (completedAt === undefined || at < completedAt)
    throw new Error("A way returned before the deployment was complete.");
  return (at - completedAt) / 1000;
}

async function inWorld<T>(script: DeploymentScript, act: (world: DeploymentWorld) => Promise<T>): Promise<T> {
  const world = await openDeploymentWorld(script);
  try {
    return await act(world);
  } finally {
    await world.close();
  }
}
