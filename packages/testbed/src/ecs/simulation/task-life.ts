import { nextTaskId } from "./identity.ts";
import type {
  ContainerBehaviour,
  ContainerState,
  ContainerView,
  DeploymentState,
  FleetRules,
  FleetState,
  ServiceState,
  TaskState,
  TaskStep,
} from "./model.ts";

/** What a step of a task means to its service. */
export type StepOutcome = "none" | "steady" | "stopping" | "stopped";

/** Starts one task of a deployment in PROVISIONING. */
export function startTask(
  fleet: FleetState,
  rules: FleetRules,
  service: ServiceState,
  deployment: DeploymentState,
): TaskState {
  const task: TaskState = {
    id: nextTaskId(fleet),
    cluster: service.cluster,
    service: service.name,
    deployment: deployment.number,
    taskDefinition: deployment.taskDefinition,
    containers: deployment.taskDefinition.containers.map((container) => notStarted(service, deployment, container)),
    createdAt: fleet.now,
    log: [],
    lastStatus: "PROVISIONING",
    desiredStatus: "RUNNING",
    health: "UNKNOWN",
    startedAt: undefined,
    readyAt: undefined,
    stoppingAt: undefined,
    stoppedAt: undefined,
    stopCode: undefined,
    stoppedReason: undefined,
    steady: false,
    failed: false,
    consequencesDrawn: false,
    agenda: [{ at: fleet.now + rules.timings.provisioningMs, step: "PENDING" }],
  };
  service.tasks.push(task);
  return task;
}

/** Takes the first step off a task's agenda and carries it out. */
export function stepTask(fleet: FleetState, rules: FleetRules, task: TaskState): StepOutcome {
  const step = task.agenda.shift()?.step;
  return step === undefined ? "none" : STEPS[step](fleet, rules, task);
}

type Step = (fleet: FleetState, rules: FleetRules, task: TaskState) => StepOutcome;

const STEPS: Record<TaskStep, Step> = {
  PROVISIONING: () => "none",
  PENDING: (fleet, { timings }, task) =>
    moveTo(task, "PENDING", { at: fleet.now + timings.pullMs, step: "ACTIVATING" }),
  ACTIVATING: pull,
  RUNNING: run,
  STEADY: becomeSteady,
  UNHEALTHY: condemn,
  EXIT: exit,
  DEACTIVATING: () => "none",
  STOPPING: (fleet, { timings }, task) =>
    moveTo(task, "STOPPING", { at: fleet.now + timings.stoppingMs, step: "DEPROVISIONING" }),
  DEPROVISIONING: (fleet, { timings }, task) =>
    moveTo(task, "DEPROVISIONING", { at: fleet.now + timings.deprovisioningMs, step: "STOPPED" }),
  STOPPED: stopped,
  FORGET: () => "none",
};

/** Begins to stop a task that the scheduler or an operator no longer wants: drained, then stopped, then gone. */
export function stopTask(
  fleet: FleetState,
  rules: FleetRules,
  task: TaskState,
  why: { readonly code: string; readonly reason: string },
): StepOutcome {
  if (task.desiredStatus === "STOPPED") return "none";
  task.desiredStatus = "STOPPED";
  task.stoppingAt = fleet.now;
  task.stopCode = why.code;
  task.stoppedReason = why.reason;
  const wasRunning = task.lastStatus === "RUNNING";
  task.lastStatus = wasRunning ? "DEACTIVATING" : "STOPPING";
  const { drainMs, stoppingMs } = rules.timings;
  task.agenda = wasRunning
    ? [{ at: fleet.now + drainMs, step: "STOPPING" }]
    : [{ at: fleet.now + stoppingMs, step: "DEPROVISIONING" }];
  return "stopping";
}

/** Makes a running task's essential container exit at a later time, for a reason outside of it. */
export function scheduleExit(task: TaskState, at: number, exitCode: number, log: readonly string[]): void {
  const container = task.containers.find((one) => one.essential);
  if (container === undefined || task.desiredStatus === "STOPPED") return;
  container.behaviour = { kind: "crash", exitCode, afterMs: at - (task.startedAt ?? at), log };
  task.agenda = [...task.agenda.filter((entry) => entry.at < at), { at, step: "EXIT" }];
}

function notStarted(service: ServiceState, deployment: DeploymentState, container: ContainerView): ContainerState {
  const revision = service.revisions.find((one) => one.number === deployment.revision);
  const imageDigest = revision?.images.find((one) => one.container === container.name)?.digest;
  return { ...container, imageDigest, exitCode: undefined, reason: undefined, behaviour: undefined };
}

function moveTo(task: TaskState, status: TaskState["lastStatus"], next: { at: number; step: TaskStep }): StepOutcome {
  task.lastStatus = status;
  task.agenda = [next];
  return "none";
}

