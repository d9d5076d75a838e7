import { join } from "node:path";
import { findProgram } from "../find-program.ts";
import type { DeployedBy } from "./deployment-way.ts";
import { containerOf, NEW_IMAGE, TARGET, type DeploymentWorld } from "./deployment-world.ts";
import { runProcess, type ProcessRun } from "./run-process.ts";
import { openVirtualTime } from "./virtual-time.ts";

const SKIP_WAITS = { PYTHONPATH: join(import.meta.dirname, "python-waits"), PYTHONDONTWRITEBYTECODE: "1" };
const { cluster, service } = TARGET;

/** Why the AWS CLI of this machine cannot be run here; nothing when it can. */
export async function whyNoAwsCli(): Promise<string | undefined> {
  for (const program of ["aws", "curl"]) if (findProgram(program) === undefined) return `${program} is not installed`;
  const time = await openVirtualTime();
  try {
    await runProcess("aws", ["--version"], { variables: { ...SKIP_WAITS, FAIRWAY_TIME_URL: time.url } });
    return time.hooked() > 0 ? undefined : "this aws brings a Python of its own, whose waits cannot be skipped";
  } finally {
    await time.close();
  }
}

/**
 * What a workflow without Fairway does: `aws ecs update-service`, `aws ecs wait services-stable`, `curl -f`. The CLI is the
 * machine's own with its own schedule; only its waits are skipped, as those of ecs-deploy are.
 */
export async function deployWithAwsCli(world: DeploymentWorld): Promise<DeployedBy> {
  const containerDefinitions = [containerOf(NEW_IMAGE, hasHealthCheck(world))];
  world.ecs.call("RegisterTaskDefinition", { family: "app", containerDefinitions });
  const place = ["--cluster", cluster];
  const updated = await aws(world, ["update-service", ...place, "--service", service, "--task-definition", "app"]);
  if (updated.exitCode !== 0) return red(world, "update-service failed", updated);
  const waited = await waitServicesStable(world);
  if (waited.exitCode !== 0) return red(world, reasonOf(waited), waited);
  const asked = await runProcess("curl", ["--silent", "--show-error", "--fail", world.url]);
  if (asked.exitCode !== 0) return red(world, "curl failed", asked);
  return { verdict: "green", told: "", at: world.time.clock.now(), log: asked.output };
}

/** Runs `aws ecs wait services-stable` to its end. */
export function waitServicesStable(world: DeploymentWorld): Promise<ProcessRun> {
  return aws(world, ["wait", "services-stable", "--cluster", cluster, "--services", service]);
}

function aws(world: DeploymentWorld, words: readonly string[]): Promise<ProcessRun> {
  return runProcess("aws", ["ecs", ...words], { variables: { ...world.variables, ...SKIP_WAITS } });
}

function red({ time }: DeploymentWorld, told: string, { output }: ProcessRun): DeployedBy {
  return { verdict: "red", told, at: time.clock.now(), log: output };
}

function reasonOf({ output }: ProcessRun): string {
  if (output.includes("Max attempts exceeded")) return "max attempts exceeded";
  return /\((\w+)\)/u.exec(output)?.[1] ?? "wait failed";
}

function hasHealthCheck(world: DeploymentWorld): boolean {
  return world.service().deployments[0]?.taskDefinition.containers[0]?.hasHealthCheck === true;
}
