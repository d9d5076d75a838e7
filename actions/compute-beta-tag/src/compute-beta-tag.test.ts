import { parseCommitSha, parseInputs } from "@fairway/domain";
import { createManualClock, createRecordingLog, type RecordingLog } from "@fairway/domain/testing";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { computeBetaTag } from "./compute-beta-tag.ts";
import { checkInputs, fields, type ComputeBetaTagInputs } from "./inputs.ts";
import type { ComputeBetaTagPorts } from "./ports.ts";
import { styleShortSha } from "./style-short-sha.ts";

const commit = parseCommitSha("abcdef0123456789abcdef0123456789abcdef01");

function inputs(texts: Record<string, string>): ComputeBetaTagInputs {
  const verdict = parseInputs(fields, { commit, "sha-style": "plain", ...texts });
  if (verdict.kind === "invalid") throw new Error(JSON.stringify(verdict.problems));
  return verdict.inputs;
}

function ports(
  files: Record<string, string>,
  head = commit,
  tags: readonly string[] = [],
): ComputeBetaTagPorts & { log: RecordingLog } {
  return {
    log: createRecordingLog(),
    files: { readText: (path) => Promise.resolve(files[path]) },
    checkout: {
      head: () => Promise.resolve(head),
      nearestTag: (prefix) => Promise.resolve(tags.find((tag) => tag.startsWith(prefix))),
    },
    clock: createManualClock(),
  };
}

