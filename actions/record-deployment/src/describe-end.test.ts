import { describe, expect, test } from "@jest/globals";

import { decideEnd, standingOf } from "./decide.ts";
import { describeEnd, fit } from "./describe-end.ts";

describe("a description", () => {
  test.each([
    ["", "1 failed: a step ended red, the run says which"],
    ["first\r\n  second\u0085third\u001B[31m", "1 failed: first second third[31m"],
    ["x".repeat(500), `1 failed: ${"x".repeat(129)}…`],
  ])("of a failure for the reason %j is one line that GitHub takes", (reason, expected) => {
    expect(describeEnd({ state: "failure", version: "1", reason, taskDefinition: undefined })).toBe(expected);
  });

  test("has at most 140 characters, and cuts none in two", () => {
    const cut = fit("😀".repeat(200));
    expect(cut).toBe(`${"😀".repeat(69)}…`);
    expect(fit("\uD83D broken").isWellFormed()).toBe(true);
    expect(fit("a".repeat(140))).toBe("a".repeat(140));
  });

  test("of a success needs no task definition", () => {
    const end = { state: "success", version: "1", reason: undefined, taskDefinition: undefined } as const;
    expect(describeEnd(end)).toBe("1 serves");
  });
});

describe("a state", () => {
  test.each([
    ["pending", "open", "mark"],
    ["queued", "open", "mark"],
    ["waiting", "open", "mark"],
    ["in_progress", "open", "mark"],
    ["success", "serving", "keep"],
    ["failure", "ended", "keep"],
    ["error", "ended", "keep"],
    ["inactive", "ended", "keep"],
    ["something new", "ended", "keep"],
  ])("%s is %s, and its end is: %s", (state, standing, end) => {
    expect(standingOf(state)).toBe(standing);
    expect(decideEnd(state)).toBe(end);
  });
});
