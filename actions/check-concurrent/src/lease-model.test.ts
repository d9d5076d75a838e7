import type { CommitSha } from "@fairway/domain";
import { describe, expect, test } from "@jest/globals";

import { leaseRef, parseLeaseRecord } from "./lease-record.ts";
import type { CheckConcurrentPorts, LeaseCommit, RefWrite } from "./ports.ts";
import { exploreLease, type Scenario } from "./testing/explore-lease.ts";
import { acquiring, inputs, type Ask, type ContenderName } from "./testing/lease-programs.ts";
import type { Program } from "./testing/replayed-program.ts";

const MINUTE_MS = 60_000;
const three = { contenders: 3, initially: "absent" } satisfies Scenario;

describe("the lease, in every order in which three contenders' requests can happen", () => {
  test.each(["absent", "free", "dead"] as const)(
    "lets exactly one through and rejects the others when it is %s at first, with one old read and one lost answer",
    async (initially) => {
      const result = await exploreLease({ ...three, initially, staleReads: 1, lostAnswers: 1 });
      expect(result.broken).toBeUndefined();
      expect([...result.endings.keys()]).toEqual(["[holding], rejected, rejected"]);
    },
  );

  test.each(["absent", "free", "dead"] as const)(
    "lets exactly one through when it is %s at first, with two old reads and two lost answers",
    async (initially) => {
      const result = await exploreLease({ ...three, initially, staleReads: 2, lostAnswers: 2 });
      expect(result.broken).toBeUndefined();
      // Four mishaps of one contender may use up its attempts: it is red, and did not say that it was rejected.
      const allowed = ["[holding], rejected, rejected", "[holding], rejected, undecided"];
      expect([...result.endings.keys()].filter((ending) => !allowed.includes(ending))).toEqual([]);
    },
    MINUTE_MS,
  );

  test.each(["absent", "free", "dead"] as const)(
    "lets the one proceed that the ref names when it is %s at first, though completed runs may be told to go on",
    async (initially) => {
      const scenario = { ...three, initially, staleLives: true, staleReads: 1, lostAnswers: 2 } satisfies Scenario;
      const { broken, endings } = await exploreLease(scenario);
      expect(broken).toBeUndefined();
      expect([...endings.keys()].filter((ending) => /\[(?!holding)/.test(ending))).toEqual([]);
    },
  );

  test.each(["absent", "free", "dead"] as const)(
    "lets exactly one through when it is %s at first, and two writes arrive when nobody waits for them any more",
    async (initially) => {
      const { broken, endings } = await exploreLease({ ...three, initially, lateWrites: 2 });
      expect(broken).toBeUndefined();
      expect([...endings.keys()]).toEqual(["[holding], rejected, rejected"]);
    },
  );

  test.each(["absent", "free", "dead"] as const)(
    "lets exactly one through when it is %s at first, and two writes are refused although they were applied or allowed",
    async (initially) => {
      const { broken, endings } = await exploreLease({ ...three, initially, wrongRefusals: 2 });
      expect(broken).toBeUndefined();
      expect([...endings.keys()]).toEqual(["[holding], rejected, rejected"]);
    },
  );

  test("rejects all while another run holds it", async () => {
    const result = await exploreLease({ ...three, initially: "alive", staleReads: 2, lostAnswers: 2 });
    expect([...result.endings.keys()]).toEqual(["rejected, rejected, rejected"]);
  });

  test.each<[string, Scenario]>([
    [
      "contenders crash and holders' runs complete",
      { ...three, staleReads: 1, lostAnswers: 1, crashes: 1, ends: ["complete"] },
    ],
    ["runs are run again, with old reads", { ...three, staleReads: 1, crashes: 1, reruns: 1, ends: ["complete"] }],
    ["runs are run again, with lost answers", { ...three, lostAnswers: 1, reruns: 1, ends: ["complete"] }],
    ["holders release, with writes that arrive late", { ...three, lateWrites: 1, ends: ["release", "complete"] }],
    ["holders release, with old reads", { ...three, staleReads: 1, crashes: 1, ends: ["release", "complete"] }],
    ["holders release, with lost answers", { ...three, lostAnswers: 1, crashes: 1, ends: ["release", "complete"] }],
    [
      "two contenders do all of it",
      { ...three, contenders: 2, staleReads: 1, lostAnswers: 1, crashes: 1, reruns: 1, ends: ["release", "complete"] },
    ],
  ])(
    "never has two holders when %s",
    async (_, scenario) => {
      const result = await exploreLease({ ...scenario, staleLives: true });
      expect(result.broken).toBeUndefined();
      // The search went on to where nothing could happen any more, and got there in more than one way.
      expect(result.endings.size).toBeGreaterThan(1);
    },
    MINUTE_MS,
  );
});

describe("the search catches a protocol that", () => {
  test("takes over by a forced update", async () => {
    const { broken } = await exploreLease({ ...three, initially: "dead", forced: true });
    expect(broken).toBeDefined();
  });

  test("releases by removing the ref, and again when the answer is lost", async () => {
    const scenario = { ...three, lostAnswers: 1, ends: ["release"], release: removing } satisfies Scenario;
    expect((await exploreLease(scenario)).broken).toBeDefined();
    expect((await exploreLease({ ...scenario, lostAnswers: 0 })).broken).toBeUndefined();
  });

  test("takes over by removing the ref and creating it anew", async () => {
    const acquire = (name: ContenderName) => acquiring(name, replacing);
    expect((await exploreLease({ ...three, initially: "dead", acquire })).broken).toBeDefined();
  });

  test("writes the same record for two jobs of a run: both find it written", async () => {
    const acquire = () => acquiring("1/1");
    expect((await exploreLease({ ...three, acquire })).broken).toBeDefined();
  });

  test("appends to the newest record instead of the one that it judged", async () => {
    const acquire = (name: ContenderName) => acquiring(name, appendingToNewest);
    expect((await exploreLease({ ...three, initially: "dead", acquire })).broken).toBeDefined();
  });

  test("does not confirm a write whose answer was lost: the winner rejects itself, and nobody proceeds", async () => {
    const scenario = {
      ...three,
      initially: "dead",
      staleLives: true,
      staleReads: 1,
      lostAnswers: 1,
    } satisfies Scenario;
    const acquire = (name: ContenderName) => acquiring(name, neverConfirming);
    const nobody = "[rejected], rejected, rejected";
    expect([...(await exploreLease({ ...scenario, acquire })).endings.keys()]).toContain(nobody);
    expect([...(await exploreLease(scenario)).endings.keys()]).not.toContain(nobody);
  });
});

type Ports = CheckConcurrentPorts;

function removing(name: ContenderName): Program {
  const [run] = name.split("/");
  return async (ask) => {
    const current = await ask<LeaseCommit | undefined>({ kind: "read" });
    if (parseLeaseRecord(current?.message ?? "")?.run !== run) return "not-held";
    while ((await ask<RefWrite>({ kind: "remove" })).kind === "unknown");
    return "released";
  };
}

function replacing(ports: Ports, ask: Ask): Ports {
  const advance: Ports["refs"]["advance"] = async (_ref, sha) => {
    await ask<RefWrite>({ kind: "remove" });
    return ask<RefWrite>({ kind: "create", sha });
  };
  return { ...ports, refs: { ...ports.refs, advance } };
}

function appendingToNewest(ports: Ports): Ports {
  const append: Ports["refs"]["append"] = async (message) =>
    ports.refs.append(message, await ports.refs.read(leaseRef(inputs.refPrefix, inputs.environment)));
  return { ...ports, refs: { ...ports.refs, append } };
}

/** Every second write of the same commit is a confirmation; it is not made, and taken for refused. */
function neverConfirming(ports: Ports): Ports {
  const tried = new Set<string>();
  const once = async (sha: CommitSha, write: () => Promise<RefWrite>): Promise<RefWrite> => {
    if (tried.has(sha)) return { kind: "lost" };
    tried.add(sha);
    return write();
  };
  const create: Ports["refs"]["create"] = (ref, sha) => once(sha, () => ports.refs.create(ref, sha));
  const advance: Ports["refs"]["advance"] = (ref, sha) => once(sha, () => ports.refs.advance(ref, sha));
  return { ...ports, refs: { ...ports.refs, create, advance } };
}
