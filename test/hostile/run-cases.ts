import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { REPOSITORY_ROOT } from "@fairway/repo-tools";

/** Something that is done to one action. What it finds is said in words; nothing found is what is wanted. */
export interface HostileCase {
  readonly action: string;
  readonly fault: string;
  run(): Promise<readonly string[]>;
}

/** So many that have something to do, on two cores. */
const AT_ONCE = 4;

/** So many of the slowest cases are told in the file of figures. */
const SHOWN = 40;

/** How long each case took, for who wants the suite to be faster. */
const durations: { readonly case: string; readonly ms: number }[] = [];

const figures = { cases: 0, falseGreens: 0, secretsSeen: 0, leftovers: 0, forgedCommands: 0, other: 0 };

/** Runs cases, some at a time, and gives one line for each thing found: action, fault, observation. */
export async function runCases(cases: readonly HostileCase[], atOnce = AT_ONCE): Promise<string[]> {
  const waiting = [...cases];
  const found: string[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { action, fault } = next;
      const startedAt = performance.now();
      const observations = await next
        .run()
        .catch((error: unknown) => [`THE CASE FAILED ${String((error as Error).stack)}`]);
      durations.push({ case: `${action}, ${fault}`, ms: Math.round(performance.now() - startedAt) });
      figures.cases += 1;
      for (const observation of observations) {
        figures[kindOf(observation)] += 1;
        found.push(`${action}, ${fault}: ${observation}`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return found.toSorted();
}

function kindOf(observation: string): keyof typeof figures {
  if (observation.startsWith("FALSE GREEN")) return "falseGreens";
  if (observation.startsWith("SECRET")) return "secretsSeen";
  if (observation.startsWith("LEFTOVER")) return "leftovers";
  return observation.startsWith("COMMAND") ? "forgedCommands" : "other";
}

/** Writes the figures of all cases so far to test-results/hostile and gives them as one line. */
export function reportFigures(): string {
  const folder = join(REPOSITORY_ROOT, "test-results/hostile");
  mkdirSync(folder, { recursive: true });
  const slowest = durations.toSorted((left, right) => right.ms - left.ms).slice(0, SHOWN);
  writeFileSync(join(folder, "figures.json"), `${JSON.stringify({ ...figures, slowest }, undefined, 2)}\n`);
  const { cases, falseGreens, secretsSeen, leftovers, forgedCommands, other } = figures;
  return `${cases} hostile cases: ${falseGreens} false greens, ${secretsSeen} secrets seen, ${leftovers} leftovers, ${forgedCommands} forged commands, ${other} other findings`;
}
