import { describe, expect, test } from "@jest/globals";

import { reasonToKeep, versionOfPromotion } from "./guard-floating-tag.ts";

describe("versionOfPromotion", () => {
  test.each([
    ["the only version tag", ["1.4.0"], "1.4.0-abcdefg.beta", "1.4.0"],
    ["the highest of several, not the last", ["1.10.0", "1.9.0", "stable"], undefined, "1.10.0"],
    ["the release that a beta tag becomes", [], "0.1.0-abcdefg.beta", "0.1.0"],
    ["a prerelease that a beta tag becomes", [], "0.1.0-rc.1-abcdefg.beta", "0.1.0-rc.1"],
    ["the source's tag when it is a version", [], "0.1.0", "0.1.0"],
    ["nothing when there is no version", ["stable"], "edge", undefined],
    ["nothing for a source by digest", [], undefined, undefined],
  ])("is %s", (_, tags, sourceTag, version) => {
    expect(versionOfPromotion(tags, sourceTag)).toBe(version);
  });
});

describe("reasonToKeep", () => {
  test.each([
    ["nothing newer is there", "latest", "1.4.0", ["1.3.9", "1.4.0", "latest"]],
    ["only newer betas are there", "latest", "1.4.0", ["1.5.0-abcdefg.beta", "2.0.0-rc.1"]],
    ["only tags that are no versions are there", "latest", "1.4.0", ["9", "9.9", "nightly-9.9.9", "sha256-9.9.9"]],
    ["the newer release is in another line", "1", "1.4.0", ["2.0.0", "1.3.0"]],
    ["the newer release is in another minor line", "1.4", "1.4.1", ["1.5.0", "1.40.0"]],
  ])("a floating tag moves when %s", (_, floating, version, tags) => {
    expect(reasonToKeep(floating, version, tags)).toBeUndefined();
  });

  test.each([
    ["a newer release is there", "latest", ["1.4.1", "1.10.0"], "1.10.0"],
    ["a newer release with a v is there", "latest", ["v1.4.1"], "v1.4.1"],
    ["a newer release is in its line", "1", ["1.5.0", "2.0.0"], "1.5.0"],
    ["the version is not in its line", "2", [], "line 2"],
    ["the line only begins like the version", "1.40", [], "line 1.40"],
  ])("a floating tag stays when %s, and the reason says so", (_, floating, tags, reason) => {
    expect(reasonToKeep(floating, "1.4.0", tags)).toContain(reason);
  });

  test("a floating tag never moves to a prerelease", () => {
    expect(reasonToKeep("latest", "1.4.0-rc.1", [])).toBe("1.4.0-rc.1 is a prerelease");
  });
});
