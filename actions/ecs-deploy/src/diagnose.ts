import { reasonOf, type EcsDeployPorts, type ServiceTarget, type Task } from "./ports.ts";
import { readFailedLogs, type LogTail } from "./read-failed-logs.ts";
import { readTargetHealth } from "./read-target-health.ts";
import type { Service } from "./service-state.ts";
import { renderStoppedTask } from "./stop-hints.ts";

/** What helps a person to see why a deployment did not come up. */
export interface Diagnosis {
  /** Oldest first, each once. */
  readonly events: readonly string[];
  /** Newest first. */
  readonly stoppedTasks: readonly string[];
  /** Of the task that stopped last. */
  readonly logs: readonly LogTail[];
  /** Of the service's load balancers, those that are not healthy. */
  readonly targets: readonly string[];
}

const MAX_EVENTS = 10;
const MAX_TASKS = 3;

export interface Patient {
  readonly target: ServiceTarget;
  readonly deploymentId: string | undefined;
  readonly before: Service;
  readonly after: Service;
  readonly logLines: number;
}

/** Collects it at once, since ECS forgets stopped tasks after about an hour. Never throws: it only explains. */
export async function diagnose(patient: Patient, ports: EcsDeployPorts): Promise<Diagnosis> {
  const { log } = ports;
  const stopped = await readStoppedTasks(patient, ports);
  const tasks = stopped ?? [];
  const failed = tasks.find(({ containers }) => containers.some(({ exitCode = 0 }) => exitCode !== 0));
  const logs = failed === undefined ? [] : await readFailedLogs(failed, patient.logLines, ports);
  const { target, deploymentId, after: service } = patient;
  const targets = await readTargetHealth({ target, deploymentId, service, stopped }, ports);
  const events = eventsSince(patient);
  const stoppedTasks = tasks.slice(0, MAX_TASKS).map(renderStoppedTask);
  if (events.length > 0) log.group("Service events since the update", events);
  if (stoppedTasks.length > 0) log.group("Tasks of this deployment that stopped", stoppedTasks);
  for (const { container, lines } of logs) log.group(`Last log lines of ${container}`, lines);
  if (targets.length > 0) log.group("Targets of the load balancer that are not healthy", targets);
  return { events, stoppedTasks, logs, targets };
}

function eventsSince({ before, after }: Patient): string[] {
  const known = new Set(before.events.map(({ id }) => id));
  const messages = after.events.filter(({ id }) => !known.has(id)).map(({ message }) => message);
  return [...new Set(messages)].slice(0, MAX_EVENTS).reverse();
}

/** Newest first; after scaling, which starts no deployment of its own, those of the whole service. Undefined: not to be read. */
async function readStoppedTasks(
  { target, deploymentId }: Patient,
  { fleet, log }: EcsDeployPorts,
): Promise<Task[] | undefined> {
  try {
    const tasks = await fleet.tasks(target, "STOPPED");
    const ours = tasks.filter(({ startedBy }) => deploymentId === undefined || startedBy === deploymentId);
    return ours.sort((a, b) => (b.stoppedAt?.getTime() ?? 0) - (a.stoppedAt?.getTime() ?? 0));
  } catch (error) {
    log.notice(`Stopped tasks not read: ${reasonOf(error)}`);
    return undefined;
  }
}
