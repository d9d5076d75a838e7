import { parseInputs } from "@fairway/domain";
import { describe, expect, test } from "@jest/globals";

import { checkConcurrent, releaseAfterJob } from "./check-concurrent.ts";
import type { HolderLife } from "./decide-turn.ts";
import { checkInputs, fields, type CheckConcurrentInputs } from "./inputs.ts";
import { leaseRef, parseLeaseRecord } from "./lease-record.ts";
import type { CheckConcurrentPorts } from "./ports.ts";
import { contenderNamed, noRuns, quietPorts } from "./testing/contenders.ts";
import { InMemoryRefs } from "./testing/in-memory-refs.ts";

interface World {
  readonly refs: InMemoryRefs;
  readonly lives: Map<string, HolderLife>;
  readonly notices: string[];
  contender(run: string, overrides?: Partial<CheckConcurrentPorts["me"]>): CheckConcurrentPorts;
}

function createWorld(): World {
  const refs = new InMemoryRefs();
  const lives = new Map<string, HolderLife>();
  const notices: string[] = [];
  const lifeOf = (key: string) => {
    refs.requests += 1;
    return Promise.resolve(lives.get(key) ?? "alive");
  };
  let nonces = 0;
  const quiet = quietPorts();
  return {
    refs,
    lives,
    notices,
    contender: (run, overrides = {}) => ({
      ...quiet,
      log: { ...quiet.log, notice: (text) => void notices.push(text) },
      refs,
      runs: { lifeOfAttempt: (id, attempt) => lifeOf(`${id}/${attempt}`), lifeOfJob: lifeOf },
      runList: noRuns,
      me: contenderNamed(run, { nonce: `nonce-${(nonces += 1)}`, ...overrides }),
    }),
  };
}

function inputs(texts: Record<string, string> = {}): CheckConcurrentInputs {
  const verdict = parseInputs(fields, {
    environment: "staging",
    mode: "acquire",
    scope: "run",
    strategy: "lease",
    "ref-prefix": "refs/fairway/lock",
    "github-token": "token-123",
    ...texts,
  });
  if (verdict.kind === "invalid") throw new Error(JSON.stringify(verdict.problems));
  return verdict.inputs;
}

describe("acquiring", () => {
  test("takes a lease that nobody ever had, with four requests", async () => {
    const world = createWorld();
    const result = await checkConcurrent(inputs(), world.contender("1"));
    expect(result.outputs).toMatchObject({
      outcome: "acquired",
      "can-proceed": "true",
      "lease-token": `refs/fairway/lock/staging@${world.refs.refs.get("refs/fairway/lock/staging") ?? ""}`,
    });
    expect(world.refs.requests).toBe(4);
  });

  test("is rejected while the holder runs, with three requests and the promised sentence", async () => {
    const world = createWorld();
    await checkConcurrent(inputs(), world.contender("1"));
    world.refs.requests = 0;
    const result = await checkConcurrent(inputs(), world.contender("2"));
    expect(result.failure?.message).toBe(
      "Another staging deployment is already in progress. Please wait for it to complete.",
    );
    expect(result.outputs).toMatchObject({
      outcome: "rejected",
      "can-proceed": "false",
      "holder-run-id": "1",
      "holder-actor": "octocat",
      "holder-url": "https://github.com/acme/shop/actions/runs/1",
      "held-since": "2026-01-01T00:00:00.000Z",
    });
    expect(world.refs.requests).toBe(3);
  });

  test("takes over from a run that has completed, with five requests", async () => {
    const world = createWorld();
    await checkConcurrent(inputs(), world.contender("1"));
    world.lives.set("1/1", "completed");
    world.refs.requests = 0;
    expect((await checkConcurrent(inputs(), world.contender("2"))).outputs.outcome).toBe("acquired");
    expect(world.refs.requests).toBe(5);
  });

  test("counts a holder as alive when GitHub does not say, and says why", async () => {
    const world = createWorld();
    await checkConcurrent(inputs(), world.contender("1"));
    world.lives.set("1/1", "unknown");
    expect((await checkConcurrent(inputs(), world.contender("2"))).outputs.outcome).toBe("rejected");
    expect(world.notices[0]).toContain("actions: read");
  });

  test("takes a re-run for another contender", async () => {
    const world = createWorld();
    await checkConcurrent(inputs(), world.contender("1"));
    expect((await checkConcurrent(inputs(), world.contender("1", { attempt: "2" }))).outputs.outcome).toBe("rejected");
    world.lives.set("1/1", "completed");
    expect((await checkConcurrent(inputs(), world.contender("1", { attempt: "2" }))).outputs.outcome).toBe("acquired");
  });

  test("asks about the job when the holder's lease is its job's", async () => {
    const world = createWorld();
    await checkConcurrent(inputs({ scope: "job", "job-id": "77" }), world.contender("1", { job: "77" }));
    world.lives.set("77", "completed");
    expect((await checkConcurrent(inputs(), world.contender("2"))).outputs.outcome).toBe("acquired");
  });

  test.each(["applied", "dropped"] as const)("survives a %s write whose answer was lost", async (loss) => {
    const world = createWorld();
    world.refs.losses.push(loss);
    const result = await checkConcurrent(inputs(), world.contender("1"));
    expect(result.outputs["lease-token"]).toBe(
      `refs/fairway/lock/staging@${world.refs.refs.get("refs/fairway/lock/staging") ?? ""}`,
    );
  });

  test("never decides what it cannot know", async () => {
    const world = createWorld();
    world.refs.losses.push(...Array.from({ length: 60 }, () => "dropped" as const));
    await expect(checkConcurrent(inputs(), world.contender("1"))).rejects.toThrow("could not be decided");
    expect(world.refs.refs.size).toBe(0);
  });

  test("lets exactly one of many through, whatever answers are lost", async () => {
    for (let round = 0; round < 200; round += 1) {
      const world = createWorld();
      if (round % 3 === 0) {
        await checkConcurrent(inputs(), world.contender("0"));
        world.lives.set("0/1", "completed");
      }
      if (round % 2 === 0) world.refs.losses.push("applied", "dropped");
      const contenders = Array.from({ length: 8 }, (_, index) => world.contender(String(index + 1)));
      const results = await Promise.all(contenders.map((contender) => checkConcurrent(inputs(), contender)));
      expect(results.filter(({ outputs }) => outputs.outcome === "acquired")).toHaveLength(1);
    }
  });

  test.each([
    ["refs/fairway/lock", "set ref-prefix: refs/heads/fairway-lock in every workflow that deploys to staging"],
    ["refs/heads/fairway-lock", "Exempt refs/heads/fairway-lock/** from the rules"],
  ])("says what the server has against refs below %s, and what to do", async (prefix, nextStep) => {
    const world = createWorld();
    world.refs.denial = "creations being restricted";
    const outcome = checkConcurrent(inputs({ "ref-prefix": prefix }), world.contender("1"));
    await expect(outcome).rejects.toMatchObject({
      code: "REF_DENIED",
      message: expect.stringContaining("creations being restricted"),
      nextStep: expect.stringContaining(nextStep),
    });
  });

  test("refuses a ref that something else wrote", async () => {
    const world = createWorld();
    const sha = await world.refs.append("Merge pull request", undefined);
    world.refs.refs.set("refs/fairway/lock/staging", sha);
    await expect(checkConcurrent(inputs(), world.contender("1"))).rejects.toThrow("no lease record of Fairway");
  });
});

