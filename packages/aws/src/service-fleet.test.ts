import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { FairwayError, type Clock } from "@fairway/domain";
import { startEcs, type EcsServer } from "@fairway/testbed";

import { openServiceFleet, type ServiceFleet } from "./service-fleet.ts";

const TARGET = { cluster: "production", service: "app" };
const ENVIRONMENT = {
  AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
  AWS_SECRET_ACCESS_KEY: "secret",
  AWS_REGION: "eu-west-1",
};
const saved = { ...process.env };

let ecs: EcsServer;
let fleet: ServiceFleet;

/** Waits take no time; pauses between retries are counted. */
function createClock(): Clock & { slept: number[] } {
  const slept: number[] = [];
  const elapsedMs = () => slept.reduce((total, ms) => total + ms, 0);
  return { slept, now: () => new Date(), elapsedMs, sleep: async (ms) => void slept.push(ms) };
}

function open(signal?: AbortSignal): ServiceFleet {
  return openServiceFleet({ clock: createClock(), random: () => 0.5, signal });
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof FairwayError ? error.code : `not a FairwayError: ${String(error)}`;
}

function calls(action: string): number {
  return ecs.requests.filter(({ headers }) => String(headers["x-amz-target"]).endsWith(`.${action}`)).length;
}

beforeAll(async () => {
  ecs = await startEcs({ region: "eu-west-1" });
  ecs.call("CreateCluster", { clusterName: "production" });
  ecs.call("RegisterTaskDefinition", {
    family: "app",
    containerDefinitions: [
      { name: "app", image: "repository/app:1", command: ["a", "", "b"], mountPoints: [], tomorrow: { x: [""] } },
    ],
    aMemberOfTomorrow: { deep: [1, ""] },
    tags: [{ key: "team", value: "shop" }],
  });
  const deploymentConfiguration = { deploymentCircuitBreaker: { enable: true, rollback: true } };
  ecs.call("CreateService", {
    ...TARGET,
    serviceName: "app",
    taskDefinition: "app:1",
    desiredCount: 2,
    deploymentConfiguration,
  });
  ecs.clock.skip(5 * 60_000);
});

afterAll(() => ecs.close());

beforeEach(() => {
  Object.assign(process.env, ENVIRONMENT, { AWS_ENDPOINT_URL: ecs.url });
  ecs.requests.length = 0;
  fleet = open();
});

afterEach(() => {
  process.env = { ...saved };
});

describe("a service", () => {
  test("is read with its deployment, counts and circuit breaker", async () => {
    const service = await fleet.describeService(TARGET);
    expect(service).toMatchObject({
      name: "app",
      status: "ACTIVE",
      desiredCount: 2,
      runningCount: 2,
      controller: "ECS",
      strategy: "ROLLING",
      circuitBreaker: { enabled: true, rollback: true },
      deployments: [{ status: "PRIMARY", rolloutState: "COMPLETED", runningCount: 2, failedTasks: 0 }],
    });
    expect(service.taskDefinition).toMatch(/:task-definition\/app:\d+$/);
  });

  test("that is missing is told with cluster, region and account", async () => {
    await expect(fleet.describeService({ ...TARGET, service: "absent" })).rejects.toThrow(
      'There is no service "absent" in cluster "production" (region eu-west-1, account 000000000000)',
    );
  });

  test("of a missing cluster is told as that, with the cluster and the region", async () => {
    const error = await fleet.describeService({ ...TARGET, cluster: "absent" }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "NO_CLUSTER", nextStep: expect.stringContaining("cluster and aws-region") });
    expect((error as Error).message).toMatch(/^There is no cluster "absent" in region eu-west-1 of this account \(/);
  });
});

describe("a task definition", () => {
  test("goes from its description into a registration with every member as it was", async () => {
    const { document, tags, arn } = await fleet.describeTaskDefinition("app:1");
    expect(arn).toMatch(/app:1$/);
    expect(tags).toEqual([{ key: "team", value: "shop" }]);
    expect(document).toMatchObject({ aMemberOfTomorrow: { deep: [1, ""] } });
    const { family, containerDefinitions, aMemberOfTomorrow } = document;
    await fleet.registerTaskDefinition({ family: `${String(family)}-copy`, containerDefinitions, aMemberOfTomorrow });
    const sent = ecs.requests.find(({ headers }) =>
      String(headers["x-amz-target"]).endsWith(".RegisterTaskDefinition"),
    );
    expect(JSON.parse(sent?.body.toString("utf8") ?? "")).toEqual({
      family: "app-copy",
      containerDefinitions,
      aMemberOfTomorrow: { deep: [1, ""] },
    });
    expect(containerDefinitions).toMatchObject([{ command: ["a", "", "b"], mountPoints: [], tomorrow: { x: [""] } }]);
  });
});

