import { say } from "./events.ts";
import { nextNumber, nextServiceDeploymentId } from "./identity.ts";
import type {
  DeploymentState,
  FleetRules,
  FleetState,
  ServiceDeploymentState,
  ServiceState,
  TaskDefinitionView,
} from "./model.ts";

/** Starts a deployment asked for from outside: a new PRIMARY, a revision of the same number, a service deployment. */
export function beginDeployment(
  fleet: FleetState,
  rules: FleetRules,
  service: ServiceState,
  taskDefinition: TaskDefinitionView,
): void {
  supersede(fleet, service);
  const source = service.lastCompleted?.revision;
  const deployment = openDeployment(fleet, service, { number: nextNumber(fleet), taskDefinition });
  const images = taskDefinition.containers.map(({ name, image }) => ({
    container: name,
    image,
    digest: rules.resolveImage(image, fleet.now)?.digest,
  }));
  service.revisions.unshift({ number: deployment.number, taskDefinition, createdAt: fleet.now, images });
  service.serviceDeployments.unshift({
    id: nextServiceDeploymentId(fleet),
    targetRevision: deployment.number,
    sourceRevision: source,
    createdAt: fleet.now,
    updatedAt: fleet.now,
    finishedAt: undefined,
    status: "IN_PROGRESS",
    statusReason: undefined,
    rollback: undefined,
    shift: openShift(fleet, service),
    triggeredAlarms: [],
    breaker: service.configuration.breaker.enable ? "MONITORING" : "DISABLED",
    failureCount: 0,
  });
}

/** A first deployment has no old tasks to shift traffic from, and rolls out. */
function openShift(fleet: FleetState, service: ServiceState): ServiceDeploymentState["shift"] {
  const { shift: plan } = service.configuration;
  const lastsMs = plan?.steps[0]?.lastsMs ?? 0;
  if (plan === undefined || service.lastCompleted === undefined) return undefined;
  return { plan, step: 0, endsAt: fleet.now + lastsMs, hooks: [] };
}

/** The failed tasks at which the circuit breaker trips: half the desired count, at least 3 and at most 200. */
export function breakerThreshold(desiredCount: number): number {
  return Math.min(200, Math.max(3, Math.ceil(desiredCount * 0.5)));
}

/** Counts a task that failed before it was steady, delays the next start, and trips the breaker at its threshold. */
export function recordFailure(fleet: FleetState, rules: FleetRules, service: ServiceState, number: string): void {
  const deployment = service.deployments.find((one) => one.number === number);
  if (deployment?.status !== "PRIMARY" || deployment.rolloutState === "FAILED") return;
  deployment.failedTasks += 1;
  deployment.updatedAt = fleet.now;
  const { restartDelayMs, longestRestartDelayMs } = rules.timings;
  deployment.retryAt = fleet.now + Math.min(longestRestartDelayMs, restartDelayMs * 2 ** (deployment.failedTasks - 1));
  if (deployment.failedTasks === 3) say(fleet, service, "is unable to consistently start tasks successfully.");
  const history = historyOf(service, deployment);
  if (history !== undefined && deployment.rollbackOf === undefined) history.failureCount = deployment.failedTasks;
  if (!service.configuration.breaker.enable || deployment.rolloutState === "COMPLETED") return;
  if (deployment.failedTasks >= breakerThreshold(service.desiredCount)) trip(fleet, service, deployment);
}

/** Fails the deployment in progress when its service watches the alarm that went off. */
export function ringAlarm(fleet: FleetState, service: ServiceState, alarm: string): void {
  const { alarms } = service.configuration;
  const [primary] = service.deployments;
  if (primary?.rolloutState !== "IN_PROGRESS" || primary.rollbackOf !== undefined) return;
  if (alarms?.names.includes(alarm) !== true) return;
  const history = historyOf(service, primary);
  if (history !== undefined) history.triggeredAlarms = [...history.triggeredAlarms, alarm];
  say(fleet, service, `(deployment ecs-svc/${primary.number}) deployment failed: alarm detected.`);
  failDeployment(fleet, service, primary, {
    entry: "ECS deployment failed: alarm detected.",
    rollback: "ECS deployment failed: alarm detected:",
    wantsRollback: alarms.rollback,
  });
}

/** Marks the primary deployment completed in both views. */
export function completeDeployment(fleet: FleetState, service: ServiceState, deployment: DeploymentState): void {
  deployment.rolloutState = "COMPLETED";
  deployment.rolloutStateReason = `ECS deployment ecs-svc/${deployment.number} completed.`;
  deployment.updatedAt = fleet.now;
  service.lastCompleted = deployment;
  say(fleet, service, `(deployment ecs-svc/${deployment.number}) deployment completed.`);
  const history = historyOf(service, deployment);
  if (history === undefined) return;
  if (history.breaker === "MONITORING") history.breaker = "MONITORING_COMPLETE";
  finish(fleet, history, history.status === "ROLLBACK_IN_PROGRESS" ? "ROLLBACK_SUCCESSFUL" : "SUCCESSFUL");
}

