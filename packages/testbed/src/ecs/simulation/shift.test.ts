import { describe, expect, test } from "@jest/globals";

import { createRules, type ContainerStart } from "../rules.ts";
import { readConfiguration } from "../render/render-configuration.ts";
import { type FleetCommand, fleetAt } from "./fleet.ts";
import { type ContainerBehaviour, DEFAULT_TIMINGS, type ServiceState, type TaskDefinitionView } from "./model.ts";
import { currentStep } from "./shift.ts";

const MINUTE = 60_000;
const ADDRESS = { cluster: "c", service: "s" };
const BREAKER = { deploymentCircuitBreaker: { enable: true, rollback: true } };
const PAUSE = { targetType: "PAUSE", lifecycleStages: ["POST_TEST_TRAFFIC_SHIFT"] };

function definition(image: string): TaskDefinitionView {
  const containers = [{ name: "app", image, essential: true, hasHealthCheck: false }];
  return { arn: `task-definition/${image}`, containers, architecture: "amd64" };
}

/** Rules remember how a task turned out, so each story has its own. */
function rulesOf() {
  const bad: ContainerBehaviour = { kind: "crash", exitCode: 1, afterMs: 5000 };
  const good: ContainerBehaviour = { kind: "healthy", startMs: 5000 };
  const hookAnswer = (arn: string) => (arn === "no" ? "ROLLBACK" : "CONTINUE");
  const behaviour = ({ container }: ContainerStart) => (container.image === "bad" ? bad : good);
  return createRules({ behaviour, hookAnswer }, DEFAULT_TIMINGS);
}

/** The service that runs `one` since minute 0 and is asked at minute 10 to run `image`. */
function serviceAt(minute: number, raw: object, image = "two", more: readonly FleetCommand[] = []): ServiceState {
  const configuration = readConfiguration({ deploymentConfiguration: { ...BREAKER, ...raw } });
  const start = { kind: "create-service" as const, at: 0, ...ADDRESS, desiredCount: 2, configuration };
  const update = { kind: "update-service" as const, at: 10 * MINUTE, ...ADDRESS, taskDefinition: definition(image) };
  const commands = [{ ...start, taskDefinition: definition("one") }, update, ...more];
  return fleetAt(commands, minute * MINUTE, rulesOf()).services[0]!;
}

/** Every stage and share of traffic that is seen between two minutes, each once. */
function stagesOf(raw: object, until: number): string[] {
  const seen = new Set<string>();
  for (let minute = 10; minute <= until; minute += 1 / 60) {
    const [newest] = serviceAt(minute, raw).serviceDeployments;
    const step = newest?.finishedAt === undefined && newest !== undefined ? currentStep(newest) : undefined;
    if (step !== undefined) seen.add(`${step.stage} ${step.trafficPercent}`);
  }
  return [...seen];
}

function running(service: ServiceState): string[] {
  const live = service.tasks.filter(({ lastStatus }) => lastStatus === "RUNNING");
  return live.map(({ taskDefinition }) => taskDefinition.containers[0]!.image).sort();
}

