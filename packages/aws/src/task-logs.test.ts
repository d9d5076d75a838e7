import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { FairwayError, type Clock } from "@fairway/domain";
import { startEcs, type EcsServer } from "@fairway/testbed";

import { openServiceFleet } from "./service-fleet.ts";
import { openTaskLogs } from "./task-logs.ts";

const TARGET = { cluster: "production", service: "app" };
const saved = { ...process.env };
const clock: Clock = { now: () => new Date(), elapsedMs: () => 0, sleep: () => Promise.resolve() };
const options = { clock, random: () => 0.5 };

let ecs: EcsServer;

beforeAll(async () => {
  const log = ["first", "second", "::error::third"];
  ecs = await startEcs({ behaviour: () => ({ kind: "crash", exitCode: 1, afterMs: 1000, log }) });
  ecs.call("CreateCluster", { clusterName: "production" });
  const logConfiguration = {
    logDriver: "awslogs",
    options: { "awslogs-group": "/ecs/app", "awslogs-stream-prefix": "app" },
  };
  ecs.call("RegisterTaskDefinition", {
    family: "app",
    containerDefinitions: [{ name: "app", image: "a/b:1", logConfiguration }],
  });
  ecs.call("CreateService", { ...TARGET, serviceName: "app", taskDefinition: "app:1", desiredCount: 1 });
  ecs.clock.skip(5 * 60_000);
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
    AWS_SECRET_ACCESS_KEY: "secret",
    AWS_REGION: "eu-west-1",
    AWS_ENDPOINT_URL: ecs.url,
  });
});

afterAll(async () => {
  process.env = { ...saved };
  await ecs.close();
});

test("the last lines of a stopped task's container are read, oldest first", async () => {
  const [stopped] = await openServiceFleet(options).tasks(TARGET, "STOPPED");
  expect(stopped).toMatchObject({ stopCode: "EssentialContainerExited", containers: [{ name: "app", exitCode: 1 }] });
  const id = stopped?.arn.slice(stopped.arn.lastIndexOf("/") + 1) ?? "";
  const stream = { region: undefined, group: "/ecs/app", name: `app/app/${id}` };
  expect(await openTaskLogs(options).tail(stream, 2)).toEqual(["second", "::error::third"]);
});

test("a stream that is not there is told as a refused call", async () => {
  const stream = { region: "eu-west-1", group: "/ecs/app", name: "app/app/none" };
  const error: unknown = await openTaskLogs(options)
    .tail(stream, 2)
    .catch((thrown: unknown) => thrown);
  expect(error instanceof FairwayError ? error.message : "").toMatch(
    /^AWS refused logs:GetLogEvents with ResourceNotFoundException/,
  );
});

test("a permission that is missing is named with its service", async () => {
  ecs.inject({ kind: "access-denied", action: "GetLogEvents" });
  const stream = { region: undefined, group: "/ecs/app", name: "app/app/x" };
  await expect(openTaskLogs(options).tail(stream, 2)).rejects.toThrow(/may not do logs:GetLogEvents/);
});
