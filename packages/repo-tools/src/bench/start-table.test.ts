import { expect, test } from "@jest/globals";
import { renderStartTable } from "./start-table.ts";

function rowsOf(time: number, action: string): string {
  const empty = { action: undefined, bytes: 0, allBytes: 0, times: [20] };
  const table = renderStartTable([empty, { action, bytes: 24_001, allBytes: 130_000, times: [time] }]);
  return table.split("\n").at(-1) ?? "";
}

test("a row has sizes in full kilobytes, the time, and its ratio to the empty program", () => {
  expect(rowsOf(30, "health-gate")).toBe("| health-gate | 25 kB | 130 kB | 30.0 | 1.50 | 2.0, met |");
});

test.each([
  ["compute-beta-tag", 32, "1.6, met"],
  ["compute-beta-tag", 33, "1.6, missed"],
  ["health-gate", 40, "2.0, met"],
  ["health-gate", 41, "2.0, missed"],
])("%s with %d ms beside 20 of the empty program: %s", (action, time, verdict) => {
  expect(rowsOf(time, action)).toContain(` ${verdict} |`);
});
