import { findProgram } from "../find-program.ts";
import { openBenchWorld, type BenchWorld } from "./bench-world.ts";
import type { Way } from "./way.ts";

/** What one way took, or why it was not run. */
export type Measurement =
  | { readonly kind: "run"; readonly way: Way; readonly requests: readonly number[]; readonly times: readonly number[] }
  | { readonly kind: "not-run"; readonly way: Way; readonly reason: string };

/**
 * Runs every way that this machine has the program for, in turns, so that a busy moment falls on everybody; one round
 * before warms the file cache. Times are milliseconds. Throws when a way does not do its work.
 */
export async function measureWays(
  ways: readonly Way[],
  { rounds, delayMs }: { readonly rounds: number; readonly delayMs: number },
): Promise<Measurement[]> {
  const world = await openBenchWorld(delayMs);
  const subjects = ways.map((way) => ({ way, requests: [] as number[], times: [] as number[] }));
  try {
    for (let number = 0; number <= rounds; number += 1) {
      for (const [place, subject] of subjects.entries()) {
        if (!isAvailable(subject.way)) continue;
        const taken = await measureOnce(world, subject.way, labelOf(place, number));
        if (number === 0) continue;
        subject.requests.push(taken.requests);
        subject.times.push(taken.milliseconds);
      }
    }
  } finally {
    await world.close();
  }
  return subjects.map((subject) =>
    isAvailable(subject.way)
      ? { kind: "run", ...subject }
      : { kind: "not-run", way: subject.way, reason: `${subject.way.program} is not installed` },
  );
}

async function measureOnce(world: BenchWorld, way: Way, label: string) {
  const round = { label, run: world.startRun() };
  round.run.startJob("deploy");
  await way.prepare?.(world, round);
  const before = world.github.requests.length;
  const milliseconds = await way.run(world, round);
  const requests = world.github.requests.length - before;
  way.verify(world, round);
  round.run.complete("success");
  return { requests, milliseconds };
}

/** Seven letters and digits, so that it can stand where a beta tag has its short SHA. */
function labelOf(place: number, number: number): string {
  return `w${String.fromCodePoint(97 + place)}${String(number).padStart(5, "0")}`;
}

function isAvailable({ program }: Way): boolean {
  return program === undefined || findProgram(program) !== undefined;
}
