import { setTimeout as sleep } from "node:timers/promises";
import {
  DescribeServicesCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { startWorld, type World } from "./world.ts";
import type { ImageBuild } from "./world/images.ts";

let world: World;
let client: ECSClient;

beforeEach(async () => {
  world = await startWorld({ rate: 600 });
  const credentials = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "secret" };
  client = new ECSClient({ endpoint: world.ecs.url, region: "eu-central-1", credentials });
});

afterEach(async () => {
  client.destroy();
  await world.close();
});

type Environment = "staging" | "production";

function build(version: string, more: Partial<ImageBuild> = {}): string {
  world.buildImage({ commit: "c".repeat(40), version, tag: version, ...more });
  return `${world.image}:${version}`;
}

/** Deploys to an app service and waits until its primary deployment has ended, and a rollback of it with it. */
async function deploy(cluster: Environment, image: string, desiredCount?: number): Promise<string | undefined> {
  const { taskDefinition } = await client.send(
    new RegisterTaskDefinitionCommand({ family: "test", containerDefinitions: [{ name: "app", image }] }),
  );
  const family = taskDefinition!.taskDefinitionArn;
  await client.send(new UpdateServiceCommand({ cluster, service: "app", taskDefinition: family, desiredCount }));
  for (;;) {
    const { services } = await client.send(new DescribeServicesCommand({ cluster, services: ["app"] }));
    const deployments = services![0]!.deployments!;
    if (deployments.length === 1 && deployments[0]!.rolloutState !== "IN_PROGRESS") return services![0]!.taskDefinition;
    await sleep(20);
  }
}

