import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { FairwayError, type Clock } from "@fairway/domain";
import { startEcs, type EcsServer } from "@fairway/testbed";

import { openTargetHealth } from "./target-health.ts";

const GROUP = "arn:aws:elasticloadbalancing:eu-west-1:000000000000:targetgroup/shop/0123456789abcdef";
const saved = { ...process.env };
const clock: Clock = { now: () => new Date(), elapsedMs: () => 0, sleep: () => Promise.resolve() };
const targets = openTargetHealth({ clock, random: () => 0.5 });

let ecs: EcsServer;

beforeAll(async () => {
  ecs = await startEcs({ behaviour: () => ({ kind: "crash", exitCode: 1, afterMs: 20_000 }) });
  ecs.call("CreateCluster", { clusterName: "production" });
  ecs.call("RegisterTaskDefinition", { family: "app", containerDefinitions: [{ name: "app", image: "a/b:1" }] });
  const loadBalancers = [{ targetGroupArn: GROUP, containerName: "app", containerPort: 8080 }];
  const service = { cluster: "production", serviceName: "app", taskDefinition: "app:1", desiredCount: 1 };
  ecs.call("CreateService", { ...service, loadBalancers });
  ecs.clock.skip(20_000);
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
    AWS_SECRET_ACCESS_KEY: "secret",
    AWS_ENDPOINT_URL: ecs.url,
  });
});

afterAll(async () => {
  process.env = { ...saved };
  await ecs.close();
});

test("a target that fails its checks is told with the load balancer's reason", async () => {
  expect(await targets.describe(GROUP)).toEqual([
    {
      id: expect.stringMatching(/^10\.0\.\d+\.\d+$/),
      port: 8080,
      state: "unhealthy",
      reason: "Target.ResponseCodeMismatch: Health checks failed with these codes: [503]",
    },
  ]);
});

test("a missing permission is told by the name that policies use", async () => {
  ecs.inject({ kind: "access-denied", action: "DescribeTargetHealth", times: 1 });
  const error = await targets.describe(GROUP).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(FairwayError);
  expect((error as FairwayError).code).toBe("ACCESS_DENIED");
  expect((error as FairwayError).message).toContain("elasticloadbalancing:DescribeTargetHealth");
});
