import { afterEach, expect, test } from "@jest/globals";

import { readSourceDateEpoch } from "./source-date-epoch.ts";

const before = process.env["SOURCE_DATE_EPOCH"];
afterEach(() => {
  if (before === undefined) delete process.env["SOURCE_DATE_EPOCH"];
  else process.env["SOURCE_DATE_EPOCH"] = before;
});

test("the time of a build is a number of seconds, or the environment gives none", () => {
  process.env["SOURCE_DATE_EPOCH"] = "1769860800";
  expect(readSourceDateEpoch()).toBe(1_769_860_800);
  process.env["SOURCE_DATE_EPOCH"] = "";
  expect(readSourceDateEpoch()).toBeUndefined();
});

test.each(["yesterday", "-1", "1.5", "1e9", "123456789012"])("%s is refused", (text) => {
  process.env["SOURCE_DATE_EPOCH"] = text;
  expect(() => readSourceDateEpoch()).toThrow("which is no number of seconds");
});
