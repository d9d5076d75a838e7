import { NEW_IMAGE, type DeploymentWorld, type ServiceState } from "./deployment-world.ts";

type Task = ServiceState["tasks"][number];

/**
 * The virtual time from which it was so that the new version alone serves; nothing while it is not. It is read from the
 * simulation itself, which knows more than any of its answers say.
 */
export function whenServing(world: DeploymentWorld): number | undefined {
  const { tasks } = world.service();
  const finishedAt = whenEnded(world, ["SUCCESSFUL"]);
  const running = tasks.filter((task) => task.lastStatus === "RUNNING" && isNew(task));
  if (finishedAt === undefined || running.length === 0) return undefined;
  const gone = tasks.filter((task) => !isNew(task)).map(({ stoppedAt }) => stoppedAt ?? Infinity);
  const at = Math.max(finishedAt, ...gone, ...running.map(({ readyAt }) => readyAt ?? Infinity));
  return at <= world.time.clock.now() ? at : undefined;
}

/** The virtual time at which ECS had given our deployment up: rolled it back, stopped it, or put another in its place. */
export function whenGivenUp(world: DeploymentWorld): number | undefined {
  return oursOf(world)?.rollback?.startedAt ?? whenEnded(world, ["STOPPED"]);
}

/** As `whenGivenUp`, for a rollback that was over within a second; nothing for a longer one. */
export function whenUndoneAtOnce(world: DeploymentWorld): number | undefined {
  const { rollback, finishedAt = Infinity } = oursOf(world) ?? {};
  return rollback !== undefined && finishedAt - rollback.startedAt < 1000 ? rollback.startedAt : undefined;
}

/** The virtual time at which ECS had completed our deployment, whatever it serves. */
export function whenCompleted(world: DeploymentWorld): number | undefined {
  return whenEnded(world, ["SUCCESSFUL"]);
}

/** The virtual time at which a third task in a row had failed, where no circuit breaker looks. */
export function whenThirdTaskFailed(world: DeploymentWorld): number | undefined {
  return world.service().events.find(({ message }) => message.includes("is unable to consistently start tasks"))?.at;
}

/** The virtual time at which our deployment began to wait for somebody's decision, which ECS waits for so long. */
export function whenHeld(world: DeploymentWorld, patienceMs: number): number | undefined {
  const hook = oursOf(world)?.shift?.hooks.find(({ status }) => status === "AWAITING_ACTION");
  return hook === undefined ? undefined : hook.expiresAt - patienceMs;
}

function whenEnded(world: DeploymentWorld, statuses: readonly string[]): number | undefined {
  const ours = oursOf(world);
  return ours !== undefined && statuses.includes(ours.status) ? ours.finishedAt : undefined;
}

/** The first service deployment since the start; what came later is somebody else's. */
function oursOf(world: DeploymentWorld): ServiceState["serviceDeployments"][number] | undefined {
  return world.service().serviceDeployments.findLast(({ createdAt }) => createdAt >= world.startedAt);
}

function isNew({ containers }: Task): boolean {
  return containers[0]?.image === NEW_IMAGE;
}
