import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { WorldPicture } from "@fairway/rehearse/rehearsal";
import { jobNames, serves } from "../support/act-examples.ts";
import type { DispatchedRun } from "../support/act-dispatch.ts";
import { ACT_TOOLS, openActWorld, type ActWorld } from "../support/act-world.ts";
import { describeWithTool } from "../support/tools.ts";

describeWithTool(ACT_TOOLS, "two staging runs at once under act", () => {
  let place: ActWorld;
  let first: DispatchedRun;
  let second: DispatchedRun;
  let commit: string;
  let after: WorldPicture;

  beforeAll(async () => {
    place = await openActWorld();
    await place.seedRelease("0.1.0");
    commit = place.commit("0.2.0");
    const running = place.start("staging.yml");
    await leaseOf(place, "staging");
    second = await place.start("staging.yml");
    first = await running;
    after = await place.picture();
  });
  afterAll(() => place.close());

  test("the second is rejected with the line that the documents promise, and the link to the first", () => {
    expect(second.conclusion).toBe("failure");
    expect(second.errors[0]).toBe("Another staging deployment is already in progress. Please wait for it to complete.");
    expect(second.log).toContain(first.url);
  });

  test("the second does nothing but ask for the lease", () => {
    expect(second.jobs.map(({ name, conclusion, steps }) => [name.split("/").at(-1), conclusion, steps])).toEqual([
      ["Take the lease", "failure", [{ name: "Reject when another deployment is in progress", conclusion: "failure" }]],
    ]);
  });

  test("the first is not disturbed: it migrates from the release, and staging serves its beta", () => {
    expect({ errors: first.errors, conclusion: first.conclusion }).toEqual({ errors: [], conclusion: "success" });
    const steps = first.jobs.flatMap((job) => job.steps.map(({ name }) => name));
    expect(steps).toContain("Deploy the newest release, to migrate from it");
    expect(after.staging).toEqual(serves(after, `0.2.0-${commit.slice(0, 7)}.beta`));
  });

  test("one beta has come of the two, and the lease is free again", () => {
    const ofVersion = (tags: readonly string[]) => tags.filter((tag) => tag.startsWith("0.2.0"));
    const beta = `0.2.0-${commit.slice(0, 7)}.beta`;
    expect(ofVersion(after.releases.map(({ tag }) => tag))).toEqual([beta]);
    expect(ofVersion(Object.keys(after["image-tags"]))).toEqual([beta]);
    expect(after.leases).toEqual({ staging: "free" });
  });
});

describeWithTool(ACT_TOOLS, "a promotion under act whose tasks exit at their start", () => {
  let place: ActWorld;
  let run: DispatchedRun;
  let before: WorldPicture;
  let after: WorldPicture;

  beforeAll(async () => {
    place = await openActWorld();
    await place.seedRelease("0.1.0");
    const beta = await place.publishBeta({ version: "0.2.0", fault: "crash" });
    before = await place.picture();
    run = await place.start("production.yml", { "beta-tag": beta });
    after = await place.picture();
  });
  afterAll(() => place.close());

  test("is red at the deployment, which says why, and still gives the lease back", () => {
    expect(run.conclusion).toBe("failure");
    expect(jobNames(run, "success")).toEqual(["Plan the promotion"]);
    const steps = run.jobs.find(({ name }) => name.endsWith("/Promote to production"))?.steps ?? [];
    expect(steps.map(({ name, conclusion }) => `${name}: ${conclusion}`)).toEqual([
      "Take the lease, or reject: success",
      "Record the deployment: success",
      "Assume the AWS role: success",
      "Plan the deployment: success",
      "Give the image its version tag: success",
      "Deploy the release: failure",
      "Close the record: success",
      "Give the lease back: success",
    ]);
    expect(run.errors).toEqual([expect.stringContaining("rolled back")]);
    expect(run.log).toContain("EssentialContainerExited; Essential container in task exited; app exit 1");
    expect(after.leases).toEqual({ production: "free" });
  });

  test("the record of the deployment is closed with the reason", () => {
    expect(after.records["production"]).toMatchObject({
      open: 0,
      newest: { state: "failure", description: expect.stringMatching(/^0\.2\.0 failed: .*circuit breaker/) },
    });
  });

  test("production serves the release before it, because ECS rolled back", () => {
    expect(after.production).toEqual(before.production);
    expect(after.production.answer.version).toMatch(/^0\.1\.0-/);
    const { ecs } = place.world.snapshot();
    expect(ecs["production/app"]).toMatchObject({ desiredCount: 2, runningCount: 2 });
  });

  test("nothing is published: no release, no tag, and latest stays", () => {
    const { releases, "git-tags": gitTags, "floating-tags": floatingTags, staging } = before;
    expect(after).toMatchObject({ releases, "git-tags": gitTags, "floating-tags": floatingTags, staging });
    expect(Object.keys(after["image-tags"]).toSorted()).toEqual(
      [...Object.keys(before["image-tags"]), "0.2.0"].toSorted(),
    );
  });
});

/** Waits until an environment's lease is written. */
async function leaseOf({ world }: ActWorld, environment: string): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 20) {
    if (world.repository.refs.has(`refs/fairway/lock/${environment}`)) return;
    await sleep(20);
  }
  throw new Error(`Nobody took the lease of ${environment}.`);
}
