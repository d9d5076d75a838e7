import type { Equipped } from "./equip-ways.ts";
import type { PromotionWay } from "./promotion-way.ts";
import type { PromotionCase, PromotionWorld, Route } from "./promotion-world.ts";
import type { Traffic } from "./registry-gate.ts";
import { runWay, type Taken } from "./run-way.ts";

/** What one way took in all rounds, or why it was not run. Times are milliseconds. */
export type Measurement =
  | {
      readonly kind: "run";
      readonly way: PromotionWay;
      readonly direct: readonly number[];
      readonly gated: readonly number[];
      readonly traffic: readonly Traffic[];
      /** Bytes, of the largest process; of the direct rounds. */
      readonly peaks: readonly number[];
      /** Processor time of the direct rounds. */
      readonly cpu: readonly number[];
      /** In every round. */
      readonly unchanged: boolean;
    }
  | { readonly kind: "not-run"; readonly way: PromotionWay; readonly reason: string };

type Subject = Equipped & { readonly rounds: Round[] };

interface Round extends Taken {
  readonly route: Route;
  readonly traffic: Traffic;
  readonly unchanged: boolean;
}

/**
 * Promotes by every way in turns, so that a busy moment falls on everybody; rounds before that do not count warm the file
 * cache. What each round left in the registry is read back. Throws when a way did not do its work.
 */
export async function measurePromotions(
  world: PromotionWorld,
  ways: readonly Equipped[],
  wanted: PromotionCase & { readonly warm: number; readonly direct: number; readonly gated: number },
): Promise<Measurement[]> {
  const subjects = ways.map((one): Subject => ({ ...one, rounds: [] }));
  await inTurns("direct", wanted.warm);
  for (const { rounds } of subjects) rounds.length = 0;
  await inTurns("direct", wanted.direct);
  await inTurns("gated", wanted.gated);
  return subjects.map(summarize);

  async function inTurns(route: Route, rounds: number): Promise<void> {
    for (let number = 0; number < rounds; number += 1)
      for (const { way, program, rounds } of subjects)
        if (program.kind === "found") rounds.push(await measureOnce(way, program.path, route));
  }

  async function measureOnce(way: PromotionWay, path: string, route: Route): Promise<Round> {
    const prepared = await world.prepare(wanted, route);
    try {
      world.takeTraffic();
      const taken = await runWay(way, path, prepared.promotion);
      const traffic = world.takeTraffic();
      return { route, ...taken, traffic, unchanged: await prepared.isUnchanged() };
    } finally {
      prepared.discard();
    }
  }
}

function summarize({ way, program, rounds }: Subject): Measurement {
  if (program.kind === "missing") return { kind: "not-run", way, reason: program.reason };
  const direct = rounds.filter(({ route }) => route === "direct");
  const gated = rounds.filter(({ route }) => route === "gated");
  return {
    kind: "run",
    way,
    direct: direct.map(({ milliseconds }) => milliseconds),
    gated: gated.map(({ milliseconds }) => milliseconds),
    traffic: gated.map(({ traffic }) => traffic),
    peaks: direct.flatMap(({ peakBytes }) => peakBytes ?? []),
    cpu: direct.flatMap(({ cpuMs }) => cpuMs ?? []),
    unchanged: rounds.every(({ unchanged }) => unchanged),
  };
}
