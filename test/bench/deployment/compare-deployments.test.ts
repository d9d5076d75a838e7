import { performance } from "node:perf_hooks";
import { describe, expect, test } from "@jest/globals";
import { compareDeployments } from "./compare-deployments.ts";
import { containerOf, NEW_IMAGE, openDeploymentWorld, TARGET, type DeploymentWorld } from "./deployment-world.ts";
import { measureOutcome, WITH_FAIRWAY, type Deploy } from "./measure-outcomes.ts";
import { compareOutcomes } from "./outcome-table.ts";
import { drawDeployments } from "./random-deployments.ts";
import { measureReadyToGreen, READY_WAYS } from "./ready-to-green.ts";
import type { Scenario } from "./scenario.ts";
import { SCENARIOS } from "./scenarios.ts";
import { renderStableTable } from "./stable-table.ts";
import { readWaiterSchedule, waitOnSchedule } from "./waiter.ts";

const SCHEDULE = { delayMs: 15_000, maxAttempts: 40 };

function named(part: string): Scenario {
  return SCENARIOS.find(({ name }) => name.includes(part))!;
}

function update({ ecs }: DeploymentWorld): void {
  ecs.call("RegisterTaskDefinition", { family: "app", containerDefinitions: [containerOf(NEW_IMAGE, true)] });
  ecs.call("UpdateService", { ...TARGET, taskDefinition: "app" });
}

/** Green as soon as the service is stable, whatever it runs. */
const naive: Deploy = async (world) => {
  update(world);
  const { kind, at } = waitOnSchedule(world, SCHEDULE);
  return { verdict: kind === "stable" ? "green" : "red", told: kind, at, log: "what it logged" };
};

const hasty: Deploy = async ({ time }) => ({ verdict: "green", told: "", at: time.clock.now(), log: "" });

describe("the table of verdicts", () => {
  test("is not there when Fairway is wrong once: the scenario and the log are", async () => {
    await expect(compareOutcomes([named("still shown")], naive)).rejects.toThrow(
      "Fairway is green (stable) and red was expected: rolled back, the failed deployment still shown.\nwhat it logged",
    );
  });

  test("takes a green before it is so for wrong", async () => {
    const deploy: Deploy = (world, scenario) => (update(world), hasty(world, scenario));
    const outcome = await measureOutcome(named("after 11 minutes"), deploy);
    expect(outcome).toMatchObject({ verdict: "green", right: false, told: "before it was so" });
    expect(outcome.endedAfter).toBeLessThan(-600);
  });

  test("refuses a scenario that does not come to what it is named for", async () => {
    await expect(measureOutcome(named("after a minute"), hasty)).rejects.toThrow("never came to what");
  });

  test("knows a rollback by Fairway's own bundle, said before the rollback is over", async () => {
    const outcome = await measureOutcome(named("still shown"), WITH_FAIRWAY);
    expect(outcome).toMatchObject({ verdict: "red", told: "rolled-back", right: true });
    expect(outcome.saidAfter).toBeLessThan(10);
    expect(outcome.endedAfter).toBeGreaterThan(outcome.saidAfter + 30);
  });
});

describe("the computed waiter", () => {
  test("has the schedule of the file that the AWS CLI reads, where there is one", async () => {
    expect(await readWaiterSchedule()).toMatchObject(SCHEDULE);
  });

  test.each([
    { minutes: 5, kind: "stable", seconds: 300 },
    { minutes: 12, kind: "gave-up", seconds: 585 },
  ] as const)("ends as $kind where a deployment takes $minutes minutes", async ({ minutes, kind, seconds }) => {
    const world = await openDeploymentWorld({
      healthCheck: true,
      start: { kind: "healthy", startMs: minutes * 60_000 },
    });
    try {
      update(world);
      const end = waitOnSchedule(world, SCHEDULE);
      expect(end.kind).toBe(kind);
      expect((end.at - world.startedAt) / 1000 - seconds).toBeGreaterThanOrEqual(0);
    } finally {
      await world.close();
    }
  });
});

test("the random deployments are the same for the same seed", () => {
  expect(drawDeployments(3, 7)).toEqual(drawDeployments(3, 7));
  expect(drawDeployments(1, 7)).not.toEqual(drawDeployments(1, 8));
});

test("a target that was missed is named with what was reached", () => {
  const schedule = { ...SCHEDULE, source: "a file" };
  const measured = { ours: [1, 4, 5], cli: [8, undefined, 9], poll: [7, 8, 9], schedule };
  const table = renderStableTable({ ...measured, checked: { runs: 1 } });
  expect(table).toContain("| aws ecs wait services-stable | 2 of 3 | 8.0 | 9.0 | 9.0 |");
  expect(table).toContain("Targets: median at most 3: missed, 4; 90 % at most 6: met.");
});

describe("the table of readiness", () => {
  const rounds = { rounds: 1, startsMs: 20, patienceMs: 50 };

  test("is not there when a way says ready before it is so", async () => {
    const early = { name: "early", wait: async () => performance.now() };
    await expect(measureReadyToGreen({ ...rounds, ways: [early] })).rejects.toThrow(
      "early said ready before it was so (port closed",
    );
  });

  test("says where a way did not notice in time", async () => {
    const deaf = {
      name: "deaf",
      wait: (_: string, signal: AbortSignal) =>
        new Promise<number>((_, reject) => signal.addEventListener("abort", () => reject(new Error("killed")))),
    };
    const [first] = await measureReadyToGreen({ ...rounds, ways: [deaf] });
    expect(first).toMatchObject({ way: "deaf", times: [], remark: "not within 0.05 s" });
  });
});

test("the whole comparison runs with the programs that are there", async () => {
  const text = await compareDeployments({
    scenarios: [named("after a minute")],
    stable: { deployments: 1, checks: 0 },
    // The others poll every second, or do not end: too long for a test.
    ready: { ways: READY_WAYS.slice(0, 1), rounds: 1, startsMs: 100, patienceMs: 5000 },
    starts: 1,
    install: false,
  });
  for (const title of [
    "Verdicts",
    "From the end of a deployment to the return",
    "From readiness to green",
    "Size and cold start",
  ])
    expect(text).toContain(`#### ${title}`);
  expect(text).toMatch(/Wrong verdicts of 1: Fairway 0[,.]/);
  expect(text).not.toContain("NaN");
});
