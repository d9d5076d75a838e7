import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startEcs, type EcsServer } from "@fairway/testbed";

import { emptyFolder, logOf, runBundle } from "../support/run-bundle.ts";

const READS = ["DescribeServices", "DescribeServiceDeployments", "DescribeServiceRevisions", "ListServiceDeployments"];

async function startCluster(services: readonly string[]): Promise<EcsServer> {
  const ecs = await startEcs({ region: "eu-west-1" });
  ecs.call("CreateCluster", { clusterName: "production" });
  const containerDefinitions = [{ name: "app", image: "registry.example/app:1", essential: true }];
  ecs.call("RegisterTaskDefinition", { family: "app", containerDefinitions });
  const deploymentConfiguration = { deploymentCircuitBreaker: { enable: true, rollback: true } };
  const service = { cluster: "production", taskDefinition: "app:1", desiredCount: 2, deploymentConfiguration };
  for (const serviceName of services) ecs.call("CreateService", { ...service, serviceName });
  ecs.clock.skip(5 * 60_000);
  return ecs;
}

function deploy(ecs: EcsServer, inputs: Record<string, string>, more: Record<string, string> = {}) {
  const keys = { AWS_ACCESS_KEY_ID: "AKIAEXAMPLE", AWS_SECRET_ACCESS_KEY: "example" };
  const env = { ...keys, AWS_ENDPOINT_URL: ecs.url, AWS_REGION: "eu-west-1", ...more };
  const what = { cluster: "production", image: "registry.example/app:2" };
  return runBundle({ action: "ecs-deploy", inputs: { ...what, ...inputs }, env });
}

/** Lets the process of the step measure its live memory, garbage not counted, and say at its end what the most was. */
function memoryGauge(): { env: Record<string, string>; mebibytes(): number } {
  const folder = emptyFolder();
  const [program, figure] = [join(folder, "gauge.cjs"), join(folder, "figure")];
  writeFileSync(
    program,
    `require("node:v8").setFlagsFromString("--expose-gc");
const collect = require("node:vm").runInNewContext("gc");
let most = 0;
setInterval(() => { collect(); most = Math.max(most, process.memoryUsage().heapUsed); }, 250).unref();
process.on("exit", () => require("node:fs").writeFileSync(${JSON.stringify(figure)}, String(most)));`,
  );
  return {
    env: { NODE_OPTIONS: `--require=${program}` },
    mebibytes: () => Number(readFileSync(figure, "utf8")) / 2 ** 20,
  };
}

/** Deploys so many services at once; gives how often each of the counted actions was called, and the memory it took. */
async function deployMany(count: number) {
  const names = Array.from({ length: count }, (_, index) => `service-${index}`);
  const ecs = await startCluster(names);
  const gauge = memoryGauge();
  const result = await deploy(ecs, { service: names.join("\n"), "max-parallel": String(count) }, gauge.env);
  const told = JSON.parse(result.outputs["services"] ?? "[]") as { outcome: string }[];
  const asked = ecs.requests.map(({ headers }) => String(headers["x-amz-target"]));
  const calls = READS.map((action) => asked.filter((target) => target.endsWith(`.${action}`)).length);
  await ecs.close();
  return { deployed: told.filter(({ outcome }) => outcome === "deployed").length, calls, mebibytes: gauge.mebibytes() };
}

describe("several services", () => {
  describe("50 and 200 of them", () => {
    let fifty: Awaited<ReturnType<typeof deployMany>>;
    let most: Awaited<ReturnType<typeof deployMany>>;
    beforeAll(async () => {
      [fifty, most] = await Promise.all([deployMany(50), deployMany(200)]);
    }, 120_000);

    test("are all deployed", () => {
      expect([fifty.deployed, most.deployed]).toEqual([50, 200]);
    });

    test("take reads that grow with a tenth of the services, those of the service-deployment API too", () => {
      const [looks = 0, deployments = 0, revisions = 0, lists] = most.calls;
      const [fewLooks = 0] = fifty.calls;
      expect(looks).toBeLessThanOrEqual(fewLooks * 4 * 1.25);
      expect(looks).toBeLessThanOrEqual((200 / 10) * 6);
      expect(deployments).toBeLessThanOrEqual(looks);
      expect(revisions).toBeLessThanOrEqual(200 / 10);
      expect(lists).toBe(0);
    });

    test("take nearly the same memory, at most 64 KiB a service more", () => {
      expect(most.mebibytes - fifty.mebibytes).toBeLessThan((150 * 64) / 1024);
    });
  });

  test("are red when one is not there, which is named", async () => {
    const ecs = await startCluster(["good"]);
    const result = await deploy(ecs, { service: "good\nmissing", "max-parallel": "2" });
    await ecs.close();
    expect(result.conclusion).toBe("failure");
    expect(result.outputs).toMatchObject({ outcome: "error" });
    expect(result.outputs["reason"]).toContain("1 of 2 services did not end well: missing (error: There is no service");
    expect(result.summary).toMatch(/`good` \| deployed/);
  }, 30_000);
});

