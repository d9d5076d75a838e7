import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import valid from "semver/functions/valid.js";

import { compareVersions } from "./version-order.ts";
import { isPrereleaseVersion, isSemver, parseVersion } from "./version.ts";

describe("a version", () => {
  test.each(["0.1.0", "10.20.30", "1.0.0-rc.1", "1.0.0-alpha-beta"])("%s is one", (text) => {
    expect(parseVersion(text)).toBe(text);
  });

  test.each([
    ["1.0.0+5", "build metadata"],
    ["v1.0.0", "write it without"],
    ["1.0", "SemVer is expected"],
    ["01.0.0", "SemVer is expected"],
    [`1.0.0-${"a".repeat(90)}`, "at most 82"],
    ["", "SemVer is expected"],
  ])("%j is refused", (text, reason) => {
    expect(() => parseVersion(text)).toThrow(reason);
  });

  test("is what the semver library takes for one, written exactly so", () => {
    const piece = fc.constantFrom("0", "1", "01", "10", "a", "-", ".", "+", "rc", "1.2.3", "1.0.0-", "x9", " ", "v");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = pieces.join("");
        const [plain = ""] = text.split("+");
        expect(isSemver(text)).toBe(valid(text) === plain && text === text.trim());
      }),
      { numRuns: 5000 },
    );
  });

  test("is ordered by SemVer and not by text", () => {
    expect(compareVersions("0.10.0", "0.9.0")).toBeGreaterThan(0);
    expect(compareVersions("1.0.0-rc.1", "1.0.0")).toBeLessThan(0);
    expect(isPrereleaseVersion("1.0.0-rc.1")).toBe(true);
    expect(isPrereleaseVersion("1.0.0+a-b")).toBe(false);
  });
});