/** Fails a deployment and falls back to the last completed one, if there is one and the caller wants it. */
export function failDeployment(
  fleet: FleetState,
  service: ServiceState,
  deployment: DeploymentState,
  why: { readonly entry: string; readonly rollback: string; readonly wantsRollback: boolean },
): void {
  deployment.rolloutState = "FAILED";
  deployment.rolloutStateReason = why.entry;
  deployment.failedSince = fleet.now;
  deployment.updatedAt = fleet.now;
  const history = historyOf(service, deployment);
  const target = service.lastCompleted;
  const canRollBack = why.wantsRollback && target !== undefined && deployment.rollbackOf === undefined;
  if (!canRollBack) {
    if (history !== undefined)
      finish(fleet, history, deployment.rollbackOf === undefined ? "STOPPED" : "ROLLBACK_FAILED");
    return;
  }
  say(fleet, service, `rolling back to deployment ecs-svc/${target.number}.`);
  if (history !== undefined) {
    history.status = "ROLLBACK_IN_PROGRESS";
    history.updatedAt = fleet.now;
    history.rollback = { reason: why.entry, startedAt: fleet.now, revision: target.revision };
  }
  rollBack(fleet, service, deployment, `${why.rollback} rolling back to deploymentId ecs-svc/${target.number}.`);
}

/** The entry of the service-deployment history that follows a deployment or the rollback of it. */
function historyOf(service: ServiceState, deployment: DeploymentState): ServiceDeploymentState | undefined {
  const number = deployment.rollbackOf ?? deployment.number;
  return service.serviceDeployments.find((one) => one.targetRevision === number);
}

interface Opening {
  readonly number: string;
  readonly taskDefinition: TaskDefinitionView;
  /** The revision to go back to; a new deployment rolls out the revision of its own number. */
  readonly revision?: string;
}

function openDeployment(fleet: FleetState, service: ServiceState, opening: Opening): DeploymentState {
  const { number, taskDefinition, revision = number } = opening;
  const deployment: DeploymentState = {
    number,
    taskDefinition,
    createdAt: fleet.now,
    revision,
    rollbackOf: undefined,
    updatedAt: fleet.now,
    status: "PRIMARY",
    rolloutState: "IN_PROGRESS",
    rolloutStateReason: `ECS deployment ecs-svc/${number} in progress.`,
    failedSince: undefined,
    failedTasks: 0,
    retryAt: fleet.now,
  };
  for (const other of service.deployments) other.status = "ACTIVE";
  service.deployments.unshift(deployment);
  service.isSteady = false;
  return deployment;
}

/** A deployment that is overtaken before it ends stops in the history; its tasks drain like any old ones. */
function supersede(fleet: FleetState, service: ServiceState): void {
  for (const history of service.serviceDeployments) {
    if (history.finishedAt === undefined) finish(fleet, history, "STOPPED", "A newer service deployment was started.");
  }
}

function trip(fleet: FleetState, service: ServiceState, deployment: DeploymentState): void {
  say(fleet, service, `(deployment ecs-svc/${deployment.number}) deployment failed: tasks failed to start.`);
  const history = historyOf(service, deployment);
  if (history !== undefined) history.breaker = "TRIGGERED";
  failDeployment(fleet, service, deployment, {
    entry: "ECS deployment circuit breaker: tasks failed to start.",
    rollback: "ECS deployment circuit breaker:",
    wantsRollback: service.configuration.breaker.rollback,
  });
}

function rollBack(fleet: FleetState, service: ServiceState, failed: DeploymentState, reason: string): void {
  const target = service.lastCompleted;
  if (target === undefined) return;
  // Where traffic is shifted the old tasks still run, and the rollback is no more than their deployment again.
  const isShift = historyOf(service, failed)?.shift !== undefined;
  const reuse = isShift || service.script.rollbackId === "earlier";
  if (reuse) service.deployments = service.deployments.filter((one) => one.number !== target.number);
  const number = reuse ? target.number : nextNumber(fleet);
  const deployment = openDeployment(fleet, service, {
    number,
    taskDefinition: target.taskDefinition,
    revision: target.revision,
  });
  deployment.rollbackOf = failed.number;
  deployment.rolloutStateReason = reason;
}

function finish(
  fleet: FleetState,
  history: ServiceDeploymentState,
  status: ServiceDeploymentState["status"],
  reason?: string,
): void {
  history.status = status;
  history.statusReason = reason ?? history.statusReason;
  history.finishedAt = fleet.now;
  history.updatedAt = fleet.now;
}
