import { containerOf, TARGET, type DeploymentScript, type DeploymentWorld } from "./deployment-world.ts";
import { whenCompleted, whenGivenUp, whenHeld, whenServing, whenThirdTaskFailed } from "./truth.ts";

/** One thing that can become of a deployment. */
export interface Scenario extends DeploymentScript {
  readonly name: string;
  /** Green when, and only when, the new version serves at the end. */
  readonly expected: "green" | "red";
  /** Inputs of ecs-deploy that differ from those of production.yml. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** What somebody else, or AWS, does meanwhile; carried out before the deployment is started. */
  prepare?(world: DeploymentWorld): void;
  /** The virtual time from which the expected verdict was certain; nothing while it is not. */
  truth(world: DeploymentWorld): number | undefined;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const ALWAYS = 1_000_000;

const CRASH = { kind: "crash", exitCode: 1, afterMs: 20 * SECOND } as const;
const TOO_LARGE = { kind: "cannot-pull", reason: "CannotPullContainerError: manifest unknown" } as const;
const NO_BREAKER = { deploymentCircuitBreaker: { enable: false, rollback: false } };
const BLUE_GREEN = { strategy: "BLUE_GREEN", bakeTimeInMinutes: 4 };
const PAUSE = {
  targetType: "PAUSE",
  lifecycleStages: ["POST_TEST_TRAFFIC_SHIFT"],
  timeoutConfiguration: { timeoutInMinutes: 60 },
};
const HOOK = {
  hookTargetArn: "arn:aws:lambda:eu-central-1:000000000000:function:smoke",
  lifecycleStages: PAUSE.lifecycleStages,
};
const ALARMS = { alarms: { enable: true, rollback: true, alarmNames: ["errors"] } };
const CANARY = { strategy: "CANARY", canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 5 } };

const green = { expected: "green", truth: whenServing } as const;
const rolledBack = { expected: "red", start: CRASH, truth: whenGivenUp } as const;

