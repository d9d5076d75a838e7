import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { checkImportRules } from "./check-import-rules.ts";
import { readSourceTree } from "./read-source-tree.ts";
import { renderViolation } from "./violation.ts";

const fixtures = join(import.meta.dirname, "../fixtures/import-rules");
const broken = readdirSync(fixtures).filter((name) => name !== "clean");

describe("the fixtures of the import rules", () => {
  test.each(broken)("%s breaks what its name says and nothing else", (name) => {
    const [rules = ""] = name.split("-");
    const found = new Set(check(name).map((violation) => violation.rule));
    expect([...found].sort()).toEqual(rules.split("+").sort());
  });

  test("the clean tree, which uses everything that is allowed, breaks nothing", () => {
    expect(check("clean").map(renderViolation)).toEqual([]);
  });

  test("every rule of the design has a tree that breaks it", () => {
    const shown = new Set(broken.flatMap((name) => name.split("-")[0]?.split("+") ?? []));
    const rules = [...Array(10).keys()].map((index) => `R${index + 1}`);
    expect([...shown].sort()).toEqual([...rules, "undeclared"].sort());
  });
});

describe("a violation", () => {
  test("says what is imported, why it is refused and where it belongs", () => {
    expect(check("R4-adapter").map(renderViolation)).toEqual([
      "actions/first-thing/src/first-thing.ts:1 R4: imports @fairway/github: inside an action only main.ts imports packages/github; describe what is needed in ports.ts.",
    ]);
  });

  test("of a circle names every file on the way round", () => {
    expect(check("R9-file-cycle")[0]?.message).toContain(
      "packages/probe/src/attempt.ts imports packages/probe/src/probe.ts imports packages/probe/src/attempt.ts",
    );
  });
});

describe("the check itself", () => {
  test("fails when it is given no files", () => {
    expect(() => checkImportRules(new Map(), new Map())).toThrow("found no source file");
  });

  test("fails when a file does not parse", () => {
    const files = new Map([["packages/domain/src/index.ts", "import { from;"]]);
    expect(() => checkImportRules(files, new Map())).toThrow("packages/domain/src/index.ts cannot be checked");
  });
});

function check(name: string) {
  const { files, manifests } = readSourceTree(join(fixtures, name));
  return checkImportRules(files, manifests);
}