describe("a deployment that shifts traffic", () => {
  test("goes through the stages of blue/green in order", () => {
    expect(stagesOf({ strategy: "BLUE_GREEN", bakeTimeInMinutes: 2 }, 15)).toEqual([
      "PRE_SCALE_UP 0",
      "SCALE_UP 0",
      "POST_SCALE_UP 0",
      "TEST_TRAFFIC_SHIFT 0",
      "POST_TEST_TRAFFIC_SHIFT 0",
      "PRODUCTION_TRAFFIC_SHIFT 100",
      "POST_PRODUCTION_TRAFFIC_SHIFT 100",
      "BAKE_TIME 100",
      "CLEAN_UP 100",
    ]);
  });

  test("keeps old and new tasks side by side while it bakes, and the old ones go after it", () => {
    const raw = { strategy: "BLUE_GREEN", bakeTimeInMinutes: 5 };
    const baking = serviceAt(14, raw);
    expect(running(baking)).toEqual(["one", "one", "two", "two"]);
    expect(baking.deployments[0]).toMatchObject({ rolloutState: "IN_PROGRESS" });
    const over = serviceAt(18, raw);
    expect(running(over)).toEqual(["two", "two"]);
    expect(over.serviceDeployments[0]).toMatchObject({ status: "SUCCESSFUL" });
  });

  test("is shifted in equal steps when it is linear", () => {
    const raw = { strategy: "LINEAR", linearConfiguration: { stepPercent: 30, stepBakeTimeInMinutes: 1 } };
    const shares = stagesOf(raw, 16).filter((one) => one.startsWith("PRODUCTION"));
    expect(shares.map((one) => Number(one.split(" ")[1]))).toEqual([30, 60, 90, 100]);
  });

  test("is shifted in a small step and a large one when it is a canary", () => {
    const raw = { strategy: "CANARY", canaryConfiguration: { canaryPercent: 5, canaryBakeTimeInMinutes: 2 } };
    const shares = stagesOf(raw, 16).filter((one) => one.startsWith("PRODUCTION"));
    expect(shares.map((one) => Number(one.split(" ")[1]))).toEqual([5, 100]);
  });

  test("is held by a pause until somebody decides", () => {
    const raw = { strategy: "BLUE_GREEN", bakeTimeInMinutes: 0, lifecycleHooks: [PAUSE] };
    const [held] = serviceAt(60, raw).serviceDeployments;
    expect(held?.shift?.hooks).toMatchObject([{ id: "hook-s-1", status: "AWAITING_ACTION" }]);
    const number = held?.targetRevision ?? "";
    const answer = { kind: "answer-hook" as const, at: 60 * MINUTE, ...ADDRESS, number, hookId: "hook-s-1" };
    const continued = serviceAt(65, raw, "two", [{ ...answer, action: "CONTINUE" }]);
    expect(continued.serviceDeployments[0]).toMatchObject({ status: "SUCCESSFUL" });
    const refused = serviceAt(65, raw, "two", [{ ...answer, action: "ROLLBACK" }]);
    expect(refused.serviceDeployments[0]).toMatchObject({ status: "ROLLBACK_SUCCESSFUL" });
    expect(running(refused)).toEqual(["one", "one"]);
  });

  test("is rolled back when nobody decides in time", () => {
    const timeoutConfiguration = { timeoutInMinutes: 10, action: "ROLLBACK" };
    const raw = { strategy: "BLUE_GREEN", bakeTimeInMinutes: 0, lifecycleHooks: [{ ...PAUSE, timeoutConfiguration }] };
    expect(serviceAt(18, raw).serviceDeployments[0]).toMatchObject({ status: "IN_PROGRESS" });
    expect(serviceAt(30, raw).serviceDeployments[0]).toMatchObject({ status: "ROLLBACK_SUCCESSFUL" });
  });

  test.each([
    ["goes on when the function of a hook lets it", "good", "SUCCEEDED", "SUCCESSFUL"],
    ["is rolled back when the function of a hook refuses it", "no", "FAILED", "ROLLBACK_SUCCESSFUL"],
  ])("%s", (_, hookTargetArn, answered, status) => {
    const lifecycleHooks = [{ hookTargetArn, lifecycleStages: ["POST_SCALE_UP"] }];
    const [ended] = serviceAt(20, { strategy: "BLUE_GREEN", bakeTimeInMinutes: 0, lifecycleHooks }).serviceDeployments;
    expect(ended).toMatchObject({ status, shift: { hooks: [{ status: answered }] } });
  });

  test("whose tasks fail is rolled back, and the old tasks never stopped", () => {
    const raw = { strategy: "BLUE_GREEN", bakeTimeInMinutes: 5 };
    const before = serviceAt(9, raw).tasks.map(({ id }) => id);
    const after = serviceAt(30, raw, "bad");
    expect(after.serviceDeployments[0]).toMatchObject({ status: "ROLLBACK_SUCCESSFUL", breaker: "TRIGGERED" });
    expect(after.tasks.filter(({ lastStatus }) => lastStatus === "RUNNING").map(({ id }) => id)).toEqual(before);
  });
});

describe("an alarm that goes off", () => {
  const ring = { kind: "alarm" as const, at: 10.5 * MINUTE, ...ADDRESS, alarm: "errors" };
  const watching = (rollback: boolean) => ({ alarms: { enable: true, rollback, alarmNames: ["errors"] } });

  test("rolls back a deployment in progress whose service watches it", () => {
    const service = serviceAt(30, watching(true), "two", [ring]);
    expect(service.serviceDeployments[0]).toMatchObject({ status: "ROLLBACK_SUCCESSFUL", triggeredAlarms: ["errors"] });
    expect(running(service)).toEqual(["one", "one"]);
  });

  test("leaves it as it is where no rollback is wished", () => {
    expect(serviceAt(30, watching(false), "two", [ring]).serviceDeployments[0]).toMatchObject({ status: "STOPPED" });
  });

  test("does nothing to a service that watches none, or when nothing is in progress", () => {
    expect(serviceAt(30, {}, "two", [ring]).serviceDeployments[0]).toMatchObject({ status: "SUCCESSFUL" });
    const late = serviceAt(30, watching(true), "two", [{ ...ring, at: 25 * MINUTE }]);
    expect(late.serviceDeployments[0]).toMatchObject({ status: "SUCCESSFUL", triggeredAlarms: [] });
  });
});
