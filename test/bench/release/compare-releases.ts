import { findVersions } from "../program-versions.ts";
import { renderCounted } from "./counted-ways.ts";
import { GUARD_WAYS } from "./guard-ways.ts";
import { measureWays } from "./measure-ways.ts";
import { PUBLISH_WAYS } from "./publish-ways.ts";
import { renderComparison } from "./render-comparison.ts";
import type { Way } from "./way.ts";

export interface BenchRounds {
  /** Rounds in which the API answers at once. */
  readonly direct: number;
  /** Rounds in which every answer comes later. */
  readonly delayed: number;
  readonly delayMs: number;
}

const ROUNDS: BenchRounds = { direct: 15, delayed: 7, delayMs: 50 };

/** Measures publishing and guarding beside what else does it, and answers the tables as Markdown. */
export async function compareReleases(rounds: BenchRounds = ROUNDS): Promise<string> {
  const publish = await compare("Publish one prerelease with two assets", PUBLISH_WAYS, rounds);
  const guard = await compare("Let one deployment through", GUARD_WAYS, rounds);
  const versions = await findVersions([...PUBLISH_WAYS, ...GUARD_WAYS].map(({ program }) => program ?? ""));
  const explanation = [
    `Medians of ${rounds.direct} rounds in turns (${rounds.delayed} with the delay), from the start of a process to its end, against the embedded GitHub on loopback.`,
    `Ratios are to the first row. Every round's result is read back; a way that did not do its work stops the benchmark.`,
    `Compared: ${versions.length === 0 ? "no program of this machine" : versions.join(", ")}.`,
  ];
  return ["### Releases and guards", explanation.join(" "), publish, guard, renderCounted()].join("\n\n");
}

async function compare(title: string, ways: readonly Way[], rounds: BenchRounds): Promise<string> {
  const { delayMs } = rounds;
  const direct = await measureWays(ways, { rounds: rounds.direct, delayMs: 0 });
  const delayed = await measureWays(ways, { rounds: rounds.delayed, delayMs });
  return renderComparison({ title, delayMs, direct, delayed });
}