describe("an update", () => {
  test("gives the service with the deployment that it started, which the second view shows", async () => {
    const arn = await fleet.registerTaskDefinition({
      family: "app",
      containerDefinitions: [{ name: "app", image: "repository/app:2" }],
    });
    const service = await fleet.updateService(TARGET, { taskDefinition: arn });
    const [primary] = service.deployments;
    expect(primary).toMatchObject({ status: "PRIMARY", taskDefinition: arn });
    ecs.clock.skip(5 * 60_000);
    const detail = await fleet.findServiceDeployment(TARGET, primary?.id ?? "", undefined);
    expect(detail?.status).toBe("SUCCESSFUL");
    const images = await fleet.resolvedImages(detail?.revisionArn ?? "");
    expect(images).toEqual([
      { container: "app", image: "repository/app:2", digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
    ]);
    const tasks = await fleet.tasks(TARGET, "RUNNING");
    expect(tasks.map(({ startedBy }) => startedBy)).toEqual([primary?.id, primary?.id]);
    expect(tasks.flatMap(({ addresses }) => addresses)).toEqual([
      expect.stringMatching(/^10\.0\./),
      expect.stringMatching(/^10\.0\./),
    ]);
  });

  test("is found in the second view without a list when ECS's own pointer is right, and with one when it is not", async () => {
    const before = await fleet.describeService(TARGET);
    const { deployments } = await fleet.updateService(TARGET, { forceNewDeployment: true });
    const id = deployments[0]?.id ?? "";
    const after = await fleet.describeService(TARGET);
    expect(after.currentServiceDeployment).not.toBe(before.currentServiceDeployment);
    const found = await fleet.findServiceDeployment(TARGET, id, after.currentServiceDeployment);
    expect(found?.arn).toBe(after.currentServiceDeployment);
    expect(calls("ListServiceDeployments")).toBe(0);
    const other = open();
    expect((await other.findServiceDeployment(TARGET, id, before.currentServiceDeployment))?.arn).toBe(found?.arn);
    expect(calls("ListServiceDeployments")).toBe(1);
    await other.findServiceDeployment(TARGET, id, before.currentServiceDeployment);
    expect(calls("ListServiceDeployments")).toBe(1);
    ecs.clock.skip(5 * 60_000);
  });

  test("is rolled back by its own service deployment, whatever else is known of it, and no other one ever is", async () => {
    const { deployments } = await fleet.updateService(TARGET, { forceNewDeployment: true });
    const asked = { target: TARGET, deploymentId: deployments[0]?.id ?? "", arn: undefined, candidate: undefined };
    expect(await fleet.requestRollback({ ...asked, deploymentId: "ecs-svc/7" })).toBeUndefined();
    expect(calls("StopServiceDeployment")).toBe(0);
    const { currentServiceDeployment } = await fleet.describeService(TARGET);
    expect(await fleet.requestRollback({ ...asked, candidate: currentServiceDeployment })).toBe(
      currentServiceDeployment,
    );
    expect(calls("StopServiceDeployment")).toBe(1);
    ecs.clock.skip(5 * 60_000);
  });

  test("sends only what is to be changed", async () => {
    await fleet.updateService(TARGET, { desiredCount: 2 });
    const sent = ecs.requests.find(({ headers }) => String(headers["x-amz-target"]).endsWith(".UpdateService"));
    expect(JSON.parse(sent?.body.toString("utf8") ?? "")).toEqual({ ...TARGET, desiredCount: 2 });
  });

  test("is not repeated when its reply is lost, since it may have been carried out", async () => {
    ecs.inject({ kind: "lost-answer", action: "UpdateService" });
    expect(await codeOf(fleet.updateService(TARGET, { desiredCount: 2 }))).toBe("ECS_UNREACHABLE");
    expect(calls("UpdateService")).toBe(1);
  });

  test("is repeated when it was throttled", async () => {
    ecs.inject({ kind: "throttle", action: "UpdateService", times: 3 });
    expect((await fleet.updateService(TARGET, { desiredCount: 2 })).desiredCount).toBe(2);
    expect(calls("UpdateService")).toBe(4);
  });
});

describe("a read", () => {
  test("is repeated when its reply is lost or the server fails", async () => {
    ecs.inject({ kind: "drop", action: "DescribeServices", times: 2 });
    ecs.inject({ kind: "error", type: "ServerException", status: 500, action: "DescribeServices" });
    expect((await fleet.describeService(TARGET)).name).toBe("app");
    expect(calls("DescribeServices")).toBe(4);
  });

  test("ends with the action that is not permitted", async () => {
    ecs.inject({ kind: "access-denied", action: "ListTasks" });
    await expect(fleet.tasks(TARGET, "STOPPED")).rejects.toThrow(/may not do ecs:ListTasks/);
    expect(calls("ListTasks")).toBe(1);
  });

  test.each([
    ["ExpiredTokenException", "CREDENTIALS_EXPIRED"],
    ["UnrecognizedClientException", "BAD_CREDENTIALS"],
    ["InvalidSignatureException", "BAD_CREDENTIALS"],
    ["InvalidParameterException", "ECS_REFUSED"],
  ])("that answers %s is not repeated and gives %s", async (type, code) => {
    ecs.inject({ kind: "error", type, status: 400, action: "DescribeServices" });
    expect(await codeOf(fleet.describeService(TARGET))).toBe(code);
    expect(calls("DescribeServices")).toBe(1);
  });

  test("that is throttled for ever ends within its budget", async () => {
    ecs.inject({ kind: "throttle", action: "DescribeServices", times: 8 });
    expect(await codeOf(fleet.describeService(TARGET))).toBe("ECS_THROTTLED");
    expect(calls("DescribeServices")).toBe(8);
  });

  test("ends with the reason of the cancellation", async () => {
    const controller = new AbortController();
    controller.abort(new FairwayError("cancelled", { kind: "refusal", code: "CANCELLED" }));
    expect(await codeOf(open(controller.signal).describeService(TARGET))).toBe("CANCELLED");
  });
});

test("plain http is used on loopback only", async () => {
  process.env["AWS_ENDPOINT_URL_ECS"] = "http://ecs.example.com";
  expect(await codeOf(open().describeService(TARGET))).toBe("PLAIN_HTTP");
});

test("a missing region is told before anything is sent", async () => {
  delete process.env["AWS_REGION"];
  process.env["AWS_CONFIG_FILE"] = "/dev/null";
  expect(await codeOf(open().describeService(TARGET))).toBe("NO_REGION");
});
