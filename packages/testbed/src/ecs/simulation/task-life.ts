import { nextTaskId } from "./identity.ts";
import type {
  ContainerBehaviour,
  ContainerState,
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
    containers: deployment.taskDefinition.containers.map(notStarted),
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
  switch (step) {
    case "PENDING":
      return moveTo(task, "PENDING", { at: fleet.now + rules.timings.pullMs, step: "ACTIVATING" });
    case "ACTIVATING":
      return pull(fleet, rules, task);
    case "RUNNING":
      return run(fleet, rules, task);
    case "STEADY":
      task.steady = true;
      if (hasHealthCheck(task)) task.health = "HEALTHY";
      return "steady";
    case "UNHEALTHY":
      task.health = "UNHEALTHY";
      task.failed = true;
      return stopTask(fleet, rules, task, {
        code: "ServiceSchedulerInitiated",
        reason: "Task failed container health checks",
      });
    case "EXIT":
      return exit(fleet, rules, task);
    case "STOPPING":
      return moveTo(task, "STOPPING", { at: fleet.now + rules.timings.stoppingMs, step: "DEPROVISIONING" });
    case "DEPROVISIONING":
      return moveTo(task, "DEPROVISIONING", { at: fleet.now + rules.timings.deprovisioningMs, step: "STOPPED" });
    case "STOPPED":
      return stopped(fleet, rules, task);
    case "PROVISIONING":
    case "DEACTIVATING":
    case "FORGET":
    case undefined:
      return "none";
  }
}

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

function notStarted(container: TaskState["taskDefinition"]["containers"][number]): ContainerState {
  return { ...container, imageDigest: undefined, exitCode: undefined, reason: undefined, behaviour: undefined };
}

function moveTo(task: TaskState, status: TaskState["lastStatus"], next: { at: number; step: TaskStep }): StepOutcome {
  task.lastStatus = status;
  task.agenda = [next];
  return "none";
}

function pull(fleet: FleetState, rules: FleetRules, task: TaskState): StepOutcome {
  for (const container of task.containers) {
    container.imageDigest = rules.resolveImage(container.image)?.digest;
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
