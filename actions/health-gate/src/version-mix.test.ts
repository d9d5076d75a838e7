import { describe, expect, test } from "@jest/globals";

import { mixIn, NO_VERSIONS } from "./version-mix.ts";

function mixOf(...answers: readonly (readonly [atMs: number, version: string | undefined])[]) {
  return answers.reduce((mix, [atMs, version]) => mixIn(mix, version, atMs), NO_VERSIONS);
}

describe("a mix of versions", () => {
  test("counts every version, and knows since when only the last one answers", () => {
    const mix = mixOf([0, "1.3.0"], [100, "1.4.0"], [200, "1.3.0"], [8200, "1.4.0"], [8300, "1.4.0"]);
    expect([...mix.versions]).toEqual([
      ["1.3.0", 2],
      ["1.4.0", 3],
    ]);
    expect(mix).toMatchObject({ version: "1.4.0", sinceMs: 8200 });
  });

  test("is not changed by an answer without a version", () => {
    const mix = mixOf([100, "1.4.0"]);
    expect(mixIn(mix, undefined, 200)).toBe(mix);
  });

  test("tells twenty versions apart and no more", () => {
    const answers = Array.from({ length: 30 }, (_, index) => [index, `1.${index}.0`] as const);
    expect(mixOf(...answers).versions.size).toBe(20);
  });
});
