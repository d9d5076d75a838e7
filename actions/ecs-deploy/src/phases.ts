import type { TimelineEntry } from "@fairway/domain";

import {
  hasAllTasks,
  isRollback,
  isRolledBack,
  primaryOf,
  revisionName,
  type Deployment,
  type Service,
  type ServiceDeployment,
} from "./service-state.ts";

/** A crash loop may go through the same phases for hours; the first and the last ones tell enough. */
const KEPT_PHASES = 40;

type Phase = Pick<TimelineEntry, "what" | "tone">;

/** The phases that a change went through, as the looks at the service showed them. */
export interface Phases {
  /** When ECS accepted the change, on the clock's monotonic scale. */
  readonly startMs: number;
  /** The deployment that this run started; absent after scaling, where every phase is the primary deployment's. */
  readonly deploymentId: string | undefined;
  /** ARNs of the task definitions that ran before: what a rollback goes back to. */
  readonly earlier: readonly string[];
  readonly seenOurs: boolean;
  /** Milliseconds since the start. */
  readonly entries: readonly TimelineEntry[];
  /** How many in the middle were dropped. */
  readonly leftOut: number;
}

/** The phases of a change that ECS has just accepted, from its answer. */
export function startPhases(startMs: number, deploymentId: string | undefined, answer: Service): Phases {
  const accepted = entryAt({ what: "update accepted", tone: "neutral" }, 0);
  const others = answer.deployments.filter(({ id }) => id !== deploymentId);
  const earlier = others.map(({ taskDefinition }) => taskDefinition);
  return { startMs, deploymentId, earlier, seenOurs: deploymentId === undefined, entries: [accepted], leftOut: 0 };
}

/** The phases with one more look at the service. Until one shows our deployment, reads may be from before the update. */
export function notePhase(
  phases: Phases,
  { service, deployment }: { readonly service: Service; readonly deployment?: ServiceDeployment | undefined },
  nowMs: number,
): Phases {
  const primary = primaryOf(service);
  const ours = phases.deploymentId === undefined || primary?.id === phases.deploymentId;
  if (primary === undefined || !(phases.seenOurs || ours)) return phases;
  const phase = phaseOf({ service, primary, ours, earlier: phases.earlier, deployment });
  return { ...phases, seenOurs: true, ...addPhase(phases, phase, nowMs - phases.startMs) };
}

/** A look at the same phase makes it longer. */
function addPhase({ entries, leftOut }: Phases, phase: Phase, atMs: number): Pick<Phases, "entries" | "leftOut"> {
  const last = entries.at(-1);
  const closed = last === undefined ? [] : [...entries.slice(0, -1), { ...last, endMs: atMs }];
  if (last?.what === phase.what) return { entries: closed, leftOut };
  const more = [...closed, entryAt(phase, atMs)];
  if (more.length <= KEPT_PHASES) return { entries: more, leftOut };
  return { entries: more.toSpliced(KEPT_PHASES / 2, 1), leftOut: leftOut + 1 };
}

function entryAt(phase: Phase, atMs: number): TimelineEntry {
  return { lane: "service", ...phase, startMs: atMs, endMs: atMs };
}

interface Seen {
  readonly service: Service;
  readonly primary: Deployment;
  readonly ours: boolean;
  readonly earlier: readonly string[];
  readonly deployment: ServiceDeployment | undefined;
}

/** The phase that one look shows. */
function phaseOf(seen: Seen): Phase {
  const { primary, ours } = seen;
  const name = revisionName(primary.taskDefinition);
  if (ours)
    return {
      what: progressOf(seen, name),
      tone: primary.rolloutState === "FAILED" || primary.failedTasks > 0 ? "bad" : toneOf(seen),
    };
  if (!isBack(seen)) return { what: `${name} took over`, tone: "bad" };
  return hasAllTasks(primary)
    ? { what: `${name} serves again`, tone: "good" }
    : { what: `going back to ${name}`, tone: "bad" };
}

/** A deployment in the place of ours is a rollback when it is of what ran before, or when ECS calls it one. */
function isBack({ primary, earlier, deployment }: Seen): boolean {
  const oursIsUndone = deployment !== undefined && isRolledBack(deployment);
  return isRollback(primary) || earlier.includes(primary.taskDefinition) || oursIsUndone;
}

function progressOf(seen: Seen, name: string): string {
  const { primary, deployment } = seen;
  if (primary.rolloutState === "FAILED") return `${name} failed`;
  if (primary.failedTasks > 0) return `tasks of ${name} fail`;
  if (deployment?.stage !== undefined && toneOf(seen) !== "good") return stageOf(deployment);
  if (primary.runningCount > primary.desiredCount) return "tasks stopping";
  if (!hasAllTasks(primary)) return `tasks of ${name} starting`;
  if (othersRun(seen)) return "old tasks draining";
  return toneOf(seen) === "good" ? `${name} stable` : "settling";
}

function stageOf({ stage = "", trafficPercent }: ServiceDeployment): string {
  return trafficPercent === undefined ? `stage ${stage}` : `stage ${stage}, ${trafficPercent} % of the traffic`;
}

function toneOf(seen: Seen): Phase["tone"] {
  const { primary } = seen;
  const over = primary.rolloutState === undefined || primary.rolloutState === "COMPLETED";
  return over && hasAllTasks(primary) && !othersRun(seen) ? "good" : "neutral";
}

function othersRun({ service, primary }: Seen): boolean {
  return service.deployments.some((one) => one !== primary && one.runningCount > 0);
}
