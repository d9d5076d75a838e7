import { createDeadline } from "@fairway/domain";

import { createNarrator } from "./narrate.ts";
import { pauseMs } from "./pace.ts";
import { notePhase, type Phases } from "./phases.ts";
import { mayPass, reasonOf, type EcsDeployPorts, type ServiceFleet, type ServiceTarget } from "./ports.ts";
import { hasAllTasks, primaryOf, renderCounts, revisionName, type Service } from "./service-state.ts";

/** The verdict is known by then; this long is waited to tell a person where the service ended up. */
const BOUND_SECONDS = 600;

export interface Rollback {
  readonly target: ServiceTarget;
  readonly deploymentId: string;
  readonly service: Service;
  /** What was seen until then. */
  readonly phases: Phases;
}

export interface RollbackEnd {
  readonly service: Service;
  /** Whether the service runs an earlier deployment in full. */
  readonly complete: boolean;
  /** A sentence without a full stop. */
  readonly text: string;
  readonly phases: Phases;
}

/** Follows a rollback to its end, within a bound, or until the run is cancelled. */
export async function followRollback(rollback: Rollback, ports: EcsDeployPorts): Promise<RollbackEnd> {
  const { target, deploymentId } = rollback;
  const { fleet, clock, log, random, signal } = ports;
  const deadline = createDeadline(clock, BOUND_SECONDS);
  const narrator = createNarrator(clock, log, rollback.service);
  let { service, phases } = rollback;
  try {
    while (!isBack(service, deploymentId) && !deadline.expired()) {
      await clock.sleep(pauseMs({ usedMs: deadline.usedMs() }, random), signal);
      service = await readOr(service, { target, fleet });
      narrator.tell(service);
      phases = notePhase(phases, { service }, clock.elapsedMs());
    }
  } catch (error) {
    // The verdict stands whatever happens here; a person is told how far it was followed.
    log.notice(`Stopped following the rollback: ${reasonOf(error)}`);
  }
  return { service, phases, ...describeEnd(service, deploymentId) };
}

/** The service as it is now, or as it was when ECS does not answer for the moment. */
async function readOr(
  service: Service,
  { target, fleet }: { target: ServiceTarget; fleet: ServiceFleet },
): Promise<Service> {
  try {
    return await fleet.describeService(target);
  } catch (error) {
    if (mayPass(error)) return service;
    throw error;
  }
}

function isBack(service: Service, deploymentId: string): boolean {
  const primary = primaryOf(service);
  if (primary === undefined || primary.id === deploymentId) return false;
  const over = primary.rolloutState === undefined || primary.rolloutState !== "IN_PROGRESS";
  return over && hasAllTasks(primary);
}

function describeEnd(service: Service, deploymentId: string): { complete: boolean; text: string } {
  const primary = primaryOf(service);
  if (primary === undefined || primary.id === deploymentId)
    return { complete: false, text: `ECS has not begun to roll ${service.name} back` };
  const where = `${revisionName(primary.taskDefinition)}, ${renderCounts(primary)}`;
  if (isBack(service, deploymentId)) return { complete: true, text: `${service.name} is back on ${where}` };
  return { complete: false, text: `the rollback of ${service.name} to ${where} still goes on` };
}
