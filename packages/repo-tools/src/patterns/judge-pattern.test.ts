import { expect, test } from "@jest/globals";
import { judgePattern } from "./judge-pattern.ts";
import { readPatterns } from "./read-patterns.ts";

test.each([
  ["^[a-z]{1,20}$", "linear"],
  ["^(?!-)[a-z-]{1,20}$", "linear"],
  ["^[\\w-]{1,2000}\\.\\d{40}$", "linear"],
  ["^\\{9}[{9}]$", "linear"],
  ["^([a-z]{1,9}){1,9}$", "linear"],
  ["^(?!.*\\.\\.)(?!.*\\.lock$)[a-z](?:[a-z._-]*[a-z_-])?$", "linear"],
  ["^(a+)+$", "exponential"],
  ["\\s+$", "polynomial"],
])("%s is %s", async (pattern, kind) => {
  expect((await judgePattern(pattern, "")).kind).toBe(kind);
});

test("a slow pattern is shown with a text that makes it slow", async () => {
  expect(await judgePattern("^(a+)+$", "")).toMatchObject({ attack: expect.stringContaining("'a'.repeat(") });
});

test("every form in which a pattern can be written is read", () => {
  const source = [
    "const WORD = `a`; export const WORDS = `${WORD}+`;",
    "const a = /x+/gi;",
    'const b = new RegExp("y+", "u");',
    "const c = RegExp(WORDS);",
    "const d = new RegExp(String.raw`\\d${WORDS}`);",
    "f(RegExp(a)); g(RegExp(`${a}`)); h(RegExp(WORD, a)); i(RegExp(other`x`));",
  ];
  expect(readPatterns("x.ts", source.join("\n"))).toEqual([
    { pattern: "x+", flags: "gi", place: "x.ts:2" },
    { pattern: "y+", flags: "u", place: "x.ts:3" },
    { pattern: "a+", flags: "", place: "x.ts:4" },
    { pattern: "\\da+", flags: "", place: "x.ts:5" },
    ...Array.from({ length: 4 }, () => ({ pattern: undefined, flags: "", place: "x.ts:6" })),
  ]);
});
