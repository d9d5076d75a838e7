import { expect, test } from "@jest/globals";

import { createFiller } from "./template.ts";

const values = {
  version: undefined,
  "build-number": "42",
  "build-date": "2026-01-31T12:00:00Z",
  commit: "a".repeat(40),
  branch: "main",
  enterprise: "false",
};

test("fields are filled in, white space in the braces or not", () => {
  const filler = createFiller(values);
  expect(filler.fill("{{build-number}} of {{ branch }}, {{build-date}}", "text")).toBe(
    "42 of main, 2026-01-31T12:00:00Z",
  );
  expect(filler.problems).toEqual([]);
});

test("a value is not looked through for fields again", () => {
  expect(createFiller({ ...values, branch: "{{commit}}" }).fill("{{branch}}", "text")).toBe("{{commit}}");
});

test.each([
  ["{{brunch}}", "at: {{brunch}} is no field; did you mean {{branch}}?"],
  ["{{}}", "at: {{}} is no field; the fields are version, build-number, build-date, commit, branch, enterprise"],
  ["{{version}}", "at: {{version}} has no value; give the input version"],
  [
    "{{constructor}}",
    "at: {{constructor}} is no field; the fields are version, build-number, build-date, commit, branch, enterprise",
  ],
])("%s is a problem", (text, problem) => {
  const filler = createFiller(values);
  filler.fill(text, "at");
  expect(filler.problems).toEqual([problem]);
});
