import { describe, expect, test } from "@jest/globals";
import { type ErrorUse, readErrorCodes } from "./read-error-codes.ts";

function codesOf(source: string): string[] {
  return readErrorCodes("module.ts", source).map(({ code }) => code);
}

/** The uses with a next step, since the code itself is also found as a text. */
function stepsOf(source: string): ErrorUse[] {
  return readErrorCodes("module.ts", source).filter(({ nextStep }) => nextStep !== undefined);
}

describe("codes are found", () => {
  test.each([
    ["in a call of a maker", 'throw refusal("PAUSED", "held");', ["PAUSED"]],
    ["in a choice within one", 'upstream(known ? "UNAUTHORIZED" : "FORBIDDEN", "no");', ["UNAUTHORIZED", "FORBIDDEN"]],
    ["beside a kind", 'const error = { kind: "bug", code: "CANCELLED" };', ["CANCELLED"]],
    ["in a list of codes", 'const CODES = { superseded: "SUPERSEDED" };', ["SUPERSEDED"]],
    ["as any text of two words", 'fail("NO_REGION");', ["NO_REGION"]],
    ["that is named like a variable of the runner and is none", 'fail("RUNNER_FILE");', ["RUNNER_FILE"]],
  ])("%s", (_place, source, codes) => {
    expect(codesOf(source)).toEqual(codes);
  });

  test.each([
    ["a single word elsewhere", 'const shown = "STATUS";'],
    ["a code without a kind, as a library's error has", 'const seen = { code: "REFUSED" };'],
    ["a variable of the environment", 'variable("GITHUB_STEP_SUMMARY");'],
    ["an error of Node", 'isCode("EAI_AGAIN");'],
    ["a name that is no text", "const MAX_BYTES = 1;"],
  ])("but not %s", (_place, source) => {
    expect(codesOf(source)).toEqual([]);
  });
});

describe("the next step is read", () => {
  test.each([
    ["from the third argument", 'refusal("PAUSED", "held", "Answer it.")', "Answer it."],
    ["from the details of upstream", 'upstream("PAUSED", "held", { nextStep: "Answer it." })', "Answer it."],
    ["from beside the code", '({ kind: "bug", code: "PAUSED", nextStep: "Answer it." })', "Answer it."],
    ["with an ellipsis for what is not known yet", 'refusal("PAUSED", "held", `Ask ${who}.`)', "Ask …."],
  ])("%s", (_place, source, nextStep) => {
    expect(stepsOf(source)).toEqual([{ code: "PAUSED", nextStep }]);
  });
});

test("a module that does not parse is refused, so that no code is missed in silence", () => {
  expect(() => readErrorCodes("module.ts", "const = ;")).toThrow("module.ts cannot be checked");
});
