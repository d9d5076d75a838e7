import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import {
  FAULTS,
  openRehearsal,
  takePicture,
  type Fault,
  type Rehearsal,
  type WorldPicture,
} from "@fairway/rehearse/rehearsal";
import { startWorld, type World } from "@fairway/testbed";

const root = join(import.meta.dirname, "../..");

/** Two runs of a pipeline that waits for a health gate to give up. */
const TIME_LIMIT_MS = 90_000;

test("the faults that the documents name are there", () => {
  expect(FAULTS.map(({ name }) => name)).toEqual([
    "breaker-rollback",
    "unhealthy",
    "old-version-answers",
    "not-a-prerelease",
    "missing-image",
    "tag-conflict",
    "unprotected-environment",
    "approval-refused",
    "registry-down",
    "rollback",
    "concurrent",
    "lasting-database",
    "first-deploy",
  ]);
});

// At once, each in a world of its own: they mostly wait, for rollouts and for health gates to give up.
test.concurrent.each(FAULTS)(
  "$name ends as it says, moves nothing that it should not, and does the same when it is run again",
  async (fault) => {
    const world = await startWorld();
    const folder = mkdtempSync(join(tmpdir(), "fairway-fault-"));
    try {
      await rehearseTwice(fault, world, folder);
    } finally {
      rmSync(folder, { recursive: true });
      await world.close();
    }
  },
  TIME_LIMIT_MS,
);

async function rehearseTwice(fault: Fault, world: World, folder: string): Promise<void> {
  const signal = new AbortController().signal;
  const rehearsal = openRehearsal({ world, root, folder, report: () => undefined, signal });
  const run = await fault.prepare(rehearsal);
  const before = await takePicture(world);

  await run();
  const after = await takePicture(world);
  expect(redIn(rehearsal)).toEqual(fault.expect.where === undefined ? [] : [fault.expect.where]);
  expect(conclusions(rehearsal)).toEqual([fault.expect.exit === 0 ? "success" : "failure"]);
  expect(untouched(after, fault.expect.untouched)).toEqual(untouched(before, fault.expect.untouched));
  expect(heldLeases(after)).toEqual(heldLeases(before));
  expect(Object.values(after.records).map(({ open }) => open)).toEqual(Object.values(after.records).map(() => 0));
  expect(recordOf(fault, after)).toEqual(recordOf(fault, before) ?? expectedRecord(fault));

  await run();
  expect(conclusions(rehearsal)[1]).toBe(conclusions(rehearsal)[0]);
  expect(withoutRevisions(await takePicture(world))).toEqual(withoutRevisions(after));
}

function conclusions({ runs }: Rehearsal): string[] {
  return runs.map(({ conclusion }) => conclusion);
}

type RedPlace = { job: string; step: string | undefined };

/** The jobs and steps that are red in the last run; a job without steps is red by itself. */
function redIn({ runs }: Rehearsal): RedPlace[] {
  return (runs.at(-1)?.jobs ?? []).flatMap(({ name, conclusion, steps }): RedPlace[] => {
    const red = steps.filter((step) => step.conclusion === "failure").map((step) => ({ job: name, step: step.name }));
    return red.length === 0 && conclusion === "failure" ? [{ job: name, step: undefined }] : red;
  });
}

/** A deployment that fails again registers another revision, which its record names. */
function withoutRevisions(picture: WorldPicture): unknown {
  const records: unknown = JSON.parse(JSON.stringify(picture.records).replaceAll(/(shop-\w+):\d+/g, "$1:N"));
  return { ...picture, records };
}

/** The newest record of the environment that the fault deploys to; of both when it deploys to none. */
function recordOf({ expect: { record } }: Fault, { records }: WorldPicture): unknown {
  return record === undefined ? records : records[record.environment]?.newest;
}

function expectedRecord({ expect: { record } }: Fault): unknown {
  return expect.objectContaining({ state: record?.state, description: expect.stringMatching(record?.says ?? /^$/) });
}

function untouched(picture: WorldPicture, parts: readonly (keyof WorldPicture)[]): unknown {
  return Object.fromEntries(parts.map((part) => [part, picture[part]]));
}

function heldLeases({ leases }: WorldPicture): string[] {
  return Object.entries(leases)
    .filter(([, state]) => state === "held")
    .map(([environment]) => environment);
}
