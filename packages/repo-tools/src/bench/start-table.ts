import { median } from "./measure-start.ts";

/** One program whose start was measured. */
export interface StartSubject {
  /** Name of the action; undefined for the empty program, which is the floor of the table. */
  readonly action: string | undefined;
  /** Bytes of index.js, and of all scripts of the bundle. */
  readonly bytes: number;
  readonly allBytes: number;
  /** Milliseconds from the start of the process to its first output. */
  readonly times: readonly number[];
}

/** How many times an empty program's start a bundle may take until its first input error. */
const TARGETS: ReadonlyMap<string, number> = new Map([["compute-beta-tag", 1.6]]);
const TARGET = 2;

/** Sizes and cold starts as Markdown; the first subject is the empty program. */
export function renderStartTable(subjects: readonly StartSubject[]): string {
  const floor = median(subjects[0]?.times ?? []);
  const rows = subjects.map((subject) => `| ${cellsOf(subject, floor).join(" | ")} |`);
  const head = [
    "| Action | index.js | with lazy files | ms to the first input error | Ratio | Target |",
    "| --- | ---: | ---: | ---: | ---: | --- |",
  ];
  return [...head, ...rows].join("\n");
}

function cellsOf({ action, bytes, allBytes, times }: StartSubject, floor: number): string[] {
  const time = median(times);
  const ratio = time / floor;
  if (action === undefined) return ["an empty program", "", "", time.toFixed(1), "1.00", ""];
  const target = TARGETS.get(action) ?? TARGET;
  // Judged as it is shown, so that the table never contradicts itself.
  const isMet = Number(ratio.toFixed(2)) <= target;
  const verdict = `${target.toFixed(1)}, ${isMet ? "met" : "missed"}`;
  return [action, kilobytes(bytes), kilobytes(allBytes), time.toFixed(1), ratio.toFixed(2), verdict];
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}
