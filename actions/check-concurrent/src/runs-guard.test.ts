import { parseInputs } from "@fairway/domain";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { checkConcurrent } from "./check-concurrent.ts";
import { checkInputs, fields, type CheckConcurrentInputs } from "./inputs.ts";
import type { CheckConcurrentPorts, LeaseRefs, RunList } from "./ports.ts";
import { STALENESS_MS } from "./runs-guard.ts";
import { contenderNamed, quietPorts } from "./testing/contenders.ts";
import { createLaggingRuns, type LaggingRuns } from "./testing/lagging-runs.ts";
import { createVirtualTime, type VirtualTime } from "./testing/virtual-time.ts";

const READ_MS = 100;
const MINUTE_MS = 60_000;

const untouched = () => Promise.reject(new Error("strategy runs must not ask for refs"));
const noRefs: LeaseRefs = { read: untouched, append: untouched, create: untouched, advance: untouched };

interface World {
  readonly time: VirtualTime;
  readonly runs: LaggingRuns;
  readonly notices: string[];
}

function createWorld(): World {
  const time = createVirtualTime();
  return { time, runs: createLaggingRuns("Take the lease", () => time.elapsedMs()), notices: [] };
}

function inputs(texts: Record<string, string> = {}): CheckConcurrentInputs {
  const verdict = parseInputs(fields, {
    environment: "staging",
    mode: "acquire",
    scope: "run",
    strategy: "runs",
    "ref-prefix": "refs/fairway/lock",
    "job-id": "500",
    "github-token": "token-123",
    ...texts,
  });
  if (verdict.kind === "invalid") throw new Error(JSON.stringify(verdict.problems));
  return verdict.inputs;
}

function portsOf(run: string, { time, runs, notices }: World, lagMs: () => number): CheckConcurrentPorts {
  const quiet = quietPorts();
  const seen = runs.seenWith(lagMs);
  const slowly = async <T>(read: () => Promise<T>): Promise<T> => {
    await time.sleep(READ_MS);
    return read();
  };
  const runList: RunList = {
    run: (id) => slowly(() => seen.run(id)),
    recentRuns: (workflow) => slowly(() => seen.recentRuns(workflow)),
    jobsOf: (one) => slowly(() => seen.jobsOf(one)),
  };
  return {
    ...quiet,
    log: { ...quiet.log, notice: (text) => void notices.push(text) },
    clock: time,
    me: contenderNamed(run),
    refs: noRefs,
    runs: { lifeOfAttempt: untouched, lifeOfJob: untouched },
    runList,
  };
}

/** Begins a run now, takes its turn, and ends its guard step as GitHub would. */
async function contend(run: string, world: World, lagMs: () => number = () => 0): Promise<string> {
  world.runs.begin({ run });
  const result = await checkConcurrent(inputs({ "job-id": `${run}00` }), portsOf(run, world, lagMs));
  world.runs.end(run, result.outputs.outcome === "acquired" ? "succeeded" : "ended");
  return result.outputs.outcome;
}

async function settle<T>(world: World, outcome: Promise<T>): Promise<T> {
  const [, settled] = await Promise.all([world.time.run(), outcome]);
  return settled;
}

