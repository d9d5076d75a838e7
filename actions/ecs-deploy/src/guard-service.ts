import { configuration, refusal, type FairwayError } from "@fairway/domain";

import type { EcsDeployInputs } from "./inputs.ts";
import type { Service } from "./service-state.ts";

/** Whether a service may be changed at all, and what a person should know before it is. */
export type GuardVerdict =
  | { readonly kind: "refused"; readonly error: FairwayError }
  | { readonly kind: "allowed"; readonly warnings: readonly string[] };

/** Keeps the rules that need no more than one look at the service. */
export function guardService(service: Service, inputs: EcsDeployInputs): GuardVerdict {
  const error = refuseService(service) ?? refuseCount(service, inputs) ?? refuseBreaker(service, inputs);
  return error === undefined ? { kind: "allowed", warnings: warningsOf(service, inputs) } : { kind: "refused", error };
}

function refuseService({ name, status, controller, managedByEcs }: Service): FairwayError | undefined {
  if (status !== "ACTIVE")
    return configuration(
      "SERVICE_NOT_ACTIVE",
      `Service ${name} is ${status}; only an ACTIVE service can be changed`,
      "Create the service again, or correct the input service.",
    );
  if (controller !== "ECS")
    return configuration(
      "OTHER_CONTROLLER",
      `Service ${name} is deployed by the controller ${controller}; only the controller ECS is supported`,
      "Move the service to ECS's own rolling or blue/green deployments: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-types.html",
    );
  if (managedByEcs)
    return configuration(
      "EXPRESS_SERVICE",
      `Service ${name} is an Express service, whose settings ECS manages itself`,
      "Deploy it with the Express API.",
    );
  return undefined;
}

/** A service of no tasks is stable at once and proves nothing. */
function refuseCount(service: Service, { operation, desiredCount }: EcsDeployInputs): FairwayError | undefined {
  const { name, daemon } = service;
  if (daemon && desiredCount !== undefined)
    return configuration(
      "DAEMON_COUNT",
      `Service ${name} runs one task on each machine; it has no desired count to set to ${desiredCount}`,
      "Leave desired-count out.",
    );
  if (daemon || operation === "scale" || desiredCount !== undefined || service.desiredCount > 0) return undefined;
  return refusal(
    "ZERO_TASKS",
    `Service ${name} should run 0 tasks, so a ${operation} would start nothing and prove nothing`,
    "Give desired-count, for example the previous-desired-count of the step that scaled it to 0.",
  );
}

function refuseBreaker(service: Service, inputs: EcsDeployInputs): FairwayError | undefined {
  const missing = missingBreaker(service);
  if (missing === undefined || !inputs.requireCircuitBreaker || inputs.operation === "scale") return undefined;
  return refusal(
    "CIRCUIT_BREAKER_OFF",
    `Service ${service.name} has its ${missing} off, and require-circuit-breaker is true`,
    "Turn it on: deploymentConfiguration.deploymentCircuitBreaker with enable and rollback true.",
  );
}

function warningsOf(service: Service, { operation, desiredCount }: EcsDeployInputs): string[] {
  if (operation === "scale") return [];
  const warnings: string[] = [];
  const missing = missingBreaker(service);
  if (missing === "deployment circuit breaker")
    warnings.push(
      `Service ${service.name} has no deployment circuit breaker: a deployment that never starts stays in progress until timeout-seconds, and nothing takes it back.`,
    );
  else if (missing !== undefined)
    warnings.push(`Service ${service.name} has no rollback on failure: a failed deployment is left as it is.`);
  if (desiredCount === 0) warnings.push("desired-count is 0: no task will run, so nothing of the image is proven.");
  return warnings;
}

function missingBreaker({ circuitBreaker: { enabled, rollback } }: Service): string | undefined {
  if (!enabled) return "deployment circuit breaker";
  return rollback ? undefined : "circuit breaker's rollback";
}
