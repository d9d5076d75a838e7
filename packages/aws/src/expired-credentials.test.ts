import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import type { Clock, FairwayError } from "@fairway/domain";
import { startEcs, type EcsServer } from "@fairway/testbed";

import { openServiceFleet } from "./service-fleet.ts";

const TARGET = { cluster: "production", service: "app" };
const saved = { ...process.env };
const clock: Clock = { now: () => new Date(), elapsedMs: () => 0, sleep: () => Promise.resolve() };

let ecs: EcsServer;
let folder = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fairway-identity-"));
  writeFileSync(join(folder, "token"), "header.payload.signature");
  ecs = await startEcs();
  ecs.call("CreateCluster", { clusterName: "production" });
  ecs.call("RegisterTaskDefinition", { family: "app", containerDefinitions: [{ name: "app", image: "a/b:1" }] });
  ecs.call("CreateService", { ...TARGET, serviceName: "app", taskDefinition: "app:1", desiredCount: 1 });
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await ecs.close();
});

beforeEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith("AWS_")) delete process.env[name];
  Object.assign(process.env, { AWS_ENDPOINT_URL: ecs.url, AWS_REGION: "eu-west-1" });
  ecs.requests.length = 0;
  ecs.inject({ kind: "error", type: "ExpiredTokenException", action: "DescribeServices", times: 1 });
});

afterEach(() => {
  process.env = { ...saved };
});

/** Who signed each DescribeServices. */
function signers(): string[] {
  const looks = ecs.requests.filter(({ headers }) => String(headers["x-amz-target"]).endsWith(".DescribeServices"));
  return looks.map(({ headers }) => /Credential=([^/]+)/.exec(String(headers.authorization))?.[1] ?? "");
}

test("credentials of a web identity are asked for anew when AWS calls them expired", async () => {
  Object.assign(process.env, {
    AWS_ROLE_ARN: "arn:aws:iam::000000000000:role/deploy",
    AWS_WEB_IDENTITY_TOKEN_FILE: join(folder, "token"),
    AWS_ROLE_SESSION_NAME: "deploy",
  });
  const fleet = openServiceFleet({ clock, random: () => 0.5 });
  expect(await fleet.describeService(TARGET)).toMatchObject({ name: "app" });
  const [first, second, ...more] = signers();
  expect(first).toMatch(/^ASIA/);
  expect(second).toMatch(/^ASIA/);
  expect(second).not.toBe(first);
  expect(more).toEqual([]);
});

test("keys in the environment cannot be renewed, which is said after one call", async () => {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: "ASIAEXAMPLE", AWS_SECRET_ACCESS_KEY: "s", AWS_SESSION_TOKEN: "t" });
  const fleet = openServiceFleet({ clock, random: () => 0.5 });
  const error = await fleet.describeService(TARGET).catch((thrown: unknown) => thrown);
  expect((error as FairwayError).code).toBe("CREDENTIALS_EXPIRED");
  expect((error as FairwayError).nextStep).toContain("role-duration-seconds");
  expect(signers()).toEqual(["ASIAEXAMPLE"]);
});
