import { readdirSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { EXAMPLES, jobNames, type ActExample, type EndedExample } from "../support/act-examples.ts";
import { ACT_TOOLS, openActWorld, type ActWorld } from "../support/act-world.ts";
import { describeWhereInstalled, describeWithTool } from "../support/tools.ts";

const root = join(import.meta.dirname, "../..");

test("every file of workflows-examples is run by act, and none that is not there", () => {
  // A manifest of a package is no workflow; it ends in .yaml and lies beside the workflow that uses it.
  const files = readdirSync(join(root, "workflows-examples")).filter((name) => name.endsWith(".yml"));
  expect(EXAMPLES.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
});

describeWithTool(ACT_TOOLS, "under act", () => {
  let place: ActWorld;
  beforeAll(async () => void (place = await openActWorld()));
  afterAll(() => place.close());

  for (const example of EXAMPLES) {
    const { programs = [], file, does } = example;
    describeWhereInstalled(programs, `${file} ${does}`, () => tellExample(() => place, example));
  }
});

function tellExample(place: () => ActWorld, example: ActExample): void {
  let ended: EndedExample;
  beforeAll(async () => {
    const inputs = await example.prepare(place());
    const before = await place().picture();
    const run = await place().start(example.file, inputs, example.environment);
    ended = { run, before, after: await place().picture(), services: place().world.snapshot().ecs };
  });

  test("ends green, job by job", () => {
    const { run } = ended;
    expect({ errors: run.errors, conclusion: run.conclusion }).toEqual({ errors: [], conclusion: "success" });
    expect(jobNames(run, "success").toSorted()).toEqual(example.jobs.toSorted());
    expect(run.jobs).toHaveLength(example.jobs.length);
  });

  test("leaves the world as it promises", () => example.proves(ended));

  test("writes a summary from every action, and no secret anywhere", () => {
    expect(ended.run.summaries.length).toBeGreaterThanOrEqual(example.jobs.length);
    const shown = `${ended.run.log}\n${ended.run.summaries.join("\n")}`;
    expect(
      place()
        .secrets()
        .filter((secret) => shown.includes(secret)),
    ).toEqual([]);
  });
}
