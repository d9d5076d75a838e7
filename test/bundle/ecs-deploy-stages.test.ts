import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { StepResult } from "@fairway/rehearse";
import { startEcs, type EcsServer } from "@fairway/testbed";

import { logOf, runBundle } from "../support/run-bundle.ts";

/** One service a way to deploy; all are deployed at once, since what takes time is their stages. */
const SERVICES = {
  "blue-green": { strategy: "BLUE_GREEN", bakeTimeInMinutes: 4 },
  canary: {
    strategy: "CANARY",
    canaryConfiguration: { canaryPercent: 5, canaryBakeTimeInMinutes: 4 },
    bakeTimeInMinutes: 0,
  },
  linear: {
    strategy: "LINEAR",
    linearConfiguration: { stepPercent: 50, stepBakeTimeInMinutes: 4 },
    bakeTimeInMinutes: 0,
  },
  early: { earlySuccessCriteria: { enable: true, healthyPercent: 50 } },
  paused: { strategy: "BLUE_GREEN", lifecycleHooks: [hook("PAUSE")] },
  allowed: { strategy: "BLUE_GREEN", lifecycleHooks: [hook("AWS_LAMBDA", "allows")] },
  refused: { strategy: "BLUE_GREEN", lifecycleHooks: [hook("AWS_LAMBDA", "refuses")] },
  alarmed: { strategy: "BLUE_GREEN", bakeTimeInMinutes: 10, alarms: watching("errors-5xx") },
  "alarmed-rolling": { alarms: watching("latency") },
};

type Name = keyof typeof SERVICES;

const results = new Map<string, StepResult>();
let ecs: EcsServer;

beforeAll(async () => {
  ecs = await startEcs({
    region: "eu-west-1",
    hookAnswer: (arn) => (arn.endsWith("refuses") ? "ROLLBACK" : "CONTINUE"),
    behaviour: ({ container }) => ({ kind: "healthy", startMs: container.image.endsWith(":3") ? 300_000 : 5000 }),
  });
  ecs.call("CreateCluster", { clusterName: "production" });
  for (const [name, configuration] of Object.entries(SERVICES)) createService(name, configuration);
  ecs.clock.skip(5 * 60_000);
  const ringing = setInterval(ring, 50);
  const deploys = Object.keys(SERVICES).map(async (name) => results.set(name, await deploy(name)));
  await Promise.all(deploys);
  clearInterval(ringing);
}, 60_000);

afterAll(() => ecs.close());

/** Lets one alarm go off as soon as a deployment is in progress, and the other in the bake time. */
function ring(): void {
  ecs.ringAlarm("latency");
  const { shift } = ecs.fleet().services.find(({ name }) => name === "alarmed")?.serviceDeployments[0] ?? {};
  if (shift?.plan.steps[shift.step]?.stage === "BAKE_TIME") ecs.ringAlarm("errors-5xx");
}

function hook(targetType: string, name = "") {
  const hookTargetArn = `arn:aws:lambda:eu-west-1:000000000000:function:${name}`;
  return { targetType, hookTargetArn, lifecycleStages: ["POST_TEST_TRAFFIC_SHIFT"] };
}

function watching(alarm: string) {
  return { enable: true, rollback: true, alarmNames: [alarm] };
}

function createService(serviceName: string, configuration: object): void {
  const containerDefinitions = [{ name: "app", image: "registry.example/app:1", essential: true }];
  ecs.call("RegisterTaskDefinition", { family: serviceName, containerDefinitions });
  const deploymentConfiguration = { deploymentCircuitBreaker: { enable: true, rollback: true }, ...configuration };
  const service = { cluster: "production", serviceName, taskDefinition: serviceName, desiredCount: 2 };
  ecs.call("CreateService", { ...service, deploymentConfiguration });
}

function deploy(service: string): Promise<StepResult> {
  const keys = { AWS_ACCESS_KEY_ID: "AKIAEXAMPLE", AWS_SECRET_ACCESS_KEY: "example" };
  const env = { ...keys, AWS_ENDPOINT_URL: ecs.url, AWS_REGION: "eu-west-1" };
  const image = `registry.example/app:${service === "alarmed-rolling" ? 3 : 2}`;
  return runBundle({ action: "ecs-deploy", inputs: { cluster: "production", service, image }, env });
}

function resultOf(name: Name): StepResult {
  const result = results.get(name);
  if (result === undefined) throw new Error(`${name} was not deployed`);
  return result;
}

describe("a deployment that shifts traffic", () => {
  test("is green only when ECS has ended the bake time, and its stages are told", () => {
    expect(resultOf("blue-green").outputs["outcome"]).toBe("deployed");
    expect(logOf(resultOf("blue-green"))).toContain("stage BAKE_TIME with 100 % of the traffic");
    const service = ecs.fleet().services.find(({ name }) => name === "blue-green");
    expect(service?.serviceDeployments[0]).toMatchObject({ status: "SUCCESSFUL" });
  });

  test.each([
    ["canary", 5],
    ["linear", 50],
  ] as const)("tells the share of a %s one while it has %i %%", (name, share) => {
    expect(resultOf(name).outputs["outcome"]).toBe("deployed");
    expect(logOf(resultOf(name))).toContain(`stage PRODUCTION_TRAFFIC_SHIFT with ${share} % of the traffic`);
  });
});

test("a deployment that ECS calls successful early is green only when all of its tasks run", () => {
  const { outputs } = resultOf("early");
  expect(outputs).toMatchObject({ outcome: "deployed", reason: expect.stringContaining("2/2 running") });
});

describe("a lifecycle hook", () => {
  test("that waits for a person ends the step as paused, with the command that decides", () => {
    const { conclusion, outputs } = resultOf("paused");
    expect(conclusion).toBe("failure");
    expect(outputs["outcome"]).toBe("paused");
    expect(outputs["reason"]).toMatch(/hook-paused-1 waits .* at stage POST_TEST_TRAFFIC_SHIFT until 2/);
    expect(logOf(resultOf("paused"))).toMatch(/aws ecs continue-service-deployment .* --hook-id hook-paused-1/);
  });

  test("whose function lets the deployment go on is waited for", () => {
    expect(resultOf("allowed").outputs["outcome"]).toBe("deployed");
  });

  test("whose function refuses the deployment makes the step red as rolled back, with what serves", () => {
    const { conclusion, outputs } = resultOf("refused");
    expect(conclusion).toBe("failure");
    expect(outputs["outcome"]).toBe("rolled-back");
    expect(outputs["reason"]).toMatch(/lifecycle hook hook-refused-1.*refused is back on refused:1, 2\/2 running/);
  });
});

describe("an alarm that goes off", () => {
  test.each([
    ["in the bake time", "alarmed", "errors-5xx"],
    ["while a rolling deployment goes on", "alarmed-rolling", "latency"],
  ] as const)("%s makes the step red as rolled back, with its name", (_, name, alarm) => {
    const { conclusion, outputs } = resultOf(name);
    expect(conclusion).toBe("failure");
    expect(outputs["outcome"]).toBe("rolled-back");
    expect(outputs["reason"]).toMatch(/^ECS deployment failed: alarm detected/);
    expect(outputs["reason"]).toContain(`alarms went off: ${alarm}`);
    expect(outputs["reason"]).toContain(`${name} is back on ${name}:1, 2/2 running`);
  });
});
