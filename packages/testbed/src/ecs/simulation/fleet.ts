import { beginDeployment, failDeployment, recordFailure, ringAlarm } from "./deployments.ts";
import {
  DEFAULT_SCRIPT,
  type DeploymentConfiguration,
  type FleetRules,
  type FleetState,
  type ServiceScript,
  type ServiceState,
  type TaskDefinitionView,
  type TaskState,
} from "./model.ts";
import { deleteService, schedule } from "./scheduler.ts";
import { answerHook, shiftDue } from "./shift.ts";
import type { HookAction } from "./shift-plan.ts";
import { scheduleExit, stepTask, stopTask } from "./task-life.ts";

interface Addressed {
  /** Virtual milliseconds. */
  readonly at: number;
  readonly cluster: string;
  readonly service: string;
}

/** Something done to the fleet from outside, at a time. */
export type FleetCommand = Addressed &
  (
    | {
        readonly kind: "create-service";
        /** Left out where another controller than ECS brings it. */
        readonly taskDefinition?: TaskDefinitionView;
        readonly desiredCount: number;
        readonly configuration: DeploymentConfiguration;
      }
    | {
        readonly kind: "update-service";
        readonly taskDefinition?: TaskDefinitionView;
        readonly desiredCount?: number;
        readonly configuration?: DeploymentConfiguration;
        readonly force?: boolean;
      }
    | { readonly kind: "delete-service" }
    | { readonly kind: "stop-deployment"; readonly number: string; readonly wantsRollback: boolean }
    | {
        readonly kind: "answer-hook";
        readonly number: string;
        readonly hookId: string;
        readonly action: HookAction;
      }
    | { readonly kind: "alarm"; readonly alarm: string }
    | { readonly kind: "stop-task"; readonly taskId: string; readonly reason: string }
    | { readonly kind: "script"; readonly script: Partial<ServiceScript> }
  );

export interface Fleet {
  readonly state: FleetState;
  /** Carries out everything that was due until then, in order. Going back in time does nothing. */
  advance(to: number): void;
  apply(command: FleetCommand): void;
}

/**
 * The state of every service as a function of the commands and the time: replaying the same commands under rules that
 * decide the same gives the same state, whenever and however often it was looked at in between.
 */
export function fleetAt(commands: readonly FleetCommand[], now: number, rules: FleetRules): FleetState {
  const fleet = createFleet(rules);
  for (const command of commands) if (command.at <= now) fleet.apply(command);
  fleet.advance(now);
  return fleet.state;
}

/** A fleet that is advanced step by step, for a server that is asked again and again. */
export function createFleet(rules: FleetRules): Fleet {
  const state: FleetState = { now: 0, sequence: 0, services: [] };
  return { state, advance, apply };

  function advance(to: number): void {
    for (let due = nextDue(state); due !== undefined && due.at <= to; due = nextDue(state)) {
      state.now = Math.max(state.now, due.at);
      if (due.task !== undefined) stepOf(state, rules, due.service, due.task);
      settle(state, rules, due.service);
    }
    state.now = Math.max(state.now, to);
  }

  function apply(command: FleetCommand): void {
    advance(command.at);
    const service = command.kind === "create-service" ? createService(state, command) : findService(state, command);
    carryOut(state, rules, service, command);
    settle(state, rules, service);
  }
}

/** The service that a command or a request names. Throws when the fleet has none of that name. */
function findService(fleet: FleetState, { cluster, service }: { cluster: string; service: string }): ServiceState {
  const found = fleet.services.find((one) => one.cluster === cluster && one.name === service);
  if (found === undefined) throw new Error(`no service ${service} in cluster ${cluster}; create it first`);
  return found;
}

interface Due {
  readonly at: number;
  readonly service: ServiceState;
  readonly task?: TaskState;
}

function nextDue(fleet: FleetState): Due | undefined {
  let first: Due | undefined;
  for (const service of fleet.services) {
    for (const due of dueOf(fleet, service)) if (first === undefined || due.at < first.at) first = due;
  }
  return first;
}

function* dueOf(fleet: FleetState, service: ServiceState): Generator<Due> {
  for (const task of service.tasks) {
    const at = task.agenda[0]?.at;
    if (at !== undefined) yield { at, service, task };
  }
  const retryAt = service.deployments[0]?.retryAt ?? 0;
  if (retryAt > fleet.now) yield { at: retryAt, service };
  const shiftAt = shiftDue(fleet, service);
  if (shiftAt !== undefined) yield { at: shiftAt, service };
}