describe("a database that must start empty", () => {
  const restart = { service: "postgres", operation: "restart", image: "" };
  let ecs: EcsServer;
  beforeAll(async () => {
    ecs = await startCluster([]);
    const mountPoints = [{ sourceVolume: "data", containerPath: "/var/lib/postgresql/data" }];
    const volumes = [{ name: "data", efsVolumeConfiguration: { fileSystemId: "fs-1" } }];
    const containerDefinitions = [{ name: "postgres", image: "postgres:17", mountPoints }];
    ecs.call("RegisterTaskDefinition", { family: "postgres", containerDefinitions, volumes });
    const service = { cluster: "production", serviceName: "postgres", taskDefinition: "postgres", desiredCount: 1 };
    ecs.call("CreateService", service);
    ecs.clock.skip(5 * 60_000);
  });
  afterAll(() => ecs.close());

  test("is not restarted where it keeps its data on EFS", async () => {
    const result = await deploy(ecs, { ...restart, "require-ephemeral": "true" });
    expect(result.conclusion).toBe("failure");
    expect(logOf(result)).toMatch(/data \(EFS\): a database there does not start empty[^]*PERSISTENT_DATA/);
    expect(ecs.requests.filter(({ headers }) => /UpdateService/.test(String(headers["x-amz-target"])))).toEqual([]);
  });

  test("is restarted with a warning where that was not demanded", async () => {
    const result = await deploy(ecs, restart);
    expect(result.outputs["outcome"]).toBe("deployed");
    const warnings = result.annotations.filter(({ level }) => level === "warning").map(({ message }) => message);
    expect(warnings).toContainEqual(expect.stringContaining("New tasks of postgres find what is in data (EFS)"));
  });
});

describe("a service that cannot be deployed", () => {
  let ecs: EcsServer;
  beforeAll(async () => {
    ecs = await startCluster(["deleted"]);
    const service = { cluster: "production", taskDefinition: "app:1", desiredCount: 2 };
    const ofController = (type: string) => ({ ...service, serviceName: type, deploymentController: { type } });
    ecs.call("CreateService", ofController("CODE_DEPLOY"));
    ecs.call("CreateService", { ...ofController("EXTERNAL"), taskDefinition: undefined });
    ecs.call("CreateService", { ...service, serviceName: "empty", desiredCount: 0 });
    ecs.call("DeleteService", { cluster: "production", service: "deleted", force: true });
  });
  afterAll(() => ecs.close());

  test.each([
    ["deleted", /^Service deleted is (DRAINING|INACTIVE); only an ACTIVE service can be changed/],
    ["CODE_DEPLOY", /^Service CODE_DEPLOY is deployed by the controller CODE_DEPLOY; only the controller ECS/],
    ["EXTERNAL", /^Service EXTERNAL is deployed by the controller EXTERNAL; only the controller ECS/],
    ["empty", /^Service empty should run 0 tasks/],
  ])("is refused by what ECS says of it, and nothing is registered or changed: %s", async (service, reason) => {
    const result = await deploy(ecs, { service });
    expect(result.outputs["outcome"]).toBe("error");
    expect(result.annotations.find(({ level }) => level === "error")?.message).toMatch(reason);
    const asked = ecs.requests.map(({ headers }) => String(headers["x-amz-target"]).split(".")[1]);
    expect(new Set(asked)).toEqual(new Set(["DescribeServices"]));
  });
});

test("a daemon is deployed by the counts of its own deployment", async () => {
  const ecs = await startEcs({ region: "eu-west-1", machines: 3 });
  ecs.call("CreateCluster", { clusterName: "production" });
  const containerDefinitions = [{ name: "app", image: "registry.example/app:1", essential: true }];
  ecs.call("RegisterTaskDefinition", { family: "app", containerDefinitions });
  const service = { cluster: "production", serviceName: "daemon", taskDefinition: "app:1" };
  ecs.call("CreateService", { ...service, schedulingStrategy: "DAEMON" });
  ecs.clock.skip(5 * 60_000);
  const result = await deploy(ecs, { service: "daemon" });
  await ecs.close();
  expect(result.outputs).toMatchObject({ outcome: "deployed", reason: "app:2 is deployed, 3/3 running" });
});
