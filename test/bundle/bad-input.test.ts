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
