import { describe, expect, test } from "@jest/globals";

import { assetName } from "./asset-name.ts";
import { isNewest } from "./choose-latest.ts";
import { prepareAssets } from "./prepare-assets.ts";
import { fileOf, InMemoryReleases, inputs, portsOf } from "./testing/in-memory-releases.ts";
import type { LocalFile } from "./ports.ts";

const prepare = (files: readonly LocalFile[], texts: Record<string, string> = {}) =>
  prepareAssets(inputs({ files: "*", ...texts }), portsOf(new InMemoryReleases(), files));

const textOf = ({ read }: LocalFile) => new TextDecoder().decode(read() as Uint8Array);

describe("the name of an asset", () => {
  test.each([
    ["app-1.0_x+y@z.tar.gz", "app-1.0_x+y@z.tar.gz"],
    ["my file (1).zip", "my.file.1.zip"],
    ["app_1.0~rc1_arm64.deb", "app_1.0.rc1_arm64.deb"],
    [".env", "default.env"],
    ["trailing.", "trailing"],
    ["a..b", "a.b"],
    ["über", "uber"],
    ["日本.zip", "default.zip"],
    ["...", "default"],
  ])("%j is attached as %j", (name, expected) => {
    expect(assetName(name)).toBe(expected);
    expect(assetName(expected)).toBe(expected);
  });
});

describe("the assets of a release", () => {
  test("have a checksum beside each file, in the form of sha256sum, and a manifest of all", async () => {
    const file = fileOf("my app.tar.gz");
    const assets = await prepare([file]);
    expect(assets.map(({ name, kind }) => [name, kind])).toEqual([
      ["my.app.tar.gz", "file"],
      ["my.app.tar.gz.sha256", "checksum"],
      ["manifest.json", "manifest"],
    ]);
    expect(textOf(assets[1] ?? file)).toBe(`${file.digest.slice(7)}  my.app.tar.gz\n`);
    const manifest = JSON.parse(textOf(assets[2] ?? file)) as { assets: unknown };
    expect(manifest.assets).toEqual(assets.slice(0, 2).map(({ name, size, digest }) => ({ name, size, digest })));
  });

  test("record a build only when it is given", async () => {
    const [without] = await prepare([], { checksums: "false" });
    expect(textOf(without ?? fileOf(""))).not.toContain("build");
    const [given] = await prepare([], { "build-number": "42", "build-time": "2026-01-31T12:00:00Z" });
    expect(JSON.parse(textOf(given ?? fileOf("")))).toMatchObject({
      buildNumber: "42",
      buildTime: "2026-01-31T12:00:00Z",
    });
  });

  test("keep the checksum file that the build made", async () => {
    const file = fileOf("app.tar.gz");
    const sum = fileOf("app.tar.gz.sha256", `${file.digest.slice(7)} *app.tar.gz\n`);
    const assets = await prepare([file, sum]);
    expect(assets.map(({ name }) => name)).toEqual(["app.tar.gz", "app.tar.gz.sha256", "manifest.json"]);
    expect(assets[1]?.digest).toBe(sum.digest);
  });

  test.each([
    [
      "a checksum that is no checksum",
      [fileOf("a"), fileOf("a.sha256", fileOf("a").digest.slice(7).padEnd(65_537))],
      "does not hold the sha256 of a",
    ],
    ["a wrong checksum", [fileOf("a"), fileOf("a.sha256", `${"0".repeat(64)}  a\n`)], "does not hold the sha256 of a"],
    ["an empty file", [fileOf("a", "")], "a has no bytes"],
    ["two files of one name", [fileOf("a"), fileOf("a")], "both be named a"],
    ["two names that GitHub makes one", [fileOf("a b"), fileOf("a.b")], "both be named a.b"],
    ["a manifest.json", [fileOf("manifest.json")], "both be named manifest.json"],
    ["more than 1000", Array.from({ length: 500 }, (_, n) => fileOf(`f${n}`)), "would have 1001 assets"],
  ])("are refused with %s", async (_, files, reason) => {
    await expect(prepare(files)).rejects.toThrow(reason);
  });

  test("may be 1000", async () => {
    const files = Array.from({ length: 999 }, (_, n) => fileOf(`f${n}`));
    expect(await prepare(files, { checksums: "false" })).toHaveLength(1000);
  });
});

describe("the latest release", () => {
  test.each([
    ["1.1.0", ["1.0.0"], true],
    ["1.0.1", ["1.0.0", "2.0.0"], false],
    ["1.10.0", ["1.9.0"], true],
    ["1.0.0", [], true],
    ["v2.0.0", ["v1.0.0", "nightly"], true],
    ["nightly", ["1.0.0"], false],
  ])("is %s after %j: %j", (tag, tags, expected) => {
    const book = new InMemoryReleases();
    for (const one of tags) book.add({ tag: one });
    expect(isNewest(tag, book.releases)).toBe(expected);
  });
});
