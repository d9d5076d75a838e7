import { primaryIsAnother } from "./displaced.ts";
import { endingReason } from "./ending-reason.ts";
import {
  hasAllTasks,
  isDeleted,
  isRollback,
  isRolledBack,
  primaryOf,
  renderCounts,
  revisionName,
  type Deployment,
  type Service,
  type ServiceDeployment,
} from "./service-state.ts";
import type { Decision, Ending, Finding, Memory, Situation } from "./situation.ts";

/**
 * Classifies one look at the service. The service being stable proves nothing (a rolled-back service is stable too), so
 * every rule asks for our own deployment. The rules are tried in this order and the first that applies decides.
 */
export function decide(situation: Situation): Decision {
  const seenOurs = situation.memory.seenOurs || ourEntry(situation) !== undefined;
  const known = { ...situation, memory: { ...situation.memory, seenOurs } };
  for (const rule of RULES) {
    const finding = rule(known);
    if (finding !== undefined) return conclude(finding, known.memory, situation.expired);
  }
  return { verdict: { kind: "pending", look: "later" }, memory: { seenOurs, leaning: undefined } };
}

/** Believes a certain finding at once and any other when the look before said the same. */
export function conclude(finding: Finding, memory: Memory, expired: boolean): Decision {
  const { kind, reason, certain } = finding;
  if (certain || memory.leaning === kind) return { verdict: { kind, reason }, memory };
  const wavering = expired && memory.leaning !== undefined;
  if (wavering)
    return { verdict: { kind: "timed-out", reason: `reads of ECS contradict each other: ${reason}` }, memory };
  const look = kind === "succeeded" ? "soon" : "later";
  return { verdict: { kind: "pending", look }, memory: { ...memory, leaning: kind } };
}

type Rule = (situation: Situation) => Finding | undefined;

const RULES: readonly Rule[] = [
  serviceGone,
  serviceDeploymentEnded,
  ourEntryFailed,
  primaryRollsBack,
  primaryIsAnother,
  scaledToNothing,
  completed,
  tooManyFailures,
  awaitingHook,
  outOfTime,
];

function serviceGone({ service }: Situation): Finding | undefined {
  return isDeleted(service) ? ending("failed", `the service is ${service.status}`) : undefined;
}

function serviceDeploymentEnded(situation: Situation): Finding | undefined {
  const { serviceDeployment, service, ours } = situation;
  if (serviceDeployment === undefined) return undefined;
  const { status, rollback } = serviceDeployment;
  if (isRolledBack(serviceDeployment)) return ending("rolled-back", reasonFromEcs(situation));
  if (status !== "STOPPED" && status !== "STOP_REQUESTED") return undefined;
  if (rollback !== undefined) return ending("rolled-back", reasonFromEcs(situation));
  // Another deployment in our place is what stopped ours; the rules below tell which kind it is.
  return primaryOf(service)?.id === ours.id ? ending("failed", reasonFromEcs(situation)) : undefined;
}

function ourEntryFailed(situation: Situation): Finding | undefined {
  if (ourEntry(situation)?.rolloutState !== "FAILED") return undefined;
  const reason = reasonFromEcs(situation);
  if (rollingBack(situation)) return ending("rolled-back", reason);
  // With the rollback on, it shows a moment later; without it the failure is the end.
  return { kind: "failed", reason, certain: !situation.service.circuitBreaker.rollback };
}

function primaryRollsBack(situation: Situation): Finding | undefined {
  return rollingBack(situation) ? ending("rolled-back", reasonFromEcs(situation)) : undefined;
}

/** A deployment of no task is completed at once, whatever its image is. */
function scaledToNothing(situation: Situation): Finding | undefined {
  const { service, patience, ours } = situation;
  const isEmpty = !service.daemon && service.desiredCount === 0 && ourEntry(situation)?.desiredCount === 0;
  if (!isEmpty || patience.mayBeEmpty) return undefined;
  const reason = `the desired count was set to 0 in between, so no task of ${revisionName(ours.taskDefinition)} runs`;
  return { kind: "superseded", reason, certain: false };
}

