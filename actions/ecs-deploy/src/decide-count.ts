import { conclude } from "./decide.ts";
import { isDeleted, primaryOf, renderCounts, type Service } from "./service-state.ts";
import { STALE_MS, type Decision, type Finding, type Memory } from "./situation.ts";

export interface CountSituation {
  readonly service: Service;
  readonly desiredCount: number;
  readonly maxFailedTasks: number | undefined;
  readonly memory: Memory;
  readonly sinceUpdateMs: number;
  readonly expired: boolean;
}

/**
 * Classifies one look at a service that was scaled. Changing the desired count starts no deployment in ECS, so the proof is
 * that as many tasks run, over all deployments, as were asked for, and that the count is still the one asked for.
 */
export function decideCount(situation: CountSituation): Decision {
  const { service, desiredCount, sinceUpdateMs } = situation;
  const seenOurs = situation.memory.seenOurs || service.desiredCount === desiredCount;
  const memory = { ...situation.memory, seenOurs };
  const stale = !seenOurs && sinceUpdateMs < STALE_MS && !isDeleted(service);
  const finding = stale ? undefined : findingOf(situation);
  const ended = finding ?? outOfTime(situation);
  if (ended !== undefined) return conclude(ended, memory, situation.expired);
  return { verdict: { kind: "pending", look: "later" }, memory: { seenOurs, leaning: undefined } };
}

function findingOf({ service, desiredCount, maxFailedTasks }: CountSituation): Finding | undefined {
  if (isDeleted(service)) return { kind: "failed", reason: `the service is ${service.status}`, certain: true };
  if (service.desiredCount !== desiredCount) {
    const reason = `somebody, or auto scaling, set the desired count to ${service.desiredCount}; ${desiredCount} was asked`;
    return { kind: "superseded", reason, certain: false };
  }
  if (service.runningCount === desiredCount && service.pendingCount === 0)
    return {
      kind: "succeeded",
      reason: `the desired count of ${desiredCount} is reached, ${renderCounts(service)}`,
      certain: false,
    };
  const failed = primaryOf(service)?.failedTasks ?? 0;
  if (maxFailedTasks === undefined || failed < maxFailedTasks) return undefined;
  const reason = `${failed} tasks failed in a row, max-failed-tasks is ${maxFailedTasks}`;
  return { kind: "failed", reason, certain: true };
}

function outOfTime({ service, expired }: CountSituation): Finding | undefined {
  if (!expired) return undefined;
  return { kind: "timed-out", reason: `the service has ${renderCounts(service)}`, certain: true };
}
