import type { Colour, Paint } from "../paint.ts";

/** A row as the action's output `checks` has it. */
export interface CheckedRow {
  readonly check: string;
  readonly state: "pass" | "fail" | "unknown";
  readonly found: string;
  readonly fix: string;
}

/** A check without the input that it is about, as the action's output `not-checked` has it. */
export interface LeftOut {
  readonly check: string;
  readonly input: string;
}

const COLOURS: Readonly<Record<CheckedRow["state"], Colour>> = { pass: "green", fail: "red", unknown: "yellow" };
const STATE_WIDTH = "unknown".length;

/** The rows as lines for a terminal, each with what to do below it, then the counts and what was left out. */
export function renderTable(rows: readonly CheckedRow[], left: readonly LeftOut[], paint: Paint): string {
  const width = Math.max(0, ...rows.map(({ check }) => check.length));
  const indent = " ".repeat(STATE_WIDTH + width + 4);
  const lines = rows.flatMap(({ check, state, found, fix }) => [
    `${paint(COLOURS[state], state.padEnd(STATE_WIDTH))}  ${check.padEnd(width)}  ${harmless(found)}`,
    ...(fix === "" ? [] : [`${indent}${paint("grey", `next: ${harmless(fix)}`)}`]),
  ]);
  const count = (state: CheckedRow["state"]) => rows.filter((row) => row.state === state).length;
  const counts = `${count("pass")} passed, ${count("fail")} failed, ${count("unknown")} unknown. Nothing was changed.`;
  const names = left.map(({ check, input }) => `${check} (${input})`).join(", ");
  return [...lines, "", counts, ...(names === "" ? [] : [`Not checked, because it was not given: ${names}`])].join(
    "\n",
  );
}

/** Answers of other systems stand in the rows: nothing in them may steer the terminal. */
function harmless(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ");
}