describe("compute-beta-tag", () => {
  test("names the commit with the version of its manifest", async () => {
    const result = await computeBetaTag(
      inputs({ "version-file": "Cargo.toml" }),
      ports({ "Cargo.toml": '[package]\nversion = "0.1.0"\n' }),
    );
    expect(result.outputs).toEqual({
      version: "0.1.0",
      "short-sha": "abcdef0",
      "beta-tag": "0.1.0-abcdef0.beta",
      "release-tag": "0.1.0",
      commit,
      "build-time": "2026-01-01T00:00:00Z",
      "semver-valid": "true",
      outcome: "computed",
    });
  });

  test.each([
    ["Cargo.toml", '[dependencies.x]\nversion = "9.9.9"\n[package]\nname = "a"\nversion = "0.1.0"'],
    ["Cargo.toml", '[workspace.package]\nversion = "0.1.0"'],
    ["web/package.json", '{"version":"0.1.0","dependencies":{"version":"9.9.9"}}'],
    ["pyproject.toml", '[tool.x]\nversion = "9.9.9"\n[project]\nversion = "0.1.0"'],
    ["pyproject.toml", '[tool.poetry]\nversion = "0.1.0"'],
    ["Chart.yaml", "dependencies:\n  - version: 9.9.9\nversion: 0.1.0 # the chart\nappVersion: 9.9.9\n"],
    ["pubspec.yaml", 'name: app\nversion: "0.1.0"\n'],
    [
      "pom.xml",
      "<project><parent><version>9.9.9</version></parent><!-- <version>8.8.8</version> --><version>0.1.0</version></project>",
    ],
    [
      "pom.xml",
      "<project><dependencies><dependency><version>9.9.9</version></dependency></dependencies><parent><version>0.1.0</version></parent></project>",
    ],
    ["pom.xml", "<project><version>${revision}</version><properties><revision>0.1.0</revision></properties></project>"],
    ["build.gradle", "// version = '9.9.9'\nplugins { id 'x' version '9.9.9' }\nversion = '0.1.0'\n"],
    ["build.gradle.kts", 'allprojects { version = "9.9.9" }\nversion = "0.1.0"\n'],
    ["gradle.properties", "# version=9.9.9\nversion = 0.1.0\n"],
    ["VERSION", "\n0.1.0\r\n"],
    ["version.txt", "0.1.0"],
  ])("reads the version in %s: %j", async (path, content) => {
    const result = await computeBetaTag(inputs({ "version-file": path }), ports({ [path]: content }));
    expect(result.outputs.version).toBe("0.1.0");
  });

  test.each([
    [
      "the nearest workspace above",
      "apps/server/Cargo.toml",
      {
        "apps/server/Cargo.toml": "[package]\nversion.workspace = true",
        "apps/Cargo.toml": "[package]",
        "Cargo.toml": '[workspace]\n[workspace.package]\nversion = "0.1.0"',
      },
    ],
    [
      "the workspace that it names",
      "apps/server/Cargo.toml",
      {
        "apps/server/Cargo.toml": '[package]\nworkspace = "../../core"\nversion = { workspace = true }',
        "core/Cargo.toml": '[workspace.package]\nversion = "0.1.0"',
        "Cargo.toml": '[workspace.package]\nversion = "9.9.9"',
      },
    ],
    [
      "its own workspace table",
      "Cargo.toml",
      { "Cargo.toml": '[package]\nversion.workspace = true\n[workspace.package]\nversion = "0.1.0"' },
    ],
  ])("follows a crate to %s", async (_, path, files) => {
    const result = await computeBetaTag(inputs({ "version-file": path }), ports(files));
    expect(result.outputs.version).toBe("0.1.0");
  });

  test("looks for gradle.properties beside a build script without a version", async () => {
    const files = { "app/build.gradle": "plugins { }", "app/gradle.properties": "version=0.1.0" };
    expect((await computeBetaTag(inputs({ "version-file": "app/build.gradle" }), ports(files))).outputs.version).toBe(
      "0.1.0",
    );
  });

  test.each([
    ["go.mod", "v0.1.0"],
    ["tools/go.mod", "tools/v0.1.0"],
  ])("takes the version of %s from the nearest tag %s", async (path, tag) => {
    const world = ports({ [path]: "module example.com/x" }, commit, ["other/v9.9.9", tag]);
    expect((await computeBetaTag(inputs({ "version-file": path }), world)).outputs.version).toBe("0.1.0");
  });

  test.each([
    ["Cargo.toml", "[package]\nversion.workspace = true", "no Cargo.toml above has a [workspace]"],
    ["Cargo.toml", "[package]\nversion.workspace = true\n[workspace]", "no workspace.package.version"],
    ["Cargo.toml", "[package]", "no package.version"],
    ["Cargo.toml", "[package", "is malformed"],
    ["Cargo.toml", "[package]\nversion = 1", "no package.version"],
    ["package.json", "{}", "names no version"],
    ["package.json", "{", "is malformed"],
    ["package.json", '{"__proto__":{"version":"1.0.0"}}', "names no version"],
    [
      "pyproject.toml",
      '[build-system]\nbuild-backend = "hatchling.build"\n[project]\ndynamic = ["version"]',
      "dynamic, computed by hatchling.build",
    ],
    ["pyproject.toml", "[project]", "neither project.version nor tool.poetry.version"],
    ["pom.xml", "<project><version>${revision}</version></project>", "no property for ${revision}"],
    ["pom.xml", "<project></project>", "neither the project nor its parent"],
    ["pom.xml", "<project>", "is malformed"],
    ["pom.xml", "<settings/>", "not <project>"],
    ["Chart.yaml", "name: x", "no version at its top level"],
    ["Chart.yaml", "version: [", "is malformed"],
    ["Chart.yaml", "version: 1.10", "SemVer is expected"],
    ["pubspec.yaml", "version: 1.0.0+45", "build metadata"],
    ["build.gradle", 'version = "${base}.1"', "computed"],
    ["build.gradle", "subprojects { version = '1.0.0' }", "outside of all blocks"],
    ["gradle.properties", "versions=1.0.0", "no property version"],
    ["go.mod", "module x", "no tag v"],
    ["VERSION", "", "it is empty"],
    ["VERSION", "1.0.0\n2.0.0", "2 lines"],
    ["VERSION", "1.0.0+7", "build metadata"],
    ["setup.cfg", "version = 1.0.0", "not a kind of file"],
  ])("refuses %s with %j", async (path, content, reason) => {
    await expect(computeBetaTag(inputs({ "version-file": path }), ports({ [path]: content }))).rejects.toThrow(reason);
  });

  test("refuses a manifest that is not there", async () => {
    await expect(computeBetaTag(inputs({ "version-file": "VERSION" }), ports({}))).rejects.toThrow(
      "not in the workspace",
    );
  });

  test("refuses to name a commit that is not the one checked out", async () => {
    const head = parseCommitSha("1".repeat(40));
    await expect(computeBetaTag(inputs({ version: "1.0.0" }), ports({}, head))).rejects.toThrow(
      `The checked-out commit is ${head}`,
    );
  });

  test("takes a beta tag apart, whatever is checked out", async () => {
    const result = await computeBetaTag(
      inputs({ "beta-tag": "1.2.0-rc.1-0123456.beta", "release-tag-prefix": "v" }),
      ports({}, parseCommitSha("1".repeat(40))),
    );
    expect(result.outputs).toMatchObject({
      version: "1.2.0-rc.1",
      "short-sha": "0123456",
      "release-tag": "v1.2.0-rc.1",
      commit: "",
      outcome: "parsed",
    });
  });

  test("warns of a tag that is not SemVer", async () => {
    const zeros = parseCommitSha("0123456789012345678901234567890123456789");
    const world = ports({}, zeros);
    const result = await computeBetaTag(inputs({ version: "1.0.0", commit: zeros }), world);
    expect(result.outputs["semver-valid"]).toBe("false");
    expect(world.log.lines).toContainEqual(expect.stringMatching(/^warning: .*not valid SemVer/));
  });

  test.each([
    ["plain", "0123456789abcdef0123456789abcdef01234567", "0123456"],
    ["g", "0123456789abcdef0123456789abcdef01234567", "g0123456"],
    ["extend", "0123456789abcdef0123456789abcdef01234567", "0123456789a"],
    ["extend", "012345a789abcdef0123456789abcdef01234567", "012345a"],
  ] as const)("style %s writes %s as %s", (style, sha, expected) => {
    expect(styleShortSha(parseCommitSha(sha), style)).toBe(expected);
  });

  test("never puts a line break into an output", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (content) => {
        const result = await computeBetaTag(inputs({ "version-file": "VERSION" }), ports({ VERSION: content })).catch(
          () => undefined,
        );
        expect(Object.values(result?.outputs ?? {}).join("")).not.toMatch(/[\r\n]/);
      }),
    );
  });
});

describe("the version's source", () => {
  test.each([
    [{}, "none of them was given"],
    [{ version: "1.0.0", "version-file": "VERSION" }, "version-file and version were given"],
    [{ version: "1.0.0", "beta-tag": "1.0.0-abcdefg.beta" }, "version and beta-tag were given"],
  ])("%j is refused", (texts, reason) => {
    expect(checkInputs(inputs(texts as Record<string, string>))[0]?.message).toContain(reason);
  });
});
