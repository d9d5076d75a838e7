import { completeDeployment } from "./deployments.ts";
import { say } from "./events.ts";
import type { DeploymentState, FleetRules, FleetState, ServiceState, TaskState } from "./model.ts";
import { advanceShift, mayStart, mayStopOld } from "./shift.ts";
import { startTask, stopTask } from "./task-life.ts";

/**
 * One pass of the rolling scheduler: starts what the primary deployment lacks, stops what is too many, drops old
 * entries whose tasks are gone, and completes the primary when all of its tasks are steady.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
 */
export function schedule(fleet: FleetState, rules: FleetRules, service: ServiceState): void {
  const primary = service.deployments[0];
  if (service.status !== "ACTIVE") retire(service);
  if (primary === undefined || service.status !== "ACTIVE") return;
  advanceShift(fleet, service, primary, {
    isUp: () => isUp(service, primary),
    answerOf: (hook) => rules.answerOf(hook),
  });
  // A hook that was answered with a rollback has made another deployment the primary one.
  if (service.deployments[0] === primary) keep(fleet, rules, service, primary);
  else schedule(fleet, rules, service);
}

function keep(fleet: FleetState, rules: FleetRules, service: ServiceState, primary: DeploymentState): void {
  if (primary.rolloutState !== "FAILED") {
    if (mayStart(service, primary)) startMissing(fleet, rules, service, primary);
    if (mayStopOld(service, primary)) stopOld(fleet, rules, service, primary);
  }
  stopExcess(fleet, rules, service, primary);
  dropDrained(service, primary);
  completeWhenSteady(fleet, service, primary);
  noticeSteadyState(fleet, service, primary);
}

/** Stops all tasks of a service for good. */
export function deleteService(fleet: FleetState, rules: FleetRules, service: ServiceState): void {
  service.status = "DRAINING";
  service.desiredCount = 0;
  stopAll(fleet, rules, service, liveTasks(service));
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeleteService.html */
function retire(service: ServiceState): void {
  if (service.tasks.every(({ lastStatus }) => GONE.has(lastStatus))) service.status = "INACTIVE";
}

const GONE = new Set(["STOPPING", "DEPROVISIONING", "STOPPED"]);

/** The tasks of a deployment that are meant to run. */
export function liveTasks(service: ServiceState, deployment?: DeploymentState): TaskState[] {
  return service.tasks.filter(
    (task) => task.desiredStatus === "RUNNING" && (deployment === undefined || task.deployment === deployment.number),
  );
}

function startMissing(fleet: FleetState, rules: FleetRules, service: ServiceState, primary: DeploymentState): void {
  if (fleet.now < primary.retryAt) return;
  const most = Math.floor((service.desiredCount * service.configuration.maximumPercent) / 100);
  const room = most - liveTasks(service).length;
  // A failed task is replaced once it has stopped, when its failure has been counted and the delay is known.
  const failing = tasksOf(service, primary).filter((task) => task.failed && task.lastStatus !== "STOPPED").length;
  const missing = service.desiredCount - liveTasks(service, primary).length - failing;
  const started = Array.from({ length: Math.max(0, Math.min(room, missing)) }, () =>
    startTask(fleet, rules, service, primary),
  );
  if (started.length > 0) say(fleet, service, `has started ${started.length} tasks: ${named(started)}.`);
}

function stopOld(fleet: FleetState, rules: FleetRules, service: ServiceState, primary: DeploymentState): void {
  const fewest = Math.ceil((service.desiredCount * service.configuration.minimumHealthyPercent) / 100);
  const old = liveTasks(service).filter((task) => task.deployment !== primary.number);
  const waiting = old.filter((task) => !task.steady);
  const spare = liveTasks(service).filter((task) => task.steady).length - fewest;
  const steady = old.filter((task) => task.steady).slice(0, Math.max(0, spare));
  stopAll(fleet, rules, service, [...waiting, ...steady]);
}

function stopExcess(fleet: FleetState, rules: FleetRules, service: ServiceState, primary: DeploymentState): void {
  const live = liveTasks(service, primary);
  const excess =
    primary.rolloutState === "FAILED" ? live.filter((task) => !task.steady) : live.slice(service.desiredCount);
  stopAll(fleet, rules, service, excess);
}

function stopAll(fleet: FleetState, rules: FleetRules, service: ServiceState, tasks: readonly TaskState[]): void {
  if (tasks.length === 0) return;
  for (const task of tasks) {
    const reason = `Scaling activity initiated by (deployment ecs-svc/${task.deployment})`;
    stopTask(fleet, rules, task, { code: "ServiceSchedulerInitiated", reason });
  }
  say(fleet, service, `has stopped ${tasks.length} running tasks: ${named(tasks)}.`);
}

function dropDrained(service: ServiceState, primary: DeploymentState): void {
  service.deployments = service.deployments.filter(
    (one) => one === primary || hasTasks(service, one) || isFailedAndShown(primary, one),
  );
}

/** The entry of a failed deployment stays until the rollback that it caused is over. */
function isFailedAndShown(primary: DeploymentState, one: DeploymentState): boolean {
  return one.rolloutState === "FAILED" && primary.rollbackOf === one.number && primary.rolloutState !== "COMPLETED";
}

function completeWhenSteady(fleet: FleetState, service: ServiceState, primary: DeploymentState): void {
  if (primary.rolloutState !== "IN_PROGRESS" || !mayStopOld(service, primary)) return;
  const steady = liveTasks(service, primary).filter((task) => task.steady).length;
  const early = service.configuration.earlySuccessPercent;
  const isEarly = early !== undefined && service.desiredCount > 0 && steady >= (service.desiredCount * early) / 100;
  const others = service.deployments.filter((one) => one !== primary);
  const isAlone = !others.some((one) => hasTasks(service, one));
  if (!isEarly && !(isAlone && steady === service.desiredCount)) return;
  completeDeployment(fleet, service, primary);
  dropDrained(service, primary);
}

/** Whether all tasks of a deployment run steadily. */
function isUp(service: ServiceState, deployment: DeploymentState): boolean {
  return liveTasks(service, deployment).filter((task) => task.steady).length === service.desiredCount;
}

function noticeSteadyState(fleet: FleetState, service: ServiceState, primary: DeploymentState): void {
  const running = liveTasks(service).filter((task) => task.steady).length;
  const isSteady =
    primary.rolloutState === "COMPLETED" && running === service.desiredCount && service.deployments.length === 1;
  if (isSteady && !service.isSteady) say(fleet, service, "has reached a steady state.");
  service.isSteady = isSteady;
}

function hasTasks(service: ServiceState, deployment: DeploymentState): boolean {
  return tasksOf(service, deployment).some((task) => task.lastStatus !== "STOPPED");
}

function tasksOf(service: ServiceState, deployment: DeploymentState): TaskState[] {
  return service.tasks.filter((task) => task.deployment === deployment.number);
}

function named(tasks: readonly TaskState[]): string {
  return tasks.map((task) => `(task ${task.id})`).join(" ");
}
