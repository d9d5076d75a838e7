import { parseCommitSha, parseInputs, type Log } from "@fairway/domain";
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

function ports(files: Record<string, string>, head = commit): ComputeBetaTagPorts & { warnings: string[] } {
  const warnings: string[] = [];
  const ignore = () => {};
  const log: Log = {
    debug: ignore,
    info: ignore,
    notice: ignore,
    warning: (text) => warnings.push(text),
    error: ignore,
    group: ignore,
  };
  return {
    warnings,
    log,
    files: { readText: (path) => Promise.resolve(files[path]) },
    checkout: { head: () => Promise.resolve(head) },
    clock: { now: () => new Date("2026-01-31T12:00:00.123Z"), elapsedMs: () => 0, sleep: () => Promise.resolve() },
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
      "build-time": "2026-01-31T12:00:00Z",
      "semver-valid": "true",
      outcome: "computed",
    });
  });

  test.each([
    ["Cargo.toml", '[dependencies.x]\nversion = "9.9.9"\n[package]\nname = "a"\nversion = "0.1.0"'],
    ["Cargo.toml", '[workspace.package]\nversion = "0.1.0"'],
    ["web/package.json", '{"version":"0.1.0","dependencies":{"version":"9.9.9"}}'],
    ["VERSION", "\n0.1.0\r\n"],
    ["version.txt", "0.1.0"],
  ])("reads the version in %s: %j", async (path, content) => {
    const result = await computeBetaTag(inputs({ "version-file": path }), ports({ [path]: content }));
    expect(result.outputs.version).toBe("0.1.0");
  });

  test.each([
    ["Cargo.toml", "[package]\nversion.workspace = true", "inherited from the workspace"],
    ["Cargo.toml", "[package]", "no package.version"],
    ["Cargo.toml", "[package", "not valid TOML"],
    ["Cargo.toml", "[package]\nversion = 1", "no package.version"],
    ["package.json", "{}", "names no version"],
    ["package.json", "{", "not valid JSON"],
    ["package.json", '{"__proto__":{"version":"1.0.0"}}', "names no version"],
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
    expect(world.warnings).toHaveLength(1);
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
