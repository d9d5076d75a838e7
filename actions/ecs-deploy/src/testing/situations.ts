import { decide } from "../decide.ts";
import { FIRST_MEMORY, type Situation, type Verdict } from "../situation.ts";
import type { Deployment, Service } from "../service-state.ts";
import { entry, OURS, revision } from "./service-states.ts";

/** ECS's words when its circuit breaker gives a deployment up. */
export const BREAKER = "ECS deployment circuit breaker: tasks failed to start.";
/** Its words at the deployment that takes its place. */
export const ROLLING_BACK = "ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1.";

/** When ECS began our deployment, by its own clock. */
export const UPDATED_AT = new Date("2026-01-01T12:00:00Z");

/** The entry of our deployment, of revision 42, in progress unless said otherwise. */
export function ours(change: Partial<Deployment> = {}): Deployment {
  return entry({ id: OURS, taskDefinition: revision(42), rolloutState: "IN_PROGRESS", ...change });
}

/** Our deployment as ECS has completed it. */
export const done = ours({ rolloutState: "COMPLETED" });

/** The entry of the deployment from before, of revision 41. */
export function old(change: Partial<Deployment> = {}): Deployment {
  return entry({ status: "ACTIVE", ...change });
}

/** The deployment that ECS started to roll ours back. */
export const rollback = entry({ id: "ecs-svc/3", rolloutState: "IN_PROGRESS", rolloutStateReason: ROLLING_BACK });

/** A look at the service 90 seconds after the update, long after our deployment was first seen, unless said otherwise. */
export function situation(service: Service, change: Partial<Situation> = {}): Situation {
  return {
    ours: {
      id: OURS,
      taskDefinition: revision(42),
      createdAt: UPDATED_AT,
      previousId: "ecs-svc/1",
      previousTaskDefinition: revision(41),
    },
    service,
    serviceDeployment: undefined,
    patience: { waitUntil: "deployed", maxFailedTasks: undefined, mayBeEmpty: false },
    memory: { ...FIRST_MEMORY, seenOurs: true },
    sinceUpdateMs: 90_000,
    expired: false,
    ...change,
  };
}

/** The verdict that the same sight leads to when it is seen again and again. */
export function verdictOf(start: Situation): Verdict & { readonly reason?: string } {
  let current = start;
  for (let count = 0; count < 3; count += 1) {
    const { verdict, memory } = decide(current);
    if (verdict.kind !== "pending") return verdict;
    current = { ...current, memory };
  }
  return { kind: "pending", look: "later" };
}
