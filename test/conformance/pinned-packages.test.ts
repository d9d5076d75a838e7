import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { openPinnedPackages } from "./pinned-packages.ts";

const root = join(import.meta.dirname, "../..");

function settingsOf(folder: string): Map<string, string> {
  const text = readFileSync(join(folder, "pnpm-workspace.yaml"), "utf8");
  return new Map([...text.matchAll(/^(\w+): (.+)$/gm)].map(([, name = "", value = ""]) => [name, value]));
}

test.each([
  "nodeVersion",
  "engineStrict",
  "minimumReleaseAge",
  "trustPolicy",
  "blockExoticSubdeps",
  "strictDepBuilds",
  "strictPeerDependencies",
  "saveExact",
])("the packages of the conformance tests are installed under the repository's own %s", (setting) => {
  const wanted = settingsOf(root).get(setting);
  expect(wanted).toBeDefined();
  expect(settingsOf(import.meta.dirname).get(setting)).toBe(wanted);
});

test("emulate is the project of that version, not the one that its name's `latest` stands for", () => {
  const manifest = readFileSync(openPinnedPackages().file("emulate/package.json"), "utf8");
  expect(JSON.parse(manifest)).toMatchObject({ version: "0.12.2", license: "Apache-2.0" });
});

test("pnpm is the repository's own", () => {
  const managerOf = (folder: string): unknown =>
    (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { packageManager: unknown }).packageManager;
  expect(managerOf(import.meta.dirname)).toBe(managerOf(root));
});
