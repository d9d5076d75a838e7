import { ALWAYS, crashing, green, MINUTE, type Scenario } from "./scenario.ts";
import { whenThirdTaskFailed, whenUndoneAtOnce } from "./truth.ts";

const TOO_LARGE = { kind: "cannot-pull", reason: "CannotPullContainerError: manifest unknown" } as const;
const NO_BREAKER = { deploymentCircuitBreaker: { enable: false, rollback: false } };
const DAEMON = { service: { schedulingStrategy: "DAEMON", desiredCount: undefined } };

/** How a rolling deployment ends that nobody disturbs. */
export const ROLLOUT_SCENARIOS: readonly Scenario[] = [
  { name: "the new version serves after a minute", ...green },
  {
    name: "the new version serves after 11 minutes",
    ...green,
    healthCheck: true,
    start: { kind: "healthy", startMs: 10.5 * MINUTE },
  },
  { name: "a daemon, on each of two machines", ...green, ...DAEMON },
  {
    name: "called successful early, before the old tasks are gone",
    ...green,
    configuration: { earlySuccessCriteria: { enable: true, healthyPercent: 50 } },
  },
  { name: "rolled back, the failed deployment still shown", ...crashing },
  {
    name: "rolled back, the failed deployment gone between two looks",
    ...crashing,
    corners: { failedEntry: "gone" },
  },
  {
    name: "rolled back, the failed deployment still called in progress",
    ...crashing,
    corners: { failedEntry: "lagging" },
  },
  { name: "rolled back under the earlier deployment's id", ...crashing, corners: { rollbackId: "earlier" } },
  {
    name: "rolled back, begun and over between two looks",
    ...crashing,
    corners: { failedEntry: "gone", rollbackId: "earlier" },
    truth: whenUndoneAtOnce,
  },
  {
    name: "rolled back and gone, and the service-deployment API denied",
    ...crashing,
    corners: { failedEntry: "gone", rollbackId: "earlier" },
    prepare: ({ ecs }) => {
      for (const action of ["ListServiceDeployments", "DescribeServiceDeployments"])
        ecs.inject({ kind: "access-denied", action, times: ALWAYS });
    },
    truth: whenUndoneAtOnce,
  },
  { name: "the image cannot be pulled, rolled back", ...crashing, start: TOO_LARGE },
  { name: "a daemon, rolled back", ...crashing, ...DAEMON },
  {
    name: "failed, with the breaker's rollback off",
    ...crashing,
    configuration: { deploymentCircuitBreaker: { enable: true, rollback: false } },
    inputs: { "require-circuit-breaker": "false" },
  },
  {
    name: "failing without a breaker, with max-failed-tasks 3",
    ...crashing,
    configuration: NO_BREAKER,
    inputs: { "require-circuit-breaker": "false", "max-failed-tasks": "3" },
    truth: whenThirdTaskFailed,
  },
];