function pull(fleet: FleetState, rules: FleetRules, task: TaskState): StepOutcome {
  for (const container of task.containers) {
    // The revision fixes the digest; only an image that did not exist then is asked for again.
    container.imageDigest ??= rules.resolveImage(container.image, fleet.now)?.digest;
    container.behaviour = rules.behaviour(container, task, fleet);
  }
  const refused = task.containers.find((container) => container.behaviour?.kind === "cannot-pull");
  if (refused?.behaviour?.kind !== "cannot-pull") {
    return moveTo(task, "ACTIVATING", { at: fleet.now + rules.timings.activatingMs, step: "RUNNING" });
  }
  task.failed = true;
  refused.reason = refused.behaviour.reason;
  const outcome = stopTask(fleet, rules, task, { code: "TaskFailedToStart", reason: refused.behaviour.reason });
  task.lastStatus = "DEPROVISIONING";
  task.agenda = [{ at: fleet.now + rules.timings.deprovisioningMs, step: "STOPPED" }];
  return outcome;
}

function run(fleet: FleetState, rules: FleetRules, task: TaskState): StepOutcome {
  task.lastStatus = "RUNNING";
  task.startedAt = fleet.now;
  const behaviours = task.containers.flatMap((container) => container.behaviour ?? []);
  task.agenda = futureOf(task, behaviours, rules).toSorted((a, b) => a.at - b.at);
  const startMs = Math.max(0, ...behaviours.map((one) => ("startMs" in one ? one.startMs : 0)));
  task.readyAt = behaviours.some((one) => one.kind === "crash") ? undefined : fleet.now + startMs;
  for (const container of task.containers) logStart(fleet, task, container);
  return "none";
}

function logStart(fleet: FleetState, task: TaskState, container: ContainerState): void {
  const { behaviour } = container;
  if (behaviour === undefined || behaviour.kind === "cannot-pull") return;
  (behaviour.log ?? []).forEach((message, index) => {
    task.log.push({ at: fleet.now + index * 100, container: container.name, message });
  });
}

function futureOf(task: TaskState, behaviours: readonly ContainerBehaviour[], rules: FleetRules): TaskState["agenda"] {
  const start = task.startedAt ?? 0;
  const exits = behaviours.flatMap((one) =>
    one.kind === "crash" ? [{ at: start + one.afterMs, step: "EXIT" as const }] : [],
  );
  if (!hasHealthCheck(task)) return [{ at: start + rules.timings.steadyMs, step: "STEADY" }, ...exits];
  if (behaviours.some((one) => one.kind === "unhealthy")) {
    return [{ at: start + rules.timings.unhealthyMs, step: "UNHEALTHY" }, ...exits];
  }
  const startMs = Math.max(0, ...behaviours.map((one) => ("startMs" in one ? one.startMs : 0)));
  return exits.length > 0 ? exits : [{ at: start + startMs, step: "STEADY" }];
}

function becomeSteady(_fleet: FleetState, _rules: FleetRules, task: TaskState): StepOutcome {
  task.steady = true;
  if (hasHealthCheck(task)) task.health = "HEALTHY";
  return "steady";
}

function condemn(fleet: FleetState, rules: FleetRules, task: TaskState): StepOutcome {
  task.health = "UNHEALTHY";
  task.failed = true;
  return stopTask(fleet, rules, task, {
    code: "ServiceSchedulerInitiated",
    reason: "Task failed container health checks",
  });
}

function exit(fleet: FleetState, rules: FleetRules, task: TaskState): StepOutcome {
  const container = task.containers.find((one) => one.behaviour?.kind === "crash");
  if (container?.behaviour?.kind === "crash") container.exitCode = container.behaviour.exitCode;
  if (!task.steady) task.failed = true;
  stopTask(fleet, rules, task, { code: "EssentialContainerExited", reason: "Essential container in task exited" });
  task.lastStatus = "DEPROVISIONING";
  task.agenda = [{ at: fleet.now + rules.timings.deprovisioningMs, step: "STOPPED" }];
  return "stopping";
}

function stopped(fleet: FleetState, rules: FleetRules, task: TaskState): StepOutcome {
  task.lastStatus = "STOPPED";
  task.stoppedAt = fleet.now;
  task.agenda = [{ at: fleet.now + rules.timings.keepStoppedMs, step: "FORGET" }];
  for (const container of task.containers) {
    if (task.startedAt !== undefined)
      container.exitCode ??= task.failed || task.stopCode !== "EssentialContainerExited" ? 143 : 0;
  }
  return "stopped";
}

function hasHealthCheck(task: TaskState): boolean {
  return task.containers.some((container) => container.essential && container.hasHealthCheck);
}
