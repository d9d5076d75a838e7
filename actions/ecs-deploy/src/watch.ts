import { FairwayError, type Deadline } from "@fairway/domain";

import { FIRST_MEMORY, type Decision, type Ending, type Memory } from "./situation.ts";
import { createNarrator } from "./narrate.ts";
import { FIRST_LOOK_MS, pauseMs, SECOND_LOOK_MS } from "./pace.ts";
import { notePhase, startPhases, type Phases } from "./phases.ts";
import { mayPass, type EcsDeployPorts, type ServiceTarget } from "./ports.ts";
import { createDetailReader } from "./read-detail.ts";
import { hasAllTasks, primaryOf, type Service, type ServiceDeployment } from "./service-state.ts";

/** One look at the service, with what was learnt before. */
export interface Look {
  readonly service: Service;
  readonly serviceDeployment: ServiceDeployment | undefined;
  readonly memory: Memory;
  readonly sinceUpdateMs: number;
  readonly expired: boolean;
}

export interface Watch {
  readonly target: ServiceTarget;
  /** The service right after the update; what it told before is not told again. */
  readonly start: Service;
  /** Our deployment; absent when there is none to follow, as after scaling. */
  readonly deploymentId: string | undefined;
  readonly deadline: Deadline;
  readonly decide: (look: Look) => Decision;
}

export interface Watched {
  readonly kind: Ending;
  readonly reason: string;
  readonly service: Service;
  readonly serviceDeployment: ServiceDeployment | undefined;
  /** The most in a row that any look has shown. */
  readonly failedTasks: number;
  readonly phases: Phases;
  /** Why the watch ended early: a refused call, or the run's cancellation. */
  readonly error?: FairwayError | undefined;
}

/**
 * Looks at the service until `decide` gives a verdict. A look that fails for a passing reason is repeated until the
 * deadline; any other refusal, and a cancellation, ends the watch with what was known until then.
 */
export async function watch(task: Watch, ports: EcsDeployPorts): Promise<Watched> {
  const { clock, random, signal } = ports;
  const start = clock.elapsedMs();
  const observer = createObserver(task, ports);
  let memory = FIRST_MEMORY;
  let pause = FIRST_LOOK_MS;
  try {
    for (;;) {
      await clock.sleep(Math.min(pause, Math.max(SECOND_LOOK_MS, task.deadline.remainingMs())), signal);
      const sinceUpdateMs = clock.elapsedMs() - start;
      const fresh = await observer.look();
      pause = pauseMs({ usedMs: sinceUpdateMs, nearEnd: mayEndSoon(observer.last().service) }, random);
      const expired = task.deadline.expired();
      if (!fresh && !expired) continue;
      const { verdict, memory: learnt } = task.decide({ ...observer.last(), memory, sinceUpdateMs, expired });
      if (verdict.kind !== "pending") return { ...verdict, ...observer.last() };
      memory = learnt;
      if (verdict.look === "soon") pause = SECOND_LOOK_MS;
    }
  } catch (error) {
    if (!(error instanceof FairwayError)) throw error;
    return { kind: "error", reason: error.message, error, ...observer.last() };
  }
}

function mayEndSoon(service: Service): boolean {
  const primary = primaryOf(service);
  return primary !== undefined && hasAllTasks(primary);
}

interface Observer {
  /** Whether ECS answered. */
  look(): Promise<boolean>;
  last(): Pick<Watched, "service" | "serviceDeployment" | "failedTasks" | "phases">;
}

function createObserver({ target, start, deploymentId }: Watch, ports: EcsDeployPorts): Observer {
  const narrator = createNarrator(ports.clock, ports.log, start);
  const detail = deploymentId === undefined ? undefined : createDetailReader(target, deploymentId, ports);
  let last: ReturnType<Observer["last"]> = {
    service: start,
    serviceDeployment: undefined,
    failedTasks: 0,
    phases: startPhases(ports.clock.elapsedMs(), deploymentId, start),
  };
  let looks = 0;
  return {
    look: async () => {
      try {
        const service = await ports.fleet.describeService(target);
        const serviceDeployment = await detail?.read(service, looks);
        looks += 1;
        const counted = serviceDeployment?.failureCount ?? 0;
        const failedTasks = Math.max(last.failedTasks, counted, failuresOf(service, deploymentId));
        const phases = notePhase(last.phases, { service, deployment: serviceDeployment }, ports.clock.elapsedMs());
        last = { service, serviceDeployment, failedTasks, phases };
        narrator.tell(service, serviceDeployment);
        return true;
      } catch (error) {
        if (!mayPass(error)) throw error;
        narrator.tellMissedLook(error.message);
        return false;
      }
    },
    last: () => last,
  };
}

function failuresOf(service: Service, deploymentId: string | undefined): number {
  return service.deployments.find(({ id }) => id === deploymentId)?.failedTasks ?? 0;
}
