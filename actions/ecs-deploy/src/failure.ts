import { FairwayError, renderDuration, upstream } from "@fairway/domain";

import type { Ending } from "./situation.ts";
import type { ServiceTarget } from "./ports.ts";
import { isDeleted, isInProgress, revisionName, type Service } from "./service-state.ts";
import type { Watched } from "./watch.ts";

/** A watch that did not end well. */
export type WatchedRed = Watched & { readonly kind: Exclude<Ending, "succeeded"> };

export interface EndedBadly {
  readonly target: ServiceTarget;
  readonly watched: WatchedRed;
  readonly before: Service;
  /** What was asked for: a revision such as app:42, or a desired count. */
  readonly asked: string;
  /** Whether this run asked ECS for a rollback and ECS took the request. */
  readonly rollbackAsked: boolean;
  /** Where a rollback ended, as a sentence without a full stop. */
  readonly rollback: string | undefined;
  readonly timeoutMs: number;
}

/** The error that an ending is told with: ECS's own reason first, then what that means for the service. */
export function failureOf(ended: EndedBadly): FairwayError {
  const { watched, rollback } = ended;
  const told = sentences([capitalised(watched.reason), meaningOf(ended), rollback]);
  if (watched.error === undefined) return upstream(CODES[watched.kind], told, { nextStep: nextStepOf(ended) });
  const { kind, code, nextStep, cause } = watched.error;
  return new FairwayError(told, { kind, code, nextStep, cause });
}

const CODES: Readonly<Record<WatchedRed["kind"], string>> = {
  "rolled-back": "ROLLED_BACK",
  failed: "DEPLOYMENT_FAILED",
  superseded: "SUPERSEDED",
  paused: "PAUSED",
  "timed-out": "TIMED_OUT",
  error: "NOT_SHOWN",
};

function meaningOf(ended: EndedBadly): string {
  const { watched, asked, timeoutMs } = ended;
  const { name } = watched.service;
  switch (watched.kind) {
    case "rolled-back":
      return `${asked} was rolled back and does not serve`;
    case "failed":
      if (isDeleted(watched.service)) return `${name} is deleted, and what this step asked for with it`;
      return isInProgress(watched.service) ? whatGoesOn(ended) : `${asked} failed and nothing takes it back`;
    case "superseded":
      return `What this step asked for is not what ${name} is set to now`;
    case "timed-out":
      return `${name} did not get there within ${renderDuration(timeoutMs)}. ${whatGoesOn(ended)}`;
    case "paused":
      return `The deployment of ${asked} is held, not ended`;
    case "error":
      return whatGoesOn(ended);
  }
}

/** The end of this step is not the end of what ECS does. */
function whatGoesOn({ watched, asked, rollbackAsked }: EndedBadly): string {
  if (rollbackAsked) return `ECS was asked to roll ${asked} back`;
  return `ECS goes on with ${asked} in ${watched.service.name} by itself`;
}

function nextStepOf({ watched, before, target }: EndedBadly): string {
  const describe = `aws ecs describe-services --cluster ${target.cluster} --services ${target.service} --query 'services[0].[deployments,events[:10]]'`;
  switch (watched.kind) {
    case "rolled-back":
      return "Correct the image by what the stopped tasks say, then deploy it again.";
    case "failed":
      if (isDeleted(watched.service))
        return "Find out who deleted it. To have it again, create the service and deploy into it.";
      return `Deploy the version from before: operation deploy with task-definition ${revisionName(before.taskDefinition)}.`;
    case "superseded":
      return "Find out who changed the service in between; give one environment's deployments one lease with check-concurrent.";
    case "paused":
      return continueCommand(watched);
    case "timed-out":
    case "error":
      return `See where it stands: ${describe}`;
  }
}

function continueCommand({ serviceDeployment }: WatchedRed): string {
  const arn = serviceDeployment?.arn ?? "ARN";
  const hook = serviceDeployment?.awaitingHook?.id ?? "HOOK";
  return `Decide, with CONTINUE or with ROLLBACK: aws ecs continue-service-deployment --service-deployment-arn ${arn} --hook-id ${hook} --action CONTINUE`;
}

/** Names of services and revisions keep their case; only the reason is a phrase that becomes a sentence. */
function capitalised(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`;
}

function sentences(parts: readonly (string | undefined)[]): string {
  const told = parts.filter((part) => part !== undefined && part !== "");
  return told.map((part) => `${(part ?? "").replace(/\.$/, "")}.`).join(" ");
}