async function ready(cluster: Environment): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${world.apps[cluster].url}/api/v1/ready`);
  const text = await response.text();
  return { status: response.status, body: text.startsWith("{") ? (JSON.parse(text) as Record<string, unknown>) : {} };
}

async function latestRelease(): Promise<{ tag_name: string; assets: { name: string; url: string }[] }> {
  const headers = { authorization: `Bearer ${world.github.token()}` };
  const response = await fetch(`${world.github.url}/repos/acme/shop/releases/latest`, { headers });
  return (await response.json()) as { tag_name: string; assets: { name: string; url: string }[] };
}

describe("a fresh world", () => {
  test("serves nothing and has released nothing", async () => {
    expect((await ready("production")).status).toBe(404);
    expect(world.registry.snapshot()["acme/shop"]).toBeUndefined();
  });

  test("tells a child process where it is, in the variables that the clients read", () => {
    const env = world.env();
    expect(env).toMatchObject({ GITHUB_API_URL: world.github.url, AWS_ENDPOINT_URL: world.ecs.url });
  });
});

describe("a seeded release", () => {
  test("serves in both environments and has one digest under all of its tags", async () => {
    const release = await world.seedRelease("0.1.0");
    expect(release.betaTag).toBe(`0.1.0-${release.commit.slice(0, 7)}.beta`);
    expect(await ready("production")).toMatchObject({
      status: 200,
      body: { version: release.betaTag, commit: release.commit },
    });
    expect((await ready("staging")).status).toBe(200);
    const { tags } = world.registry.snapshot()["acme/shop"]!;
    expect(tags).toEqual({ "0.1.0": release.digest, latest: release.digest, [release.betaTag]: release.digest });
    expect(world.snapshot().ecs["production/app"]).toMatchObject({ runningCount: 2, rolloutState: "COMPLETED" });
  });

  test("can be followed by the next one, which takes its place", async () => {
    const [first, second] = [await world.seedRelease("0.1.0"), await world.seedRelease("0.2.0")];
    expect(world.registry.digestOf("acme/shop", "latest")).toBe(second.digest);
    expect(world.registry.digestOf("acme/shop", "0.1.0")).toBe(first.digest);
    expect((await ready("production")).body).toMatchObject({ version: second.betaTag, schema: 20 });
    expect(await latestRelease()).toMatchObject({ tag_name: "0.2.0" });
  });

  test("is the latest release of the repository, with a manifest that names its image", async () => {
    const release = await world.seedRelease("0.1.0");
    const latest = await latestRelease();
    expect(latest).toMatchObject({ tag_name: "0.1.0", assets: [{ name: "manifest.json" }] });
    const headers = { authorization: `Bearer ${world.github.token()}`, accept: "application/octet-stream" };
    const asset = await fetch(latest.assets[0]!.url, { headers });
    expect(await asset.json()).toMatchObject({ imageDigest: release.digest, promotedFrom: release.betaTag });
  });
});

describe("the sample application", () => {
  test("answers from old and new tasks in turn during a rollout", async () => {
    await deploy("production", build("0.1.0"));
    const seen = new Set<unknown>();
    const isOver = deploy("production", build("0.2.0")).then(() => "over");
    while ((await Promise.race([isOver, sleep(5)])) !== "over") seen.add((await ready("production")).body["version"]);
    expect(seen).toEqual(new Set(["0.1.0", "0.2.0"]));
  });

  test("migrates the schema of its database, and a restarted database is empty again", async () => {
    await deploy("staging", build("0.2.0"));
    expect((await ready("staging")).body).toMatchObject({ database: "connected", schema: 20 });
    await client.send(new UpdateServiceCommand({ cluster: "staging", service: "app", desiredCount: 0 }));
    await client.send(new UpdateServiceCommand({ cluster: "staging", service: "database", forceNewDeployment: true }));
    world.ecs.clock.skip(300_000);
    // In one call with the image: a task of 0.2.0 would migrate the empty database first.
    await deploy("staging", build("0.1.0"), 1);
    expect((await ready("staging")).body).toMatchObject({ version: "0.1.0", schema: 10 });
  });

  test("of an earlier version still runs on the schema of a managed database", async () => {
    await deploy("production", build("0.2.0"));
    await deploy("production", build("0.1.0"));
    expect(await ready("production")).toMatchObject({ status: 200, body: { version: "0.1.0" } });
  });

  test("refuses to start on a schema that is newer than it knows", async () => {
    const newer = await deploy("staging", build("0.2.0"));
    expect(await deploy("staging", build("0.1.0"))).toBe(newer);
    expect((await ready("staging")).body).toMatchObject({ version: "0.2.0" });
  });

  test("dies with its database", async () => {
    await deploy("staging", build("0.1.0"));
    await client.send(new UpdateServiceCommand({ cluster: "staging", service: "database", desiredCount: 0 }));
    world.ecs.clock.skip(60_000);
    expect((await ready("staging")).status).toBe(503);
  });

  test("that crashes at its start is rolled back to what served before", async () => {
    const before = await deploy("production", build("0.1.0"));
    expect(await deploy("production", build("0.2.0", { fault: "crash" }))).toBe(before);
    expect(await ready("production")).toMatchObject({ status: 200, body: { version: "0.1.0" } });
  });

  test("that is unhealthy is deployed, because ECS knows of no health check, and answers 503", async () => {
    const before = await deploy("production", build("0.1.0"));
    expect(await deploy("production", build("0.2.0", { fault: "unhealthy" }))).not.toBe(before);
    expect(await ready("production")).toMatchObject({ status: 503, body: { version: "0.2.0" } });
  });

  test("can answer the version that served before it", async () => {
    await deploy("production", build("0.1.0"));
    await deploy("production", build("0.2.0", { fault: "old-version" }));
    expect(await ready("production")).toMatchObject({ status: 200, body: { version: "0.1.0" } });
  });

  test("of another architecture than the task's cannot be pulled", async () => {
    const before = await deploy("production", build("0.1.0"));
    expect(await deploy("production", build("0.2.0", { platforms: ["linux/arm64"] }))).toBe(before);
  });
});
