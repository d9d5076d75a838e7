import { FairwayError } from "@fairway/domain";

import type { EcsDeployPorts, ServiceTarget } from "./ports.ts";
import type { Service } from "./service-state.ts";
import { renderStoppedTask } from "./stop-hints.ts";

/** What helps a person to see why a deployment did not come up. */
export interface Diagnosis {
  /** Oldest first, each once. */
  readonly events: readonly string[];
  readonly stoppedTasks: readonly string[];
}

const MAX_EVENTS = 10;
const MAX_TASKS = 3;

export interface Patient {
  readonly target: ServiceTarget;
  readonly deploymentId: string | undefined;
  readonly before: Service;
  readonly after: Service;
}

/** Collects it at once, since ECS forgets stopped tasks after about an hour. Never throws: it only explains. */
export async function diagnose(patient: Patient, ports: EcsDeployPorts): Promise<Diagnosis> {
  const diagnosis = { events: eventsSince(patient), stoppedTasks: await stoppedTasks(patient, ports) };
  if (diagnosis.events.length > 0) ports.log.group("Service events since the update", diagnosis.events);
  if (diagnosis.stoppedTasks.length > 0)
    ports.log.group("Tasks of this deployment that stopped", diagnosis.stoppedTasks);
  return diagnosis;
}

function eventsSince({ before, after }: Patient): string[] {
  const known = new Set(before.events.map(({ id }) => id));
  const messages = after.events.filter(({ id }) => !known.has(id)).map(({ message }) => message);
  return [...new Set(messages)].slice(0, MAX_EVENTS).reverse();
}

async function stoppedTasks({ target, deploymentId }: Patient, { fleet, log }: EcsDeployPorts): Promise<string[]> {
  try {
    const tasks = await fleet.tasks(target, "STOPPED");
    const ours = tasks.filter(({ startedBy }) => deploymentId === undefined || startedBy === deploymentId);
    const newest = ours.sort((a, b) => (b.stoppedAt?.getTime() ?? 0) - (a.stoppedAt?.getTime() ?? 0));
    return newest.slice(0, MAX_TASKS).map(renderStoppedTask);
  } catch (error) {
    log.notice(`Stopped tasks not read: ${error instanceof FairwayError ? error.message : String(error)}`);
    return [];
  }
}