/** In the order of the table. */
export const SCENARIOS: readonly Scenario[] = [
  { name: "the new version serves after a minute", ...green },
  {
    name: "the new version serves after 11 minutes",
    ...green,
    healthCheck: true,
    start: { kind: "healthy", startMs: 10.5 * MINUTE },
  },
  { name: "rolled back, the failed deployment still shown", ...rolledBack },
  {
    name: "rolled back, the failed deployment gone between two looks",
    ...rolledBack,
    corners: { failedEntry: "gone" },
  },
  {
    name: "rolled back, the failed deployment still called in progress",
    ...rolledBack,
    corners: { failedEntry: "lagging" },
  },
  { name: "rolled back under the earlier deployment's id", ...rolledBack, corners: { rollbackId: "earlier" } },
  { name: "the image cannot be pulled, rolled back", ...rolledBack, start: TOO_LARGE },
  {
    name: "the first reads are older than the update, then rolled back",
    ...rolledBack,
    prepare: ({ ecs }) => ecs.inject({ kind: "stale", ms: 5 * SECOND, action: "DescribeServices", times: 3 }),
  },
  {
    name: "rolled back and gone, and the service-deployment API denied",
    ...rolledBack,
    corners: { failedEntry: "gone", rollbackId: "earlier" },
    prepare: ({ ecs }) => ecs.inject({ kind: "access-denied", action: "ListServiceDeployments", times: ALWAYS }),
  },
  {
    name: "rolled back by somebody",
    expected: "red",
    prepare: (world) => world.time.after(40 * SECOND, () => stopNewest(world)),
    truth: whenGivenUp,
  },
  {
    name: "failed, with the breaker's rollback off",
    ...rolledBack,
    configuration: { deploymentCircuitBreaker: { enable: true, rollback: false } },
    inputs: { "require-circuit-breaker": "false" },
  },
  {
    name: "failing without a breaker, with max-failed-tasks 3",
    expected: "red",
    start: CRASH,
    configuration: NO_BREAKER,
    inputs: { "require-circuit-breaker": "false", "max-failed-tasks": "3" },
    truth: whenThirdTaskFailed,
  },
  {
    name: "no breaker, as production.yml requires one",
    expected: "red",
    start: CRASH,
    configuration: NO_BREAKER,
    truth: ({ startedAt }) => startedAt,
  },
  {
    name: "superseded by another deployment",
    expected: "red",
    prepare: (world) => world.time.after(40 * SECOND, () => deployOther(world)),
    truth: whenGivenUp,
  },
  { name: "desired count 0", expected: "red", desiredCount: 0, truth: ({ startedAt }) => startedAt },
  { name: "blue/green with four minutes of bake time", ...green, configuration: BLUE_GREEN },
  { name: "blue/green, the new tasks fail", ...rolledBack, configuration: BLUE_GREEN },
  {
    name: "blue/green, held at a hook for a person",
    expected: "red",
    configuration: { ...BLUE_GREEN, lifecycleHooks: [PAUSE] },
    truth: (world) => whenHeld(world, 60 * MINUTE),
  },
  {
    name: "blue/green, a hook's function refuses it",
    expected: "red",
    configuration: { ...BLUE_GREEN, lifecycleHooks: [HOOK] },
    hookAnswer: "ROLLBACK",
    truth: whenGivenUp,
  },
  {
    name: "canary, an alarm goes off while it bakes",
    expected: "red",
    configuration: { ...CANARY, ...ALARMS },
    prepare: ({ ecs, time }) => time.after(4 * MINUTE, () => ecs.ringAlarm("errors")),
    truth: whenGivenUp,
  },
  {
    name: "an alarm goes off in a rolling deployment",
    expected: "red",
    configuration: ALARMS,
    prepare: ({ ecs, time }) => time.after(40 * SECOND, () => ecs.ringAlarm("errors")),
    truth: whenGivenUp,
  },
  {
    name: "called successful early, before the old tasks are gone",
    ...green,
    configuration: { earlySuccessCriteria: { enable: true, healthyPercent: 50 } },
  },
  {
    name: "scaled from 2 to 4 tasks meanwhile",
    ...green,
    prepare: ({ ecs, time }) =>
      time.after(30 * SECOND, () => void ecs.call("UpdateService", { ...TARGET, desiredCount: 4 })),
  },
  {
    name: "the reply to the update is lost",
    ...green,
    prepare: ({ ecs }) => ecs.inject({ kind: "lost-answer", action: "UpdateService" }),
  },
  {
    name: "throttled for twelve calls",
    ...green,
    prepare: ({ ecs, time }) =>
      time.after(30 * SECOND, () => ecs.inject({ kind: "throttle", action: "DescribeServices", times: 12 })),
  },
  {
    name: "access denied while polling",
    expected: "red",
    prepare: ({ ecs, time }) =>
      time.after(30 * SECOND, () => ecs.inject({ kind: "access-denied", action: "DescribeServices", times: ALWAYS })),
    truth: ({ startedAt }) => startedAt + 30 * SECOND,
  },
  {
    name: "the credentials expire while polling",
    expected: "red",
    prepare: ({ ecs, time }) =>
      time.after(30 * SECOND, () => ecs.inject({ kind: "error", type: "ExpiredTokenException", times: ALWAYS })),
    truth: ({ startedAt }) => startedAt + 30 * SECOND,
  },
  {
    name: "stable, and the application answers 15 s later",
    ...green,
    start: { kind: "healthy", startMs: 58 * SECOND },
  },
  {
    name: "stable, and the old version still answers",
    expected: "red",
    answer: { status: 200, version: "1" },
    truth: whenCompleted,
  },
  {
    name: "stable, and the application answers 503",
    expected: "red",
    answer: { status: 503, version: "2" },
    truth: whenCompleted,
  },
];

function stopNewest({ ecs }: DeploymentWorld): void {
  const { serviceDeployments } = ecs.call("ListServiceDeployments", TARGET) as {
    serviceDeployments: readonly { readonly serviceDeploymentArn: string }[];
  };
  const serviceDeploymentArn = serviceDeployments[0]?.serviceDeploymentArn;
  ecs.call("StopServiceDeployment", { serviceDeploymentArn, stopType: "ROLLBACK" });
}

function deployOther({ ecs }: DeploymentWorld): void {
  const containerDefinitions = [containerOf("registry.example/app:3")];
  ecs.call("RegisterTaskDefinition", { family: "other", containerDefinitions });
  ecs.call("UpdateService", { ...TARGET, taskDefinition: "other" });
}
