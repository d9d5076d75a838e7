import { refusal, renderDuration, upstream, type Deadline } from "@fairway/domain";

import { createNarrator, describeState } from "./narrate.ts";
import { pauseMs } from "./pace.ts";
import { mayPass, type EcsDeployPorts, type ServiceTarget } from "./ports.ts";
import { isInProgress, type Service } from "./service-state.ts";

export interface Turn {
  readonly target: ServiceTarget;
  readonly service: Service;
  readonly deadline: Deadline;
  readonly ifInProgress: "wait" | "fail" | "proceed";
  /** A dry run says that it would wait and goes on. */
  readonly dryRun: boolean;
}

/**
 * Gives the service once no deployment of it is in progress. One that is started on top of a rollback has nothing left to
 * fall back to: when it fails, too, ECS stalls. Throws IN_PROGRESS when told to, or when the time is over.
 */
export async function awaitTurn(turn: Turn, ports: EcsDeployPorts): Promise<Service> {
  const { service } = turn;
  if (!isInProgress(service)) return service;
  const state = describeState(service);
  switch (turn.ifInProgress) {
    case "fail":
      throw refusal(
        "IN_PROGRESS",
        `Another deployment of ${service.name} is in progress (${state}), and if-in-progress is fail`,
        "Wait for its end, or set if-in-progress to wait.",
      );
    case "proceed":
      ports.log.warning(
        `Another deployment of ${service.name} is in progress (${state}). If it is a rollback, ECS has nothing to fall back to should this deployment fail.`,
      );
      return service;
    case "wait":
      ports.log.info(`waits for another deployment of ${service.name} to end: ${state}`);
      return turn.dryRun ? service : waitForEnd(turn, ports);
  }
}

async function waitForEnd(turn: Turn, { fleet, clock, log, random, signal }: EcsDeployPorts): Promise<Service> {
  const { target, deadline } = turn;
  const narrator = createNarrator(clock, log, turn.service);
  let { service } = turn;
  while (isInProgress(service)) {
    if (deadline.expired()) throw stillInProgress(service, deadline);
    await clock.sleep(Math.min(pauseMs({ usedMs: deadline.usedMs() }, random), deadline.remainingMs()), signal);
    try {
      service = await fleet.describeService(target);
      narrator.tell(service);
    } catch (error) {
      if (!mayPass(error)) throw error;
      narrator.tellMissedLook(error.message);
    }
  }
  return service;
}

function stillInProgress(service: Service, deadline: Deadline): Error {
  return upstream(
    "IN_PROGRESS",
    `Another deployment of ${service.name} is still in progress after ${renderDuration(deadline.totalMs)} (${describeState(service)}); nothing was changed`,
    {
      nextStep:
        "Look at why it does not end. To deploy on top of it, set if-in-progress to proceed; scaling the service to 0 ends it, too.",
    },
  );
}
