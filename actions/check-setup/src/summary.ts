import { escapeMarkdown, table } from "@fairway/domain";

import { groupLeftOut, type Row } from "./check.ts";
import type { CheckSetupResult } from "./check-setup.ts";

const ORDER: readonly Row["state"][] = ["fail", "unknown", "pass"];

/** The table: what failed first, then what is not known. */
export function renderSummary({ outputs, rows, leftOut }: CheckSetupResult): string {
  const { failed, unknown } = outputs;
  const head = `### Setup: ${outputs.outcome}\n\n${rows.length} checks: ${failed} failed, ${unknown} unknown. Nothing was changed.\n`;
  const sorted = ORDER.flatMap((state) => rows.filter((row) => row.state === state));
  const cells = sorted.map(({ check, state, found, fix }) => [
    state === "fail" ? "**fail**" : state,
    escapeMarkdown(check),
    escapeMarkdown(found, 1000),
    escapeMarkdown(fix, 1000),
  ]);
  const left = groupLeftOut(leftOut).map(({ input, checks }) => `${escapeMarkdown(input)} (${checks.join(", ")})`);
  const tail = left.length === 0 ? "" : `\nNot checked, because it was not given: ${left.join("; ")}.\n`;
  return `${head}\n${table(["State", "Check", "Found", "What to do"], cells)}\n${tail}`;
}