describe("checking", () => {
  test("reads only", async () => {
    const world = createWorld();
    expect((await checkConcurrent(inputs({ mode: "check" }), world.contender("1"))).outputs.outcome).toBe("free");
    await checkConcurrent(inputs(), world.contender("1"));
    const before = world.refs.refs.get("refs/fairway/lock/staging");
    expect((await checkConcurrent(inputs({ mode: "check" }), world.contender("2"))).outputs.outcome).toBe("rejected");
    expect(world.refs.refs.get("refs/fairway/lock/staging")).toBe(before);
  });
});

describe("releasing", () => {
  test("frees the lease of this run by moving forward", async () => {
    const world = createWorld();
    await checkConcurrent(inputs(), world.contender("1"));
    expect((await checkConcurrent(inputs({ mode: "release" }), world.contender("1"))).outputs.outcome).toBe("released");
    const tip = await world.refs.read("refs/fairway/lock/staging");
    expect(parseLeaseRecord(tip?.message ?? "")?.state).toBe("free");
    expect((await checkConcurrent(inputs(), world.contender("2"))).outputs.outcome).toBe("acquired");
  });

  test("leaves another run's lease alone", async () => {
    const world = createWorld();
    await checkConcurrent(inputs(), world.contender("1"));
    const before = world.refs.refs.get("refs/fairway/lock/staging");
    await checkConcurrent(inputs({ mode: "release" }), world.contender("2"));
    expect(world.refs.refs.get("refs/fairway/lock/staging")).toBe(before);
  });

  test("after a job, frees a job's lease only while it is still its own", async () => {
    const world = createWorld();
    const jobInputs = inputs({ scope: "job", "job-id": "7" });
    const result = await checkConcurrent(jobInputs, world.contender("1", { job: "7" }));
    world.lives.set("7", "completed");
    await checkConcurrent(inputs(), world.contender("2"));
    const taken = world.refs.refs.get("refs/fairway/lock/staging");
    await releaseAfterJob(result.state ?? {}, jobInputs, world.contender("1"));
    expect(world.refs.refs.get("refs/fairway/lock/staging")).toBe(taken);
  });

  test("after a job, leaves a run's lease for the jobs that follow", async () => {
    const world = createWorld();
    const result = await checkConcurrent(inputs(), world.contender("1"));
    expect(result.state).toBeUndefined();
  });
});

describe("a lease's ref", () => {
  test.each([
    ["staging", "refs/fairway/lock/staging"],
    ["Production", "refs/fairway/lock/production"],
    ["eu west/1", "refs/fairway/lock/eu=20=west=2f=1"],
    ["..", "refs/fairway/lock/=2e==2e="],
    ["x.lock", "refs/fairway/lock/x=2e=lock"],
  ])("of %j is %s", (environment, expected) => {
    expect(leaseRef("refs/fairway/lock", environment)).toBe(expected);
  });

  test.each(["refs/heads", "refs/x/../y", "heads/x/y", "refs/X/y", "refs/a//b"])("cannot lie below %s", (prefix) => {
    expect(() => inputs({ "ref-prefix": prefix })).toThrow("ref prefix");
  });
});

test("a job-scoped lease needs the job's id", () => {
  expect(checkInputs(inputs({ scope: "job" }))[0]?.input).toBe("job-id");
});
