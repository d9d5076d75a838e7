import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { createBetaTag, parseBetaTag } from "./beta-tag.ts";
import { parseVersion } from "./version.ts";

const sha = fc.stringMatching(/^[0-9a-f]{7,40}$/);
const number = fc.nat({ max: 99_999 });
const identifier = fc.oneof(number.map(String), fc.stringMatching(/^[a-zA-Z-][0-9a-zA-Z-]{0,8}$/));
const version = fc
  .tuple(number, number, number, fc.array(identifier, { maxLength: 3 }))
  .map(([major, minor, patch, pre]) => `${major}.${minor}.${patch}${pre.length > 0 ? `-${pre.join(".")}` : ""}`);

describe("a beta tag", () => {
  test("gives back the version and the short SHA that it was made of", () => {
    fc.assert(
      fc.property(version, sha, (text, shortSha) => {
        const parsed = parseBetaTag(createBetaTag(parseVersion(text), shortSha).text);
        expect(parsed.version).toBe(text);
        expect(parsed.shortSha).toBe(shortSha);
      }),
    );
  });

  test("is safe as a Docker tag and a git ref whatever the version", () => {
    fc.assert(
      fc.property(version, sha, (text, shortSha) => {
        expect(createBetaTag(parseVersion(text), shortSha).text).toMatch(/^\w[\w.-]{0,127}$/);
      }),
    );
  });

  test.each([
    ["0.1.0-abcdefg.beta", "0.1.0", "abcdefg"],
    ["1.2.0-rc.1-0123456.beta", "1.2.0-rc.1", "0123456"],
    [`2.0.0-${"a".repeat(40)}.beta`, "2.0.0", "a".repeat(40)],
    ["0.1.0-g0123456.beta", "0.1.0", "g0123456"],
  ])("%s is version %s at %s", (text, expectedVersion, shortSha) => {
    expect(parseBetaTag(text)).toMatchObject({ version: expectedVersion, shortSha });
  });

  test("says that a short SHA of digits with a leading zero is not SemVer", () => {
    expect(parseBetaTag("0.1.0-0123456.beta").semverValid).toBe(false);
    expect(parseBetaTag("0.1.0-1123456.beta").semverValid).toBe(true);
  });

  test.each([
    ["v0.1.0-abcdefg.beta", 'starts with "v"'],
    ["0.1.0-abcdef.beta", "7 to 40"],
    ["0.1.0-abcdefg", 'does not end in ".beta"'],
    ["0.1.0-ABCDEFG.beta", "lower-case"],
    ["0.1-abcdefg.beta", "SemVer is expected"],
    ["0.1.0+5-abcdefg.beta", "not a version, a hyphen"],
    [" 0.1.0-abcdefg.beta", "white space"],
    [`0.1.0-abcdefg.beta${"x".repeat(200)}`, "characters"],
    ["0.1.0-abcdefg.beta\n", "white space"],
  ])("%j is refused", (text, reason) => {
    expect(() => parseBetaTag(text)).toThrow(reason);
  });
});
