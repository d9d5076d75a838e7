import { containerOf, TARGET, type DeploymentWorld } from "./deployment-world.ts";
import { ALWAYS, crashing, green, meanwhile, SECOND, type Scenario } from "./scenario.ts";
import { whenGivenUp } from "./truth.ts";

/** What other people do to the service meanwhile, and what becomes of the calls to ECS. */
export const DISTURBANCE_SCENARIOS: readonly Scenario[] = [
  { name: "superseded by another deployment", ...meanwhile(40 * SECOND, deployOther), truth: whenGivenUp },
  {
    name: "superseded before the first look, and gone",
    // The first wait begins after the update, whatever the start of the processes took.
    ...meanwhile(1, deployOther),
    timings: { stoppingMs: 100, deprovisioningMs: 100 },
    truth: whenGivenUp,
  },
  {
    name: "rolled back by somebody",
    ...meanwhile(40 * SECOND, (world) => stopNewest(world, "ROLLBACK")),
    truth: whenGivenUp,
  },
  { name: "stopped by somebody", ...meanwhile(40 * SECOND, (world) => stopNewest(world, "ABORT")), truth: whenGivenUp },
  {
    name: "set to 0 tasks by somebody",
    ...meanwhile(30 * SECOND, ({ ecs }) => ecs.call("UpdateService", { ...TARGET, desiredCount: 0 })),
  },
  {
    name: "the service is deleted meanwhile",
    ...meanwhile(30 * SECOND, ({ ecs }) => ecs.call("DeleteService", { ...TARGET, force: true })),
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
    name: "the first reads are 50 s older than the update",
    ...green,
    prepare: ({ ecs }) => ecs.inject({ kind: "stale", ms: 50 * SECOND, action: "DescribeServices", times: 12 }),
  },
  {
    name: "the first reads are older than the update, then rolled back",
    ...crashing,
    prepare: ({ ecs }) => ecs.inject({ kind: "stale", ms: 5 * SECOND, action: "DescribeServices", times: 3 }),
  },
  {
    name: "throttled for twelve calls",
    ...green,
    prepare: ({ ecs, time }) =>
      time.after(30 * SECOND, () => ecs.inject({ kind: "throttle", action: "DescribeServices", times: 12 })),
  },
  {
    name: "access denied while polling",
    ...meanwhile(30 * SECOND, ({ ecs }) =>
      ecs.inject({ kind: "access-denied", action: "DescribeServices", times: ALWAYS }),
    ),
  },
  {
    name: "the credentials expire while polling",
    ...meanwhile(30 * SECOND, ({ ecs }) => ecs.inject({ kind: "error", type: "ExpiredTokenException", times: ALWAYS })),
  },
];

function stopNewest({ ecs }: DeploymentWorld, stopType: "ROLLBACK" | "ABORT"): void {
  const { serviceDeployments } = ecs.call("ListServiceDeployments", TARGET) as {
    serviceDeployments: readonly { readonly serviceDeploymentArn: string }[];
  };
  const serviceDeploymentArn = serviceDeployments[0]?.serviceDeploymentArn;
  ecs.call("StopServiceDeployment", { serviceDeploymentArn, stopType });
}

function deployOther({ ecs }: DeploymentWorld): void {
  const containerDefinitions = [containerOf("registry.example/app:3")];
  ecs.call("RegisterTaskDefinition", { family: "other", containerDefinitions });
  ecs.call("UpdateService", { ...TARGET, taskDefinition: "other" });
}
