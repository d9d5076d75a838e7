import { readdirSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startWorld, type World } from "@fairway/testbed";

import { logOf, runBundle } from "../support/run-bundle.ts";

const actions = readdirSync(join(import.meta.dirname, "../../actions"));

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe.each(actions)("%s", (action) => {
  test("refuses an input that it does not have, in one report, and asks no server", async () => {
    const before = JSON.stringify(world.snapshot());
    const result = await runBundle({ action, inputs: { "dry-runn": "yes" }, env: world.env() });
    expect(result.conclusion).toBe("failure");
    expect(result.outputs).toEqual({ outcome: "error" });
    const [report] = result.annotations.filter(({ level }) => level === "error");
    expect(report?.message).toContain(`of ${action} refused; nothing was done.`);
    expect(report?.message).toMatch(/- dry-runn: is not an input of this action; /);
    expect(logOf(result)).toContain("code: BAD_INPUTS (configuration)");
    expect(result.summary).toContain(`${action}: failed`);
    expect([world.github.requests, world.registry.requests, world.ecs.requests]).toEqual([[], [], []]);
    expect(JSON.stringify(world.snapshot())).toBe(before);
  });
});

test.each([
  [
    "check-concurrent",
    { mode: "aquire", scope: "Run" },
    ["- mode: .*did you mean acquire[?]", "- scope: .*did you mean run[?]"],
  ],
  [
    "health-gate",
    { preset: "compos", "follow-redirects": "ture" },
    ["did you mean compose[?]", "did you mean true[?]"],
  ],
  [
    "check-setup",
    { "aws-region": "eu-centrl-1", actions: "ecs-deply" },
    ["mean eu-central-1[?]", "mean ecs-deploy[?]"],
  ],
  ["ecs-deploy", { operation: "restat", "dry-run": "yes" }, ["did you mean restart[?]", "did you mean true[?]"]],
])("%s asks whether the nearest word was meant, for %j", async (action, inputs, hints) => {
  const result = await runBundle({ action, inputs, env: world.env() });
  expect(result.conclusion).toBe("failure");
  const [report] = result.annotations.filter(({ level }) => level === "error");
  for (const hint of hints) expect(report?.message).toMatch(new RegExp(hint));
});
