import { type FairwayError } from "@fairway/domain";

import type { Diagnosis } from "./diagnose.ts";
import type { Phases } from "./phases.ts";
import type { ImageChange } from "./plan-revision.ts";
import type { Service } from "./service-state.ts";

export type Outcome =
  | "deployed"
  | "unchanged"
  | "planned"
  | "started"
  | "rolled-back"
  | "failed"
  | "superseded"
  | "paused"
  | "timed-out"
  | "error";

/** A literal type, because only those fit where any output may stand. */
export type EcsDeployOutputs = {
  readonly "task-definition-arn": string;
  readonly "previous-task-definition-arn": string;
  readonly "deployment-id": string;
  readonly "image-digest": string;
  readonly "desired-count": string;
  readonly "previous-desired-count": string;
  readonly "failed-tasks": string;
  readonly reason: string;
  readonly "duration-seconds": string;
  readonly outcome: Outcome;
  readonly services: string;
};

/** What became of one service. */
export interface ServiceResult {
  readonly outputs: Omit<EcsDeployOutputs, "services">;
  readonly failure?: FairwayError | undefined;
  readonly report: Report;
}

/** What the summary tells beside the outputs. */
export interface Report {
  readonly images: readonly ImageChange[];
  /** The service as it was last seen. */
  readonly service: Service;
  readonly diagnosis: Diagnosis | undefined;
  /** Where a rollback ended. */
  readonly rollback: string | undefined;
  /** Absent when nothing was watched. */
  readonly phases: Phases | undefined;
  readonly durationMs: number;
}

/** What is known of a run at its end. */
export interface Facts {
  readonly before: Service;
  readonly after: Service;
  readonly images: readonly ImageChange[];
  /** ARN of the task definition asked for; empty when it was never registered. */
  readonly taskDefinition: string;
  readonly deploymentId?: string | undefined;
  readonly imageDigest?: string | undefined;
  readonly failedTasks?: number | undefined;
  readonly diagnosis?: Diagnosis | undefined;
  readonly rollback?: string | undefined;
  readonly phases?: Phases | undefined;
  readonly durationMs: number;
}

export interface Conclusion {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly failure?: FairwayError | undefined;
}

/** All outputs of the action, whatever happened, from what is known. */
export function toResult(facts: Facts, { outcome, reason, failure }: Conclusion): ServiceResult {
  const { before, after, images, deploymentId = "", imageDigest = "", failedTasks = 0, durationMs } = facts;
  return {
    outputs: {
      "task-definition-arn": facts.taskDefinition,
      "previous-task-definition-arn": before.taskDefinition,
      "deployment-id": deploymentId,
      "image-digest": imageDigest,
      "desired-count": String(after.desiredCount),
      "previous-desired-count": String(before.desiredCount),
      "failed-tasks": String(failedTasks),
      reason: oneLine(reason),
      "duration-seconds": String(Math.round(durationMs / 1000)),
      outcome,
    },
    failure,
    report: {
      images,
      service: after,
      diagnosis: facts.diagnosis,
      rollback: facts.rollback,
      phases: facts.phases,
      durationMs,
    },
  };
}

/** A text as one line of a bounded length. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, 1000);
}
