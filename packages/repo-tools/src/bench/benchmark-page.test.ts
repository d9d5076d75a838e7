import { expect, test } from "@jest/globals";
import { renderBenchmarkPage } from "./benchmark-page.ts";

test("the page names the day, the cores, the memory and Node, and holds both parts", () => {
  const machine = { cores: 4, memoryBytes: 16 * 2 ** 30 - 5_000_000, nodeVersion: "24.21.0" };
  const parts = { startTable: "| starts |", sideBySide: "| ways |" };
  const page = renderBenchmarkPage({ date: new Date("2026-02-03T23:00:00Z"), machine, rounds: 20, ...parts });
  expect(page).toContain("Measured on 2026-02-03 with 4 cores, 16 GiB of memory, Node 24.21.0.");
  expect(page.indexOf("| starts |")).toBeGreaterThan(page.indexOf("Medians of 20 starts"));
  expect(page.indexOf("| ways |")).toBeGreaterThan(page.indexOf("## Side by side"));
});
