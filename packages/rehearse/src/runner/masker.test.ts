import { describe, expect, test } from "@jest/globals";
import { createMasker } from "./masker.ts";

describe("createMasker", () => {
  test.each([
    ["itself", 'pass word"1', 'pass word"1'],
    ["in JSON", 'pass word"1', JSON.stringify('pass word"1').slice(1, -1)],
    ["in a URL", 'pass word"1', encodeURIComponent('pass word"1')],
  ])("hides a value %s", (_where, secret, text) => {
    expect(createMasker([secret]).mask(`<${text}>`)).toBe("<***>");
  });

  test.each([0, 1, 2])("hides a value inside base64 that begins %i bytes before it", (shift) => {
    const encoded = Buffer.from(`${"x".repeat(shift)}correct-horse-battery`).toString("base64");
    expect(createMasker(["correct-horse-battery"]).mask(encoded)).toContain("***");
  });

  test("hides each line of a value of several lines", () => {
    expect(createMasker(["first line\nsecond line"]).mask("a second line b")).toBe("a *** b");
  });

  test("hides the longer of two values whole", () => {
    expect(createMasker(["abc", "abcdef"]).mask("abcdef")).toBe("***");
  });

  test("an empty value hides nothing", () => {
    expect(createMasker(["", " "]).mask("a b")).toBe("a b");
  });
});
