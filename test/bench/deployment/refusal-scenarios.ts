import { TARGET } from "./deployment-world.ts";
import { refused, type Scenario } from "./scenario.ts";

/** Services that cannot be deployed, or that production.yml does not deploy. */
export const REFUSAL_SCENARIOS: readonly Scenario[] = [
  {
    name: "no breaker, as production.yml requires one",
    ...refused,
    start: { kind: "crash", exitCode: 1, afterMs: 20_000 },
    configuration: { deploymentCircuitBreaker: { enable: false, rollback: false } },
  },
  { name: "desired count 0", ...refused, desiredCount: 0 },
  {
    name: "the service is being deleted",
    ...refused,
    prepare: ({ ecs }) => ecs.call("DeleteService", { ...TARGET, force: true }),
  },
  {
    name: "the service has been deleted",
    ...refused,
    timings: { drainMs: 0 },
    prepare: ({ ecs }) => ecs.call("DeleteService", { ...TARGET, force: true }),
  },
  { name: "the controller CODE_DEPLOY", ...refused, service: { deploymentController: { type: "CODE_DEPLOY" } } },
  {
    name: "the controller EXTERNAL",
    ...refused,
    service: { deploymentController: { type: "EXTERNAL" }, taskDefinition: undefined },
  },
];
