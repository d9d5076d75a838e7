import { FairwayError } from "@fairway/domain";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { acquireLease, type LeaseVerdict } from "./lease.ts";
import { leaseRef } from "./lease-record.ts";
import type { CheckConcurrentPorts, LeaseRefs } from "./ports.ts";
import { contenderNamed, noRuns, quietPorts } from "./testing/contenders.ts";
import { InMemoryRefs } from "./testing/in-memory-refs.ts";
import { inputs } from "./testing/lease-programs.ts";

const RUNS = 1000;
const MINUTE_MS = 60_000;
const REF = leaseRef(inputs.refPrefix, inputs.environment);

const contest = {
  contenders: fc.integer({ min: 2, max: 8 }),
  deadHolder: fc.boolean(),
};

describe("of up to eight contenders whose requests and answers travel in any order", () => {
  test(
    "exactly one gets the lease, when one answer is lost and one read is old",
    async () => {
      const mishaps = {
        losses: fc.array(fc.constantFrom("answered", "applied", "dropped"), { maxLength: 8 }).map(keepFirstLoss),
        ages: fc.nat({ max: 8 }).map((at) => [...Array.from({ length: at }, () => 0), 1]),
      };
      const property = fc.asyncProperty(
        fc.scheduler(),
        fc.record({ ...contest, ...mishaps }),
        async (scheduler, run) => {
          const { kinds, tip } = await contend(scheduler, run);
          expect(kinds.filter((kind) => kind !== "rejected")).toEqual([`acquired ${tip}`]);
        },
      );
      await fc.assert(property, { numRuns: RUNS });
    },
    MINUTE_MS,
  );

  test(
    "never two get the lease, whatever is lost and however old reads are; whoever gets it is named by the ref",
    async () => {
      const mishaps = {
        losses: fc.array(fc.constantFrom("answered", "applied", "dropped"), { maxLength: 30 }),
        ages: fc.array(fc.nat({ max: 3 }), { maxLength: 30 }),
      };
      const property = fc.asyncProperty(
        fc.scheduler(),
        fc.record({ ...contest, ...mishaps }),
        async (scheduler, run) => {
          const { kinds, tip } = await contend(scheduler, run);
          const winners = kinds.filter((kind) => kind.startsWith("acquired"));
          expect([[], [`acquired ${tip}`]]).toContainEqual(winners);
          if (winners.length === 0) expect(kinds).toContain("LEASE_UNDECIDED");
        },
      );
      await fc.assert(property, { numRuns: RUNS });
    },
    MINUTE_MS,
  );
});

interface Contest {
  readonly contenders: number;
  readonly deadHolder: boolean;
  readonly losses: readonly ("answered" | "applied" | "dropped")[];
  readonly ages: readonly number[];
}

async function contend(scheduler: fc.Scheduler, { contenders, deadHolder, losses, ages }: Contest) {
  const refs = new InMemoryRefs();
  if (deadHolder) await acquireLease(inputs, portsOf("9", refs));
  refs.losses.push(...losses);
  refs.ages.push(...ages);
  const travelling = delayed(refs, scheduler);
  const verdicts = Array.from({ length: contenders }, (_, index) =>
    acquireLease(inputs, portsOf(String(index + 10), travelling)).then(describeVerdict, codeOf),
  );
  const kinds = await scheduler.waitFor(Promise.all(verdicts));
  return { kinds, tip: refs.refs.get(REF) ?? "" };
}

/** A request has an effect when it arrives, and its answer travels back after that. */
function delayed(refs: InMemoryRefs, scheduler: fc.Scheduler): LeaseRefs {
  const travel = async <T>(request: () => Promise<T>): Promise<T> => {
    await scheduler.schedule(Promise.resolve());
    const answer = await request();
    await scheduler.schedule(Promise.resolve());
    return answer;
  };
  return {
    read: (ref) => travel(() => refs.read(ref)),
    append: (message, parent) => travel(() => refs.append(message, parent)),
    create: (ref, sha) => travel(() => refs.create(ref, sha)),
    advance: (ref, sha) => travel(() => refs.advance(ref, sha)),
  };
}

/** Run 9 has completed, every other run goes on. */
function portsOf(run: string, refs: LeaseRefs): CheckConcurrentPorts {
  const lifeOfAttempt = (id: string) => Promise.resolve(id === "9" ? ("completed" as const) : ("alive" as const));
  const runs = { lifeOfAttempt, lifeOfJob: lifeOfAttempt };
  return { ...quietPorts(), me: contenderNamed(run), refs, runs, runList: noRuns };
}

function describeVerdict(verdict: LeaseVerdict): string {
  return verdict.kind === "acquired" ? `acquired ${verdict.token}` : "rejected";
}

function codeOf(error: unknown): string {
  if (error instanceof FairwayError) return error.code;
  throw error;
}

function keepFirstLoss<Loss extends string>(losses: readonly Loss[]): (Loss | "answered")[] {
  const first = losses.findIndex((loss) => loss !== "answered");
  return losses.map((loss, index) => (index === first ? loss : "answered"));
}
