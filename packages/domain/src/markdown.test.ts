import { describe, expect, test } from "@jest/globals";

import { facts, joinParts, link, renderNextStep } from "./markdown.ts";

describe("a next step", () => {
  test("has its command in a block of its own, to be copied", () => {
    expect(renderNextStep("See where it stands: aws ecs describe-services --query 'a[0]'")).toBe(
      "**Next:** See where it stands:\n\n```sh\naws ecs describe-services --query 'a[0]'\n```",
    );
  });

  test.each(["Look: aws `x`\n```", "Look: gh \u0007", "Look: gh a\n```\n# b"])("that is %j stays text", (text) => {
    expect(renderNextStep(text)).toMatch(/^\*\*Next:\*\* Look: (?!.*\n)/);
  });

  test("that there is none of takes no line", () => {
    expect([renderNextStep(undefined), renderNextStep("")]).toEqual(["", ""]);
  });
});

describe("a link", () => {
  test("keeps signs that would end it out of its address", () => {
    expect(link("run|1", "https://x.example/a)b|c?d=_e")).toBe("[run\\|1](https://x.example/a%29b%7Cc?d=_e)");
  });

  test.each(["javascript:alert(1)", "https://x.example/a b", "", "//x.example"])(
    "to %j is its text alone",
    (address) => {
      expect(link("run", address)).toBe("run");
    },
  );
});

describe("facts", () => {
  test("that are not known take no row", () => {
    expect(
      facts([
        ["A", ""],
        ["B", "1"],
      ]),
    ).toBe("|  |  |\n| --- | --- |\n| B | 1 |");
    expect(facts([["A", ""]])).toBe("");
  });

  test("that say nothing leave no gap between the parts", () => {
    expect(joinParts(["one", "", "two"])).toBe("one\n\ntwo\n");
    expect(joinParts(["", ""])).toBe("");
  });
});
