import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { readBundledPackages } from "./bundled-packages.ts";
import { completeNotices } from "./complete-notices.ts";
import { renderSbom } from "./render-sbom.ts";

let root = "";
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), "fairway-bundled-"))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("the packages of a bundle", () => {
  test("are those of the modules that were written, alone or merged into another, each once", () => {
    const [one, two, three] = [install("one"), install("@scope/two"), install("three")];
    const modules = [
      { nameForCondition: `${one}/lib/a.js` },
      { nameForCondition: `${one}/lib/b.js`, modules: [{ nameForCondition: `${two}/index.js`, orphan: true }] },
      { nameForCondition: `${three}/index.js`, orphan: true },
      { nameForCondition: join(root, "packages/domain/lib/index.js") },
      { nameForCondition: null },
    ];
    expect(readBundledPackages({ modules })).toEqual([
      { name: "@scope/two", version: "1.0.0", license: "MIT", folder: two },
      { name: "one", version: "1.0.0", license: "MIT", folder: one },
    ]);
  });

  test("are refused when one does not say its licence", () => {
    const folder = install("one", {});
    const modules = [{ nameForCondition: `${folder}/a.js` }];
    expect(() => readBundledPackages({ modules })).toThrow("must say all three");
  });
});

describe("the notices", () => {
  const other = { version: "1.0.0", license: "MIT", folder: "" };

  test("get those that are missing, and keep the others", () => {
    const folder = install("one");
    const packages = [
      { ...other, name: "two" },
      { ...other, name: "one", folder },
    ];
    expect(completeNotices("two\nMIT\nText\n\n", packages)).toBe("two\nMIT\nText\n\none\nMIT\nThe text\n");
  });

  test("are refused when there is no text to give", () => {
    const folder = join(install("one"), "..");
    expect(() => completeNotices("", [{ ...other, name: "one", folder }])).toThrow("no licence file");
  });
});

test("an SBOM is the same whenever it is written, and names a package as the registries do", () => {
  const packages = [{ name: "@scope/two", version: "1.0.0", license: "(MIT OR ISC)", folder: "" }];
  const text = renderSbom("greet-person", packages);
  expect(renderSbom("greet-person", packages)).toBe(text);
  expect(JSON.parse(text)).toMatchObject({
    specVersion: "1.6",
    components: [{ purl: "pkg:npm/%40scope/two@1.0.0", licenses: [{ expression: "(MIT OR ISC)" }] }],
  });
});

function install(name: string, more: object = { license: "MIT" }): string {
  const folder = join(root, "node_modules/.pnpm", `${name.replace("/", "+")}@1.0.0`, "node_modules", name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version: "1.0.0", ...more }));
  writeFileSync(join(folder, "LICENSE.md"), "The text\n");
  return folder;
}
