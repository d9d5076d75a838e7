import { describe, expect, test } from "@jest/globals";

import { buildArm64Package } from "./build-arm64-package.ts";
import { checkInputs, fields, type BuildArm64PackageInputs } from "./inputs.ts";
import { renderSummary } from "./summary.ts";
import { COMMIT, createInMemoryBuild, type InMemoryOptions } from "./testing/in-memory-build.ts";

const MANIFEST = `
schema: 1
archive: { name: shop, folder: shop }
web: { folder: web, run: [[npm, run, build]], output: web/dist, to: client }
go: { builds: [{ package: ., to: bin/shop, variables: { main.version: "{{version}}" } }] }
generate: [{ to: manifest.txt, text: "{{commit}}" }]
`;
const inputs: BuildArm64PackageInputs = {
  manifest: "package.yml",
  version: "1.4.0",
  buildNumber: "42",
  branch: "main",
  commit: COMMIT,
  outputDirectory: "out",
  verify: undefined,
  dryRun: false,
};
const files = { "package.yml": MANIFEST, "web/": "", "web/dist/": "", "given.tar.gz": "" };
const memory = (more: Partial<InMemoryOptions> = {}) => createInMemoryBuild({ files, ...more });

describe("a build", () => {
  test("makes the web application, then the programs, then the package, which is published last", async () => {
    const build = memory();
    const { outputs } = await buildArm64Package(inputs, build.ports);
    expect(build.runs.map(({ program, args }) => [program, args[0]])).toEqual([
      ["npm", "run"],
      ["/t/go", "build"],
    ]);
    expect(build.published).toEqual(
      new Map([["out", ["shop.files.json", "shop.cdx.json", "shop.tar.gz.sha256", "checksums.txt", "shop.tar.gz"]]]),
    );
    expect(outputs).toMatchObject({ outcome: "packaged", package: "out/shop.tar.gz", "tar-sha256": "2".repeat(64) });
    expect(build.cleared).toBe(true);
  });

  test("tells each phase in a line with its time", async () => {
    const build = memory();
    await buildArm64Package(inputs, build.ports);
    expect(build.log.lines.filter((line) => line.startsWith("info: "))).toEqual([
      "info: read the manifest (0.0 s, 0 s since the start)",
      "info: found the tools: Go 1.26.8 (0.0 s, 0 s since the start)",
      "info: ran the web application (0.0 s, 0 s since the start)",
      "info: built bin/shop: 0.0 MB, go1.26.8 (0.0 s, 0 s since the start)",
      "info: laid out the package: 5 entries (0.0 s, 0 s since the start)",
      "info: packed shop.tar.gz: 6 files, 0.0 MB (0.0 s, 0 s since the start)",
      "info: moved it to out (0.0 s, 0 s since the start)",
    ]);
  });

  test.each<[string, Partial<InMemoryOptions>, string]>([
    [
      "a command fails",
      { answer: () => ({ exitCode: 2, lines: ["one", "boom", ""] }) },
      "npm run build ended with exit code 2: boom",
    ],
    ["a binary is for another machine", { machine: "x86-64" }, "bin/shop is for x86-64"],
    [
      "a variable is not there",
      { files: { ...files, "package.yml": MANIFEST.replace("main.version", "main.wrong") } },
      "main.wrong",
    ],
    [
      "the web application makes no folder",
      { files: { "package.yml": MANIFEST, "web/": "" } },
      '"web/dist" is no folder',
    ],
    ["packing fails", { packFails: true }, "the disk is full"],
  ])("publishes nothing and clears up when %s", async (_, more, reason) => {
    const build = memory(more);
    await expect(buildArm64Package(inputs, build.ports)).rejects.toThrow(reason);
    expect(build.published.size).toBe(0);
    expect(build.cleared).toBe(true);
  });

  test("links a stripped program a second time, to find its variables", async () => {
    const manifest = MANIFEST.replace("to: bin/shop,", "to: bin/shop, strip: true,");
    const build = memory({ files: { ...files, "package.yml": manifest } });
    await buildArm64Package(inputs, build.ports);
    const flags = build.runs.slice(1).map(({ args }) => args.find((arg) => arg.startsWith("-ldflags=")));
    expect(flags).toEqual(["-ldflags=-s -w -X 'main.version=1.4.0'", "-ldflags=-X 'main.version=1.4.0'"]);
  });

  test("says in the bill of materials' place that there is no lockfile", async () => {
    const build = memory();
    await buildArm64Package(inputs, build.ports);
    expect(build.log.lines).toContainEqual(expect.stringContaining("warning: The bill of materials has no packages"));
  });

  test("runs nothing when it only plans, and lets what commands make be missing", async () => {
    const build = memory({ files: { "package.yml": MANIFEST } });
    const result = await buildArm64Package({ ...inputs, dryRun: true }, build.ports);
    expect(build.runs).toEqual([]);
    expect(JSON.parse(result.outputs.files)).toEqual(["shop/bin/shop", "shop/client", "shop/manifest.txt"]);
    expect(renderSummary(result)).toContain("### Package planned: `out/shop.tar.gz`");
  });

  test("that is to verify publishes nothing", async () => {
    const build = memory();
    const { outputs } = await buildArm64Package({ ...inputs, verify: "given.tar.gz" }, build.ports);
    expect(outputs).toMatchObject({ outcome: "verified", package: "given.tar.gz" });
    expect(build.published.size).toBe(0);
    await expect(buildArm64Package({ ...inputs, verify: "missing" }, build.ports)).rejects.toThrow("nothing to verify");
  });

  test("refuses to put the package into a folder that it takes", async () => {
    const build = memory();
    await expect(buildArm64Package({ ...inputs, outputDirectory: "web/dist/out" }, build.ports)).rejects.toThrow(
      "so the package would hold itself",
    );
  });
});

describe("the inputs", () => {
  test.each([
    ["manifest", "../package.yml"],
    ["manifest", "/etc/passwd"],
    ["manifest", "-rf"],
    ["output-directory", "."],
    ["output-directory", "a/../../b"],
    ["version", "1.4.0 -X main.x=y"],
    ["version", "$(id)"],
    ["build-number", "-1"],
    ["branch", "it's"],
    ["branch", "-b"],
  ] as const)("%s refuses %j", (name, value) => {
    expect(fields[name].parse(value).kind).toBe("refused");
  });

  test("verify contradicts dry-run", () => {
    expect(checkInputs({ ...inputs, verify: "a", dryRun: true })).toMatchObject([{ input: "dry-run" }]);
    expect(checkInputs(inputs)).toEqual([]);
  });
});
