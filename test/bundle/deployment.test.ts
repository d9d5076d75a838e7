import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { startWorld, type World } from "@fairway/testbed";

import { logOf, runBundle } from "../support/run-bundle.ts";

const BETA = "0.2.0-1234567.beta";

let world: World;
let digest = "";
beforeEach(async () => {
  world = await startWorld();
  await world.seedRelease("0.1.0");
  digest = world.buildImage({ commit: world.repository.commit({ message: "next" }), version: BETA, tag: BETA });
});
afterEach(() => world.close());

const service = { cluster: "production", service: "app", "aws-region": "eu-central-1" };

function deploy(inputs: Record<string, string>, signal?: AbortSignal) {
  const run = { action: "ecs-deploy", inputs: { ...service, ...inputs }, env: world.env() };
  return runBundle(signal === undefined ? run : { ...run, signal });
}

function retag(inputs: Record<string, string>) {
  return runBundle({
    action: "retag-image",
    inputs: { source: `${world.image}:${BETA}`, ...inputs },
    env: world.env(),
  });
}

function gate(inputs: Record<string, string>) {
  return runBundle({ action: "health-gate", inputs: { url: `${world.apps.production.url}/api/v1/ready`, ...inputs } });
}

describe("the bundle of ecs-deploy", () => {
  test("is green when the service runs the digest that was asked, and finds that again without an update", async () => {
    const inputs = { image: `${world.image}:${BETA}`, "expected-digest": digest };
    const deployed = await deploy(inputs);
    expect(logOf(deployed)).toContain("started deployment ecs-svc/");
    expect(deployed.outputs).toMatchObject({ outcome: "deployed", "image-digest": digest });
    expect(world.apps.production.ready()).toMatchObject({ status: 200, body: { version: BETA } });
    expect((await deploy(inputs)).outputs["outcome"]).toBe("unchanged");
  });

  test("is red on a rollback, with ECS's own reason first and where the service is", async () => {
    world.buildImage({ commit: "c".repeat(40), version: BETA, tag: BETA, fault: "crash" });
    const result = await deploy({ image: `${world.image}:${BETA}` });
    expect(result.conclusion).toBe("failure");
    expect(result.outputs).toMatchObject({
      outcome: "rolled-back",
      reason: expect.stringContaining("circuit breaker"),
    });
    expect(result.annotations.find(({ level }) => level === "error")?.message).toMatch(
      /^ECS deployment circuit breaker: tasks failed to start\..*2\/2 running/,
    );
    expect(world.apps.production.ready()).toMatchObject({
      status: 200,
      body: { version: expect.stringMatching(/^0\.1\.0-/) },
    });
  });

  test("plans without an update", async () => {
    const before = JSON.stringify(world.snapshot().ecs);
    expect((await deploy({ image: `${world.image}:${BETA}`, "dry-run": "true" })).outputs["outcome"]).toBe("planned");
    expect(JSON.stringify(world.snapshot().ecs)).toBe(before);
  });

  test("scales to nothing and back, and tells the count from before", async () => {
    expect((await deploy({ operation: "scale", "desired-count": "0" })).outputs).toMatchObject({
      outcome: "deployed",
      "previous-desired-count": "2",
    });
    expect(world.apps.production.ready().status).toBe(503);
    expect((await deploy({ operation: "scale", "desired-count": "2" })).outputs).toMatchObject({
      "previous-desired-count": "0",
      "desired-count": "2",
    });
  });

  test("refuses a service that is not there, by name", async () => {
    const result = await deploy({ image: `${world.image}:${BETA}`, service: "ap" });
    expect(logOf(result)).toMatch(/service "?ap"?.*production/);
    expect(result.outputs["outcome"]).toBe("error");
  });

  test("ends red within 5 s of a cancellation", async () => {
    const controller = new AbortController();
    world.buildImage({ commit: "c".repeat(40), version: BETA, tag: BETA, fault: "crash" });
    const pending = deploy({ image: `${world.image}:${BETA}` }, controller.signal);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const at = performance.now();
    controller.abort();
    const result = await pending;
    expect(performance.now() - at).toBeLessThan(5000);
    expect(logOf(result)).toContain("CANCELLED");
    expect(result.conclusion).not.toBe("success");
  });
});

describe("the bundle of retag-image", () => {
  test("gives the exact bytes their version tag, then moves latest, and finds its work done", async () => {
    const promoted = await retag({ tags: "0.2.0", "floating-tags": "latest", "expected-digest": digest });
    expect(promoted.outputs).toMatchObject({ outcome: "promoted", digest, changed: "true" });
    expect([world.registry.digestOf("acme/shop", "0.2.0"), world.registry.digestOf("acme/shop", "latest")]).toEqual([
      digest,
      digest,
    ]);
    world.registry.requests.length = 0;
    expect((await retag({ tags: "0.2.0", "floating-tags": "latest" })).outputs["outcome"]).toBe("unchanged");
    expect(world.registry.requests.map(({ method }) => method)).toEqual(["HEAD", "HEAD", "HEAD"]);
  });

  test("moves a floating tag alone", async () => {
    expect(
      (await retag({ "floating-tags": "latest", "expected-digest": digest, "move-floating": "always" })).outputs[
        "outcome"
      ],
    ).toBe("promoted");
  });

  test("refuses to overwrite a version tag, and moves nothing", async () => {
    const before = JSON.stringify(world.registry.snapshot());
    const result = await retag({ tags: "0.1.0", "floating-tags": "latest" });
    expect(result.conclusion).toBe("failure");
    expect(logOf(result)).toContain("0.1.0");
    expect(JSON.stringify(world.registry.snapshot())).toBe(before);
  });

  test("refuses a source that is not what was tested, or not there", async () => {
    const other = await retag({ tags: "0.2.0", "expected-digest": `sha256:${"f".repeat(64)}` });
    expect(logOf(other)).toContain("UNEXPECTED_DIGEST");
    const missing = await retag({ source: `${world.image}:9.9.9-abcdefg.beta`, tags: "9.9.9" });
    expect(logOf(missing)).toContain("MISSING_IMAGE");
  });
});

describe("the bundle of health-gate", () => {
  test("proves the version that answers", async () => {
    const version = (world.apps.production.ready().body as { version: string }).version;
    const result = await gate({ "expect-version": version });
    expect(result.outputs).toMatchObject({ outcome: "healthy", "observed-version": version });
  });

  test("is red on another version and says expected and observed", async () => {
    const result = await gate({ "expect-version": BETA, "timeout-seconds": "2" });
    expect(result.conclusion).toBe("failure");
    expect(result.outputs["observed-version"]).toMatch(/^0\.1\.0-/);
    expect(result.outputs["reason"]).toContain(BETA);
  });

  test("is red on a redirect to a page that answers 200", async () => {
    const result = await gate({ url: `${world.apps.production.url}/nowhere`, "timeout-seconds": "1" });
    expect(result.outputs["outcome"]).not.toBe("healthy");
  });

  test("refuses plain http to another machine", async () => {
    const result = await gate({ url: "http://192.0.2.1/ready", "timeout-seconds": "1" });
    expect(result.conclusion).toBe("failure");
    expect(logOf(result)).toContain("https");
  });
});
