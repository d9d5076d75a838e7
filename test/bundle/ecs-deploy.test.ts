import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { startEcs, type EcsServer } from "@fairway/testbed";

import { logOf, runBundle } from "../support/run-bundle.ts";

const SERVICE = { cluster: "production", service: "app" };
const PAUSE = { targetType: "PAUSE", lifecycleStages: ["POST_TEST_TRAFFIC_SHIFT"] };

let ecs: EcsServer;
beforeEach(async () => {
  ecs = await startEcs({ region: "eu-west-1" });
  ecs.call("CreateCluster", { clusterName: "production" });
  ecs.call("RegisterTaskDefinition", {
    family: "app",
    containerDefinitions: [{ name: "app", image: "registry.example/app:1", essential: true }],
  });
});
afterEach(() => ecs.close());

function createService(deploymentConfiguration: object, name = "app"): void {
  const deploymentCircuitBreaker = { enable: true, rollback: true };
  ecs.call("CreateService", {
    cluster: "production",
    serviceName: name,
    taskDefinition: "app",
    desiredCount: 2,
    deploymentConfiguration: { deploymentCircuitBreaker, ...deploymentConfiguration },
  });
  ecs.clock.skip(5 * 60_000);
}

function deploy(inputs: Record<string, string> = {}) {
  const env = {
    AWS_ENDPOINT_URL: ecs.url,
    AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
    AWS_SECRET_ACCESS_KEY: "example",
    AWS_REGION: "eu-west-1",
  };
  return runBundle({ action: "ecs-deploy", inputs: { ...SERVICE, image: "registry.example/app:2", ...inputs }, env });
}

describe("a service whose deployments shift traffic", () => {
  test("is deployed only when ECS has ended the bake time, and its stages are told", async () => {
    createService({ strategy: "BLUE_GREEN", bakeTimeInMinutes: 4 });
    const result = await deploy();
    expect(result.outputs["outcome"]).toBe("deployed");
    expect(logOf(result)).toContain("stage BAKE_TIME with 100 % of the traffic");
    const [newest] = ecs.fleet().services[0]!.serviceDeployments;
    expect(newest).toMatchObject({ status: "SUCCESSFUL" });
  }, 30_000);

  test("shows the share of a canary", async () => {
    const canaryConfiguration = { canaryPercent: 5, canaryBakeTimeInMinutes: 4 };
    createService({ strategy: "CANARY", canaryConfiguration, bakeTimeInMinutes: 0 });
    const result = await deploy();
    expect(result.outputs["outcome"]).toBe("deployed");
    expect(logOf(result)).toContain("stage PRODUCTION_TRAFFIC_SHIFT with 5 % of the traffic");
  }, 30_000);

  test("ends as paused at a hook, with the command that decides it", async () => {
    createService({ strategy: "BLUE_GREEN", bakeTimeInMinutes: 0, lifecycleHooks: [PAUSE] });
    const result = await deploy();
    expect(result.conclusion).toBe("failure");
    expect(result.outputs["outcome"]).toBe("paused");
    expect(result.outputs["reason"]).toMatch(/hook-app-1 waits .* at stage POST_TEST_TRAFFIC_SHIFT until 2/);
    expect(logOf(result)).toMatch(/aws ecs continue-service-deployment .* --hook-id hook-app-1/);
  }, 30_000);
});

describe("several services", () => {
  const calls = () =>
    ecs.requests.filter(({ headers }) => String(headers["x-amz-target"]).endsWith(".DescribeServices"));
  const names = (count: number) => Array.from({ length: count }, (_, index) => `service-${index}`);

  async function deployMany(count: number) {
    const wanted = names(count);
    ecs.requests.length = 0;
    const result = await deploy({ service: wanted.join("\n"), "max-parallel": String(count) });
    const told = JSON.parse(result.outputs["services"] ?? "[]") as { outcome: string }[];
    return { result, outcomes: new Set(told.map(({ outcome }) => outcome)), looks: calls().length };
  }

  test("of 200 are deployed with describe calls that grow with a tenth of them", async () => {
    for (const name of names(200)) createService({}, name);
    const ten = await deployMany(10);
    expect(ten.outcomes).toEqual(new Set(["deployed"]));
    const rest = await deployMany(200);
    expect(rest.outcomes).toEqual(new Set(["unchanged", "deployed"]));
    expect(rest.result.conclusion).toBe("success");
    expect(rest.looks).toBeLessThanOrEqual(ten.looks * 20 * 1.5);
  }, 120_000);

  test("are red when one is not there, which is named", async () => {
    createService({}, "good");
    const result = await deploy({ service: "good\nmissing", "max-parallel": "2" });
    expect(result.conclusion).toBe("failure");
    expect(result.outputs).toMatchObject({ outcome: "error" });
    expect(result.outputs["reason"]).toContain("1 of 2 services did not end well: missing (error: There is no service");
    expect(result.summary).toMatch(/`good` \| deployed/);
  }, 30_000);
});
