import { describe, expect, test } from "@jest/globals";

import type { Assessment } from "./assessment.ts";
import { NO_HISTORY, remember, type History } from "./history.ts";
import { parseTarget } from "./target.ts";

const shop = parseTarget("https://shop.example/ready");
const api = parseTarget("https://api.example/ready");
const passed: Assessment = { kind: "passed", observed: "answers 200", tookMs: 5, version: "1.4.0" };
const failed: Assessment = {
  kind: "failed",
  code: "STATUS",
  expected: "status 200",
  observed: "answers 503",
  excerpt: "",
  patience: "timeout",
  nextStep: "Look.",
  version: undefined,
};

function told({ entries }: History): readonly string[] {
  return entries.map(({ lane, what, tone, startMs, endMs }) => `${startMs}-${endMs} ${lane} ${what} (${tone})`);
}

describe("the history of a gate", () => {
  test("has one entry for each state of each target, as long as the answers of that state came", () => {
    const seen = [
      { target: shop, seen: failed },
      { target: api, seen: passed },
      { target: shop, seen: failed },
      { target: shop, seen: passed },
      { target: api, seen: passed },
    ];
    expect(told(seen.reduce((history, one, index) => remember(history, one, index * 100), NO_HISTORY))).toEqual([
      "0-300 https://shop.example/ready answers 503 (bad)",
      "100-400 https://api.example/ready answers 200 (good)",
      "300-300 https://shop.example/ready answers 200 (good)",
    ]);
  });

  test("of a service that flaps keeps the beginning and the end", () => {
    const flaps = Array.from({ length: 1000 }, (_, index) => ({
      target: shop,
      seen: index % 2 === 0 ? failed : passed,
    }));
    const { entries, leftOut } = flaps.reduce((history, one, index) => remember(history, one, index), NO_HISTORY);
    expect([entries.length, leftOut]).toEqual([40, 960]);
    expect([entries[0]?.startMs, entries.at(-1)?.startMs]).toEqual([0, 999]);
  });
});
