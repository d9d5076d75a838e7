import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { renderBreach } from "../contract/breach.ts";
import { checkActionContract } from "../contract/check-contract.ts";
import { REPOSITORY_ROOT } from "../repository.ts";
import { scaffoldAction } from "./scaffold-action.ts";

const sentence = "Greets the on-call engineer.";
let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "fairway-scaffold-"));
  for (const name of ["domain", "action-kit"]) {
    cpSync(join(REPOSITORY_ROOT, "packages", name, "package.json"), join(root, "packages", name, "package.json"));
  }
  // What `import "@fairway/domain"` in the new action finds.
  symlinkSync(join(REPOSITORY_ROOT, "packages/action-kit/node_modules"), join(root, "node_modules"));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe("a new action", () => {
  test("is refused by the contract for its placeholders alone, and they name what is left to do", async () => {
    scaffoldAction(root, "greet-person", sentence);
    const breaches = await checkActionContract(root, "greet-person");
    expect(new Set(breaches.map((breach) => breach.rule))).toEqual(new Set(["placeholder"]));
    expect(breaches.map(renderBreach).join("\n")).toContain(
      "actions/greet-person/src/greet-person.ts placeholder: line 12 is still to be written: /** TODO state the rule",
    );
  });

  test("has no name of the template left", () => {
    const paths = scaffoldAction(root, "greet-person", sentence);
    const texts = paths.map((path) => readFileSync(join(root, path), "utf8"));
    expect([...paths, ...texts].filter((text) => /verb-?noun|one sentence/i.test(text))).toEqual([]);
    expect(paths).toContain("actions/greet-person/src/greet-person.test.ts");
  });

  test("is not written over one that exists", () => {
    scaffoldAction(root, "greet-person", sentence);
    expect(() => scaffoldAction(root, "greet-person", sentence)).toThrow("exists already");
  });
});

test.each([
  ["greet", sentence, "is not a verb and a noun"],
  ["Greet-Person", sentence, "is not a verb and a noun"],
  ["../greet-person", sentence, "is not a verb and a noun"],
  ["greet-person", "greets", "is not one sentence"],
  ["greet-person", "Greets the on-call engineer", "is not one sentence"],
])("%s with %j is refused", (name, description, reason) => {
  expect(() => scaffoldAction(root, name, description)).toThrow(reason);
});
