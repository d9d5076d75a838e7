import { expect, test } from "@jest/globals";

import { createPaint } from "../paint.ts";
import { renderTable } from "./render-table.ts";

const ROWS = [
  { check: "Cluster", state: "pass", found: "production is there", fix: "" },
  { check: "Health URL", state: "fail", found: "says \u001b[2J\n::error::x", fix: "Correct it." },
] as const;

test("aligns the rows, puts what to do below, and lets no answer steer the terminal", () => {
  const text = renderTable(ROWS, [{ check: "Image", input: "image" }], createPaint(false));
  expect(text.split("\n")).toEqual([
    "pass     Cluster     production is there",
    "fail     Health URL  says  [2J ::error::x",
    "                     next: Correct it.",
    "",
    "1 passed, 1 failed, 0 unknown. Nothing was changed.",
    "Not checked, because it was not given: Image (image)",
  ]);
});

test("colours the states for a terminal that wants it", () => {
  expect(renderTable(ROWS, [], createPaint(true))).toContain("\u001B[31mfail");
});
