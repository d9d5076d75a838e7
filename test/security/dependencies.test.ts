import { readdirSync } from "node:fs";
import { join } from "node:path";
import { findActions, readSourceTree, readText, REPOSITORY_ROOT } from "@fairway/repo-tools";
import { describe, expect, test } from "@jest/globals";

/** Licences that let anybody ship the code in a bundle, with its notice. */
const LICENCES = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "ISC", "MIT"];

const MOST_DEPENDENCIES = 15;

interface Component {
  readonly name: string;
  readonly version: string;
  readonly licenses: readonly [{ readonly license?: { readonly id: string } }];
}

const actions = findActions(REPOSITORY_ROOT);

describe.each(actions)("the bundle of %s", (action) => {
  const dist = `actions/${action}/dist`;
  const { components } = JSON.parse(readText(REPOSITORY_ROOT, `${dist}/sbom.json`)) as { components: Component[] };
  const names = components.map(({ name }) => name);
  const notices = readText(REPOSITORY_ROOT, `${dist}/licenses.txt`);

  test("has every package in its SBOM whose code can be seen in it", () => {
    const files = readdirSync(join(REPOSITORY_ROOT, dist)).filter((file) => file.endsWith(".js"));
    const seen = files.flatMap((file) =>
      [...readText(REPOSITORY_ROOT, `${dist}/${file}`).matchAll(MODULE)].map(([, name]) => name ?? ""),
    );
    expect(seen).not.toEqual([]);
    expect([...new Set(seen)].filter((name) => !names.includes(name))).toEqual([]);
  });

  test("has a notice for each package of its SBOM, and its SBOM each package that has a notice", () => {
    expect(noticesIn(notices)).toEqual([...new Set(names)].sort());
  });

  test("is under licences that allow it", () => {
    const refused = components.filter(({ licenses: [{ license }] }) => !LICENCES.includes(license?.id ?? ""));
    expect(refused).toEqual([]);
  });
});

describe("the packages that people chose for the bundles", () => {
  const chosen = chosenPackages();

  test(`are at most ${MOST_DEPENDENCIES}: they are ${chosen.join(", ")}`, () => {
    expect(chosen.length).toBeGreaterThan(0);
    expect(chosen.length).toBeLessThanOrEqual(MOST_DEPENDENCIES);
  });

  test("are at one exact version each", () => {
    const catalog = /^catalog:\n((?: {2}.+\n)+)/m.exec(readText(REPOSITORY_ROOT, "pnpm-workspace.yaml"))?.[1] ?? "";
    const versions = chosen.map((name) => [name, new RegExp(`^  "?${name}"?: (.+)$`, "m").exec(catalog)?.[1] ?? ""]);
    expect(versions.filter(([, version = ""]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

/** The comment that the bundler puts in front of a module of a package. */
const MODULE = /MODULE: \S{0,500}node_modules\/((?:@[\w.-]+\/)?[\w.-]+)/g;

/** A notice begins with the package's name on a line of its own and its licence below it. */
function noticesIn(text: string): string[] {
  const found = [...text.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+)\n(?:[A-Z0-9][\w.-]*|\(.+\))\n/gm)].map(
    ([, name]) => name ?? "",
  );
  return [...new Set(found)].filter((name) => !name.startsWith("@fairway/")).sort();
}

/** What the actions and the packages that they use name as dependencies, without those packages themselves. */
function chosenPackages(): string[] {
  const { manifests } = readSourceTree(REPOSITORY_ROOT);
  const own = new Map([...manifests.values()].map(({ name, dependencies }) => [name, dependencies]));
  const chosen = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    if (!own.has(name)) chosen.add(name);
    for (const dependency of own.get(name) ?? []) visit(dependency);
  };
  for (const action of actions) visit(`@fairway/${action}`);
  return [...chosen].sort();
}