function stepOf(fleet: FleetState, rules: FleetRules, service: ServiceState, task: TaskState): void {
  if (task.agenda[0]?.step === "FORGET") {
    service.tasks = service.tasks.filter((one) => one !== task);
    return;
  }
  const outcome = stepTask(fleet, rules, task);
  if (outcome === "steady") resetFailures(service, task);
  if (outcome === "stopped" && task.failed) recordFailure(fleet, rules, service, task.deployment);
}

/** Failures are counted in a row: a task that runs steadily starts the count anew. */
function resetFailures(service: ServiceState, task: TaskState): void {
  const deployment = service.deployments.find((one) => one.number === task.deployment);
  if (deployment !== undefined) deployment.failedTasks = 0;
}

function settle(fleet: FleetState, rules: FleetRules, service: ServiceState): void {
  schedule(fleet, rules, service);
  for (const task of service.tasks) {
    if (task.desiredStatus !== "STOPPED" || task.consequencesDrawn) continue;
    task.consequencesDrawn = true;
    for (const exit of rules.consequences(task, fleet)) {
      const victim = fleet.services.flatMap((one) => one.tasks).find((one) => one.id === exit.taskId);
      if (victim !== undefined) scheduleExit(victim, fleet.now + exit.afterMs, exit.exitCode, exit.log);
    }
  }
}

function createService(fleet: FleetState, command: FleetCommand & { kind: "create-service" }): ServiceState {
  const service: ServiceState = {
    cluster: command.cluster,
    name: command.service,
    createdAt: fleet.now,
    status: "ACTIVE",
    desiredCount: command.desiredCount,
    configuration: command.configuration,
    script: DEFAULT_SCRIPT,
    deployments: [],
    tasks: [],
    events: [],
    revisions: [],
    serviceDeployments: [],
    lastCompleted: undefined,
    isSteady: false,
  };
  // One that was deleted is shown until another one takes its name.
  const deleted = fleet.services.findIndex((one) => one.cluster === service.cluster && one.name === service.name);
  if (deleted >= 0) fleet.services.splice(deleted, 1);
  fleet.services.push(service);
  return service;
}

function carryOut(fleet: FleetState, rules: FleetRules, service: ServiceState, command: FleetCommand): void {
  switch (command.kind) {
    case "create-service":
      if (command.taskDefinition !== undefined) beginDeployment(fleet, rules, service, command.taskDefinition);
      return;
    case "delete-service":
      deleteService(fleet, rules, service);
      return;
    case "update-service":
      update(fleet, rules, service, command);
      return;
    case "stop-deployment":
      stopDeployment(fleet, service, command);
      return;
    case "answer-hook":
      answerHook(fleet, service, command);
      return;
    case "alarm":
      ringAlarm(fleet, service, command.alarm);
      return;
    case "stop-task":
      stopNamed(fleet, rules, service, command);
      return;
    case "script":
      service.script = { ...service.script, ...command.script };
  }
}

function update(
  fleet: FleetState,
  rules: FleetRules,
  service: ServiceState,
  command: FleetCommand & { kind: "update-service" },
): void {
  service.desiredCount = command.desiredCount ?? service.desiredCount;
  service.configuration = command.configuration ?? service.configuration;
  const current = service.deployments[0]?.taskDefinition;
  const wanted = command.taskDefinition ?? current;
  const isNew = wanted !== undefined && (command.force === true || wanted.arn !== current?.arn);
  // A change of the count alone is no deployment: the primary one grows or shrinks.
  if (isNew) beginDeployment(fleet, rules, service, wanted);
}

function stopDeployment(
  fleet: FleetState,
  service: ServiceState,
  command: FleetCommand & { kind: "stop-deployment" },
): void {
  const deployment = service.deployments.find((one) => one.number === command.number);
  if (deployment?.rolloutState !== "IN_PROGRESS") return;
  failDeployment(fleet, service, deployment, {
    entry: "ECS deployment stopped by user request.",
    rollback: "ECS deployment stopped by user request:",
    wantsRollback: command.wantsRollback,
  });
}

function stopNamed(
  fleet: FleetState,
  rules: FleetRules,
  service: ServiceState,
  command: FleetCommand & { kind: "stop-task" },
): void {
  const task = service.tasks.find((one) => one.id === command.taskId);
  if (task !== undefined) stopTask(fleet, rules, task, { code: "UserInitiated", reason: command.reason });
}
