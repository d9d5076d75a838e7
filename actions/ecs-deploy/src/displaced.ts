import { primaryOf, revisionName, type Deployment } from "./service-state.ts";
import { STALE_MS, type Finding, type OwnDeployment, type Situation } from "./situation.ts";

/**
 * What another primary deployment than ours means. Until a read has shown ours, all reads may be from before the update, so
 * one that a read from then could show as well is waited for; one that began after ours is in its place.
 */
export function primaryIsAnother(situation: Situation): Finding | undefined {
  const { service, ours, memory, sinceUpdateMs } = situation;
  const primary = primaryOf(service);
  if (primary === undefined || primary.id === ours.id) return undefined;
  if (!memory.seenOurs && !cameAfterOurs(primary, situation)) return neverSeen(primary, ours, sinceUpdateMs);
  const isBack = primary.taskDefinition === ours.previousTaskDefinition;
  if (primary.id === ours.previousId || (isBack && ours.taskDefinition !== ours.previousTaskDefinition)) {
    const reason = `the service is on ${revisionName(primary.taskDefinition)} again, the one from before`;
    return { kind: "rolled-back", reason, certain: false };
  }
  const reason = `deployment ${primary.id} of ${revisionName(primary.taskDefinition)} took the place of ours`;
  return { kind: "superseded", reason, certain: isStopped(situation) && cameAfterOurs(primary, situation) };
}

/** Times of ECS prove it; where it gives none, a deployment that is not the one from before, and ours stopped. */
function cameAfterOurs({ id, createdAt }: Deployment, situation: Situation): boolean {
  const { ours } = situation;
  if (createdAt !== undefined && ours.createdAt !== undefined) return createdAt > ours.createdAt;
  return id !== ours.previousId && isStopped(situation);
}

/** Whether the service-deployment API calls ours stopped. */
function isStopped({ serviceDeployment }: Situation): boolean {
  return serviceDeployment?.status === "STOPPED";
}

function neverSeen(primary: Deployment, ours: OwnDeployment, sinceUpdateMs: number): Finding | undefined {
  if (sinceUpdateMs < STALE_MS) return undefined;
  const reason = `${STALE_MS / 1000} s after the update ECS shows deployment ${primary.id} and not ours, ${ours.id}`;
  return { kind: primary.id === ours.previousId ? "error" : "superseded", reason, certain: true };
}
