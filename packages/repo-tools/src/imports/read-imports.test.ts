import { describe, expect, test } from "@jest/globals";
import { parseModule } from "../syntax.ts";
import { readImports } from "./read-imports.ts";

describe("imports are found in every form", () => {
  test.each([
    [`import "a";`, "a", false],
    [`import b from "a";`, "a", false],
    [`import type { B } from "a";`, "a", true],
    // The declaration stays behind when its types are erased, so the module is loaded.
    [`import { type B } from "a";`, "a", false],
    [`export { b } from "a";`, "a", false],
    [`export type { B } from "a";`, "a", true],
    [`export * from "a";`, "a", false],
    [`export type * from "a";`, "a", true],
    [`await import("a");`, "a", false],
    ["await import(`a`);", "a", false],
    ["await import(`a${1}`);", undefined, false],
    [`await import(name);`, undefined, false],
    [`type B = import("a").B;`, "a", true],
    [`let b: typeof import("a");`, "a", true],
    [`import b = require("a");`, "a", false],
    [`require("a");`, "a", false],
    [`require.resolve("a");`, "a", false],
    [`import.meta.resolve("a");`, "a", false],
    [`createRequire(import.meta.url)("a");`, "a", false],
    [`module.createRequire(import.meta.url)("a");`, "a", false],
    [`const load = createRequire(import.meta.url); load("a");`, "a", false],
    [`const load = createRequire(import.meta.url); load.resolve("a");`, "a", false],
  ])("%s", (text, specifier, typeOnly) => {
    expect(readImports(parseModule("file.ts", text), text)).toEqual([{ specifier, typeOnly, line: 1 }]);
  });

  test.each([`const a = "import('b')";`, `// import "b";`, `export const a = 1;`, `path.resolve("b");`])(
    "and not in %s",
    (text) => {
      expect(readImports(parseModule("file.ts", text), text)).toEqual([]);
    },
  );

  test("with the line on which they stand", () => {
    const text = `import "a";\n\nimport "b";\n`;
    expect(readImports(parseModule("file.ts", text), text).map((found) => found.line)).toEqual([1, 3]);
  });
});
