import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Clock } from "@fairway/domain";
import { startEcs, type EcsServer } from "@fairway/testbed";

import { openAws } from "./aws-account.ts";

const ROLE = "arn:aws:iam::000000000000:role/deploy";
const saved = { ...process.env };
const clock: Clock = { now: () => new Date(), elapsedMs: () => 0, sleep: () => Promise.resolve() };

let ecs: EcsServer;
beforeAll(async () => {
  ecs = await startEcs();
  const containerDefinitions = [{ name: "app", image: "a/b:1" }];
  ecs.call("CreateCluster", { clusterName: "production" });
  ecs.call("RegisterTaskDefinition", { family: "app", containerDefinitions });
  ecs.call("CreateService", { cluster: "production", serviceName: "app", taskDefinition: "app:1", desiredCount: 1 });
});
afterAll(() => ecs.close());
beforeEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith("AWS_")) delete process.env[name];
  Object.assign(process.env, { AWS_ENDPOINT_URL: ecs.url, AWS_EC2_METADATA_DISABLED: "true" });
});
afterEach(() => {
  process.env = { ...saved };
});

const aws = (region?: string) => openAws({ clock, random: () => 0, region });

describe("a role", () => {
  test("is taken by a token alone, and everything is asked with it", async () => {
    const region = aws("eu-central-1");
    const opened = region.account(() => region.assumeRole(ROLE, "header.payload.signature"));
    expect(await opened.callerIdentity()).toEqual({
      account: "000000000000",
      arn: "arn:aws:sts::000000000000:assumed-role/deploy/fairway-check-setup",
    });
    expect(await opened.describeService({ cluster: "production", service: "app" })).toMatchObject({ name: "app" });
    expect([await opened.clusters(), await opened.services("production")]).toEqual([["production"], ["app"]]);
  });

  test("is masked with its token before it is handed out, and before a client signs with it", async () => {
    const masked: string[] = [];
    const mask = (secret: string) => void masked.push(secret);
    const options = { clock, random: () => 0, region: "eu-central-1" };
    const keys = await openAws({ ...options, mask }).assumeRole(ROLE, "header.payload.signature");
    expect(masked).toEqual([keys.secretAccessKey, keys.sessionToken]);

    masked.length = 0;
    const account = openAws({ ...options, mask }).account(() => Promise.resolve(keys));
    await account.clusters();
    await account.clusters();
    expect(masked).toEqual([keys.secretAccessKey, keys.sessionToken]);
  });

  test.each([
    ["AccessDenied", "ROLE_REFUSED"],
    ["InvalidIdentityTokenException", "ROLE_REFUSED"],
    ["ThrottlingException", "ECS_THROTTLED"],
  ])("that STS answers with %s is %s", async (type, code) => {
    ecs.inject({ kind: "error", type, status: 400, message: "said so", action: "AssumeRoleWithWebIdentity" });
    const asked = aws("eu-central-1").assumeRole(ROLE, "header.payload.signature");
    await expect(asked).rejects.toMatchObject({ code });
  });
});

describe("the credentials of the environment", () => {
  test("that are none are told as such", async () => {
    await expect(aws("eu-central-1").account(undefined).callerIdentity()).rejects.toMatchObject({
      code: "BAD_CREDENTIALS",
    });
  });

  test("without a region anywhere are told as that", async () => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: "AKIAEXAMPLE", AWS_SECRET_ACCESS_KEY: "example" });
    await expect(aws().account(undefined).callerIdentity()).rejects.toMatchObject({ code: "NO_REGION" });
  });
});