function completed(situation: Situation): Finding | undefined {
  const { service, serviceDeployment, patience, ours } = situation;
  const entry = ourEntry(situation);
  if (entry?.status !== "PRIMARY" || !hasAllTasks(entry) || !isOver(service, entry, serviceDeployment))
    return undefined;
  if (entry.desiredCount === 0 && !patience.mayBeEmpty) return undefined;
  const alone = service.deployments.length === 1;
  if (patience.waitUntil === "stable" && !alone) return undefined;
  const reason = `${revisionName(ours.taskDefinition)} is deployed, ${renderCounts(entry)}`;
  return { kind: "succeeded", reason, certain: false };
}

/** Whether ECS has ended our deployment well, in the view that its kind of deployment has. */
function isOver(service: Service, entry: Deployment, deployment: ServiceDeployment | undefined): boolean {
  if (service.strategy !== "ROLLING") return isShiftOver(service, entry, deployment);
  if (deployment?.status === "SUCCESSFUL" || entry.rolloutState === "COMPLETED") return true;
  // A service behind a Classic Load Balancer has no rollout state: its counts must do.
  return entry.rolloutState === undefined && service.deployments.length === 1;
}

/**
 * Blue/green, linear and canary deployments have all their tasks long before the traffic is theirs, and ECS can still go back
 * while they bake. Only the service-deployment API shows that; without it the old tasks must be gone.
 */
function isShiftOver(service: Service, entry: Deployment, deployment: ServiceDeployment | undefined): boolean {
  if (deployment !== undefined) return deployment.status === "SUCCESSFUL";
  return entry.rolloutState === "COMPLETED" && service.deployments.length === 1;
}

function tooManyFailures(situation: Situation): Finding | undefined {
  const failed = ourEntry(situation)?.failedTasks ?? 0;
  const most = situation.patience.maxFailedTasks;
  return most === undefined || failed < most
    ? undefined
    : ending("failed", `${failed} tasks failed in a row, max-failed-tasks is ${most}`);
}

function awaitingHook({ serviceDeployment }: Situation): Finding | undefined {
  const hook = serviceDeployment?.awaitingHook;
  if (hook === undefined) return undefined;
  const until = hook.expiresAt === undefined ? "" : ` until ${hook.expiresAt.toISOString()}`;
  const stage = serviceDeployment?.stage === undefined ? "" : ` at stage ${serviceDeployment.stage}`;
  return ending("paused", `lifecycle hook ${hook.id} waits for somebody's decision${stage}${until}`);
}

function outOfTime(situation: Situation): Finding | undefined {
  if (!situation.expired) return undefined;
  const entry = ourEntry(situation);
  const state = entry === undefined ? "ECS does not show our deployment" : describeEntry(entry);
  return ending("timed-out", state);
}

function describeEntry(entry: Deployment): string {
  const failed = entry.failedTasks === 0 ? "" : `, ${entry.failedTasks} failed`;
  return `the deployment is ${entry.rolloutState ?? entry.status}, ${renderCounts(entry)}${failed}`;
}

function ending(kind: Ending, reason: string): Finding {
  return { kind, reason, certain: true };
}

function ourEntry({ service, ours }: Situation): Deployment | undefined {
  return service.deployments.find((one) => one.id === ours.id);
}

/** Whether another deployment than ours is PRIMARY because ECS is undoing ours. */
function rollingBack({ service, ours }: Situation): boolean {
  const primary = primaryOf(service);
  if (primary === undefined || primary.id === ours.id) return false;
  // Somebody else's deployment that is rolled back to our revision is not our rollback.
  const towardsOurs =
    primary.taskDefinition === ours.taskDefinition && ours.taskDefinition !== ours.previousTaskDefinition;
  return !towardsOurs && isRollback(primary);
}

function reasonFromEcs({ ours, service, serviceDeployment }: Situation): string {
  return endingReason(service, ours.id, serviceDeployment);
}
