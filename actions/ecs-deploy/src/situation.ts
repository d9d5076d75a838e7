import type { Service, ServiceDeployment } from "./service-state.ts";

/** What one look at the service says of our own deployment. Only `succeeded` is green. */
export type Verdict =
  /** `soon`: it looks done, and one more look will make it sure. */
  { readonly kind: "pending"; readonly look: "soon" | "later" } | { readonly kind: Ending; readonly reason: string };

export type Ending = "succeeded" | "rolled-back" | "failed" | "superseded" | "paused" | "timed-out" | "error";

/** The deployment that this run started, and what it started from. */
export interface OwnDeployment {
  readonly id: string;
  readonly taskDefinition: string;
  /** By the clock of ECS. */
  readonly createdAt: Date | undefined;
  readonly previousId: string | undefined;
  readonly previousTaskDefinition: string;
}

/** What is carried from one look to the next. */
export interface Memory {
  /** Whether any read has shown our deployment; before that, reads may be older than our update. */
  readonly seenOurs: boolean;
  /** The ending that the last look suggested and that was not certain. */
  readonly leaning: Ending | undefined;
}

export interface Patience {
  readonly waitUntil: "deployed" | "stable";
  readonly maxFailedTasks: number | undefined;
  /** Whether it was asked for no task at all; otherwise a deployment of none proves nothing. */
  readonly mayBeEmpty: boolean;
}

export interface Situation {
  readonly ours: OwnDeployment;
  readonly service: Service;
  /** Absent when the service-deployment API does not show it, for want of time or of permission. */
  readonly serviceDeployment: ServiceDeployment | undefined;
  readonly patience: Patience;
  readonly memory: Memory;
  readonly sinceUpdateMs: number;
  /** Whether the time for waiting is over. */
  readonly expired: boolean;
}

export interface Decision {
  readonly verdict: Verdict;
  readonly memory: Memory;
}

/** An ending and whether ECS said it or it was concluded, in which case a second look must agree. */
export interface Finding {
  readonly kind: Ending;
  readonly reason: string;
  readonly certain: boolean;
}

/** Reads may be older than the update for about this long. */
export const STALE_MS = 60_000;

export const FIRST_MEMORY: Memory = { seenOurs: false, leaning: undefined };
