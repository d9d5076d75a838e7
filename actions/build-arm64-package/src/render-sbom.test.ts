import { describe, expect, test } from "@jest/globals";

import { readLockfile } from "./npm-components.ts";
import { renderSbom } from "./render-sbom.ts";

const module = (path: string, version: string, sum = "h1:x=") => ({ path, version, sum });
const binary = {
  to: "bin/shop",
  sha256: "ab".repeat(32),
  info: {
    goVersion: "go1.26.8",
    path: "example.com/shop/cmd/shop",
    main: module("example.com/shop", "(devel)", ""),
    deps: [
      module("github.com/BurntSushi/toml", "v1.2.0"),
      { ...module("a.example/old", "v1.0.0"), replace: module("b.example/new", "v2.0.0+incompatible") },
      { ...module("c.example/local", "v1.0.0"), replace: module("./local", "", "") },
    ],
    settings: new Map<string, string>(),
  },
};
const facts = {
  name: "shop-arm64",
  version: "1.4.0",
  time: "2026-01-31T12:00:00Z",
  binaries: [binary],
  npmPackages: [],
};

interface Bom {
  readonly metadata: { readonly timestamp: string };
  readonly components: readonly { readonly purl?: string; readonly hashes?: unknown }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}
const bomOf = (more = {}) => JSON.parse(renderSbom({ ...facts, ...more })) as Bom;

describe("the bill of materials", () => {
  test("lists what was linked in: of a replaced module its replacement, and Go's own library", () => {
    expect(bomOf().components.flatMap(({ purl }) => purl ?? [])).toEqual([
      "pkg:golang/b.example/new@v2.0.0%2Bincompatible",
      "pkg:golang/c.example/local@v1.0.0",
      "pkg:golang/github.com/burntsushi/toml@v1.2.0",
      "pkg:golang/stdlib@1.26.8",
    ]);
  });

  test("says what depends on what, and has the build's own time", () => {
    const { dependencies, metadata } = bomOf();
    expect(dependencies[0]).toEqual({ ref: "package", dependsOn: ["bin/shop"] });
    expect(dependencies[1]?.dependsOn).toHaveLength(4);
    expect(metadata.timestamp).toBe("2026-01-31T12:00:00Z");
  });

  test("is the same text for the same package", () => {
    expect(renderSbom(facts)).toBe(renderSbom({ ...facts }));
  });

  test("writes an npm package's integrity as a hash in hex", () => {
    const npmPackages = [{ name: "@scope/x", version: "1.0.0", integrity: "sha512-qrs= sha1-zA==" }];
    const component = bomOf({ npmPackages }).components.find(({ purl }) => purl?.startsWith("pkg:npm"));
    expect(component).toMatchObject({
      purl: "pkg:npm/%40scope/x@1.0.0",
      hashes: [
        { alg: "SHA-512", content: "aabb" },
        { alg: "SHA-1", content: "cc" },
      ],
    });
  });
});

describe("a lockfile", () => {
  test("of npm gives what is not for development, each version once", async () => {
    const packages = {
      "": { version: "1.0.0" },
      "node_modules/a": { version: "1.0.0", integrity: "sha512-x" },
      "node_modules/b/node_modules/a": { version: "1.0.0" },
      "node_modules/b/node_modules/@s/c": { version: "2.0.0" },
      "node_modules/alias": { version: "3.0.0", name: "real" },
      "node_modules/dev": { version: "1.0.0", dev: true },
      "node_modules/both": { version: "1.0.0", devOptional: true },
      "node_modules/here": { resolved: "packages/here", link: true },
      "packages/here": { version: "9.0.0" },
    };
    const found = await readLockfile("package-lock.json", JSON.stringify({ packages }));
    expect(found.map(({ name, version }) => `${name}@${version}`)).toEqual(["a@1.0.0", "@s/c@2.0.0", "real@3.0.0"]);
  });

  test("of pnpm gives names and versions of its forms", async () => {
    const text = [
      "packages:",
      "  a@1.0.0: { resolution: { integrity: sha512-x } }",
      "  '@s/b@2.0.0-rc.1': {}",
      "  /c@3.0.0(react@19.0.0): {}",
      "  /d@4.0.0: { dev: true }",
      "  e@file:packages/e: {}",
    ].join("\n");
    const found = await readLockfile("pnpm-lock.yaml", text);
    expect(found).toEqual([
      { name: "a", version: "1.0.0", integrity: "sha512-x" },
      { name: "@s/b", version: "2.0.0-rc.1", integrity: undefined },
      { name: "c", version: "3.0.0", integrity: undefined },
    ]);
  });

  test("that is none of a known form gives nothing", async () => {
    expect(await readLockfile("package-lock.json", "[]")).toEqual([]);
    expect(await readLockfile("pnpm-lock.yaml", "packages: 5")).toEqual([]);
  });
});
