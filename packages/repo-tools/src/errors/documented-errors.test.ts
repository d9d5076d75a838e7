import { expect, test } from "@jest/globals";
import { readDocumentedErrors } from "./documented-errors.ts";

test("a row holds one code or several, with or without backticks, and the last cell is the meaning", () => {
  const table = [
    "| Code | Meaning |",
    "| --- | --- |",
    "| `NO_FILE` | It is not there. |",
    "| PAUSED, TIMED_OUT | Red. |",
  ];
  expect(readDocumentedErrors(table.join("\n"))).toEqual([
    { codes: ["NO_FILE"], meaning: "It is not there." },
    { codes: ["PAUSED", "TIMED_OUT"], meaning: "Red." },
  ]);
});

test("a bar that is part of a cell does not end it", () => {
  expect(readDocumentedErrors("| `BAD_TAG` | One of a \\| b. |")).toEqual([
    { codes: ["BAD_TAG"], meaning: "One of a \\| b." },
  ]);
});

test("rows of other tables are none", () => {
  expect(readDocumentedErrors("| `cluster` | Name of it. |\n| deployed | Green. |")).toEqual([]);
});