describe("strategy runs", () => {
  test("lets a run through that is alone, after it waited, and says that this is best effort", async () => {
    const world = createWorld();
    expect(await settle(world, contend("5", world))).toBe("acquired");
    expect(world.time.elapsedMs()).toBeGreaterThanOrEqual(STALENESS_MS);
    expect(world.notices[0]).toContain("best effort");
  });

  test("lets the lowest of many through that begin at once", async () => {
    const world = createWorld();
    const outcomes = ["5", "6", "7", "8"].map((run) => contend(run, world));
    expect(await settle(world, Promise.all(outcomes))).toEqual(["acquired", "rejected", "rejected", "rejected"]);
  });

  test("rejects while another run holds, with its number, person, start and link", async () => {
    const world = createWorld();
    world.runs.begin({ run: "4" });
    world.runs.end("4", "succeeded");
    world.runs.begin({ run: "5" });
    const result = await settle(
      world,
      checkConcurrent(
        inputs(),
        portsOf("5", world, () => 0),
      ),
    );
    expect(result.failure?.code).toBe("DEPLOYMENT_IN_PROGRESS");
    expect(result.outputs).toMatchObject({
      outcome: "rejected",
      "holder-run-id": "4",
      "holder-actor": "octocat",
      "held-since": "2026-01-01T00:00:00Z",
      "holder-url": "https://github.com/acme/shop/actions/runs/4",
    });
  });

  test("lets the next run through when the holder's has completed", async () => {
    const world = createWorld();
    world.runs.begin({ run: "4" });
    world.runs.end("4", "succeeded");
    world.runs.complete("4");
    expect(await settle(world, contend("5", world))).toBe("acquired");
  });

  test("believes a run's own page that it has completed, not the list", async () => {
    const world = createWorld();
    world.runs.begin({ run: "4" });
    world.runs.end("4", "succeeded");
    world.runs.begin({ run: "5" });
    const ports = portsOf("5", world, () => 0);
    const listed = await settle(world, ports.runList.recentRuns("7"));
    world.runs.complete("4");
    const runList = { ...ports.runList, recentRuns: () => Promise.resolve(listed) };
    const result = await settle(world, checkConcurrent(inputs(), { ...ports, runList }));
    expect(result.outputs.outcome).toBe("acquired");
  });

  test("sees a run that only the second list has", async () => {
    const world = createWorld();
    world.runs.begin({ run: "4" });
    world.runs.end("4", "succeeded");
    world.runs.begin({ run: "5" });
    const ports = portsOf("5", world, () => 0);
    let lists = 0;
    const recentRuns: RunList["recentRuns"] = async (workflow) =>
      (lists += 1) === 1 ? [] : ports.runList.recentRuns(workflow);
    const outcome = checkConcurrent(inputs(), { ...ports, runList: { ...ports.runList, recentRuns } });
    expect((await settle(world, outcome)).outputs.outcome).toBe("rejected");
  });

  test("takes no notice of the runs of another workflow", async () => {
    const world = createWorld();
    world.runs.begin({ run: "4", workflow: "8" });
    world.runs.end("4", "succeeded");
    expect(await settle(world, contend("5", world))).toBe("acquired");
  });

  test("does not proceed when it cannot see its own step", async () => {
    const world = createWorld();
    world.runs.begin({ run: "5", job: "501" });
    const outcome = checkConcurrent(
      inputs(),
      portsOf("5", world, () => 0),
    );
    await expect(settle(world, outcome)).rejects.toThrow("which step of job 500");
  });

  test("does not proceed when a run cannot be read", async () => {
    const world = createWorld();
    world.runs.begin({ run: "4" });
    world.runs.begin({ run: "5" });
    const ports = portsOf("5", world, () => 0);
    const forbidden = () => Promise.reject(new Error("403"));
    const outcome = checkConcurrent(inputs(), { ...ports, runList: { ...ports.runList, jobsOf: forbidden } });
    await expect(settle(world, outcome)).rejects.toThrow("403");
  });

  test("has nothing to release", async () => {
    const world = createWorld();
    const result = await checkConcurrent(
      inputs({ mode: "release" }),
      portsOf("5", world, () => 0),
    );
    expect(result.outputs.outcome).toBe("released");
  });

  test.each([
    ["mode check", { mode: "check" }, "mode"],
    ["no job id", { "job-id": "" }, "job-id"],
  ])("refuses %s", (_, texts, input) => {
    expect(checkInputs(inputs(texts)).map((problem) => problem.input)).toEqual([input]);
  });
});

describe("strategy runs, with any order of runs, starts and lags", () => {
  const starts = fc.array(
    fc.nat({ max: 80 }).map((halfSeconds) => halfSeconds * 500),
    { minLength: 2, maxLength: 6 },
  );
  // The extremes are where two could pass, so they are drawn often.
  const lags = (maxMs: number) => fc.infiniteStream(fc.oneof(fc.constantFrom(0, maxMs), fc.nat({ max: maxMs })));

  async function acquiredOf(startsMs: readonly number[], lagMs: Iterator<number>): Promise<number> {
    const world = createWorld();
    const outcomes = startsMs.map(async (start, index) => {
      await world.time.sleep(start);
      return contend(String(index + 10), world, () => Number(lagMs.next().value));
    });
    const all = await settle(world, Promise.all(outcomes));
    return all.filter((outcome) => outcome === "acquired").length;
  }

  test(
    "never lets two through while answers are at most seven seconds old",
    async () => {
      const property = fc.asyncProperty(starts, lags(7000), async (startsMs, lagMs) => {
        expect(await acquiredOf(startsMs, lagMs)).toBe(1);
      });
      await fc.assert(property, { numRuns: 1000 });
    },
    MINUTE_MS,
  );

  test("may let two through when answers are older than half of the wait: the limit that the README names", async () => {
    const old = (function* () {
      for (;;) yield 14_000;
    })();
    // The lower run begins when the higher one is about to decide: neither sees what the other does.
    expect(await acquiredOf([13_000, 0], old)).toBe(2);
  });
});
