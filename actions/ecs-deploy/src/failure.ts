import { FairwayError, renderDuration, upstream } from "@fairway/domain";

import type { ServiceTarget } from "./ports.ts";
import { revisionName, type Service } from "./service-state.ts";
import type { Watched } from "./watch.ts";

export interface EndedBadly {
  readonly target: ServiceTarget;
  readonly watched: Watched;
  readonly before: Service;
  /** What was asked for: a revision such as app:42, or a number of tasks. */
  readonly asked: string;
  /** Where a rollback ended, as a sentence without a full stop. */
  readonly rollback: string | undefined;
  readonly timeoutMs: number;
}

/**
 * The error that an ending is told with: ECS's own reason first, then what that means for the service. Success has none.
 */
export function failureOf(ended: EndedBadly): FairwayError {
  const { watched, rollback } = ended;
  if (watched.error !== undefined) return stillRunning(watched.error, ended);
  const message = [capitalised(watched.reason), meaningOf(ended), rollback]
    .filter((part) => part !== undefined && part !== "")
    .map((part) => `${(part ?? "").replace(/\.$/, "")}.`)
    .join(" ");
  return upstream(CODES[watched.kind], message, { nextStep: nextStepOf(ended) });
}

const CODES: Readonly<Record<Watched["kind"], string>> = {
  succeeded: "BUG",
  "rolled-back": "ROLLED_BACK",
  failed: "DEPLOYMENT_FAILED",
  superseded: "SUPERSEDED",
  paused: "PAUSED",
  "timed-out": "TIMED_OUT",
  error: "NOT_SHOWN",
};

function meaningOf({ watched, asked, timeoutMs }: EndedBadly): string {
  switch (watched.kind) {
    case "rolled-back":
      return `${asked} was rolled back and does not serve`;
    case "failed":
      return `${asked} failed and nothing takes it back`;
    case "superseded":
      return `What this step asked for is not what ${watched.service.name} is set to now`;
    case "timed-out":
      return `${watched.service.name} did not get there within ${renderDuration(timeoutMs)}; ECS goes on by itself`;
    case "paused":
      return `The deployment of ${asked} is held, not ended`;
    case "succeeded":
    case "error":
      return "";
  }
}

function nextStepOf({ watched, before, target }: EndedBadly): string {
  const describe = `aws ecs describe-services --cluster ${target.cluster} --services ${target.service} --query 'services[0].[deployments,events[:10]]'`;
  switch (watched.kind) {
    case "rolled-back":
      return "Correct the image by what the stopped tasks say, then deploy it again.";
    case "failed":
      return `Deploy the version from before: operation deploy with task-definition ${revisionName(before.taskDefinition)}.`;
    case "superseded":
      return "Find out who deployed in between; give one environment's deployments one lease with check-concurrent.";
    case "paused":
      return `Continue or roll back with aws ecs continue-service-deployment --service-deployment-arn ${watched.serviceDeployment?.arn ?? "…"}.`;
    case "timed-out":
    case "succeeded":
    case "error":
      return `See where it stands: ${describe}`;
  }
}

/** A cancellation or a refused call ends this step, and not what ECS does. */
function stillRunning(error: FairwayError, { watched, asked }: EndedBadly): FairwayError {
  const message = `${error.message} ECS goes on with ${asked} in ${watched.service.name} by itself.`;
  const { kind, code, nextStep } = error;
  return new FairwayError(message, { kind, code, nextStep, cause: error.cause });
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
