import { describe, expect, test } from "@jest/globals";

import type { Assessment } from "./assessment.ts";
import { isBeyondHope, judgeSoak, type Sample, type SoakLimits } from "./judge-soak.ts";
import { parseTarget } from "./target.ts";

const target = parseTarget("https://shop.example/ready");
const LIMITS: SoakLimits = { maxErrorRate: 0.05, maxP95Ms: 500 };

function passed(count: number, tookMs: number): Sample[] {
  return sample(count, { kind: "passed", observed: "answers 200", tookMs, version: undefined });
}

function failed(count: number): Sample[] {
  return sample(count, {
    kind: "failed",
    code: "STATUS",
    expected: "status 200",
    observed: "answers 500",
    excerpt: "",
    patience: "timeout",
    nextStep: "Look.",
    version: undefined,
  });
}

function sample(count: number, assessment: Assessment): Sample[] {
  return Array.from({ length: count }, (_, index) => ({ target, assessment, atMs: index * 100 }));
}

describe("a soak", () => {
  test.each<[string, readonly Sample[], SoakLimits, string]>([
    ["without a failure", passed(100, 20), LIMITS, "clean"],
    ["with as many failures as allowed", [...failed(5), ...passed(95, 20)], LIMITS, "clean"],
    ["with one more", [...failed(6), ...passed(94, 20)], LIMITS, "errors"],
    [
      "with one failure where none is allowed",
      [...failed(1), ...passed(99, 20)],
      { ...LIMITS, maxErrorRate: 0 },
      "errors",
    ],
    ["with nothing but failures, all allowed", failed(10), { ...LIMITS, maxErrorRate: 1 }, "clean"],
    ["with as slow an answer as allowed", passed(100, 500), LIMITS, "clean"],
    ["with a p95 above the limit", [...passed(94, 20), ...passed(6, 501)], LIMITS, "slow"],
    ["with 5 % of slow answers", [...passed(95, 20), ...passed(5, 501)], LIMITS, "clean"],
    ["that is slow without a limit", passed(100, 5000), { ...LIMITS, maxP95Ms: undefined }, "clean"],
    ["that is slow and fails", [...failed(50), ...passed(50, 900)], LIMITS, "errors"],
  ])("%s is judged", (_, samples, limits, kind) => {
    expect(judgeSoak(samples, limits)).toMatchObject({ kind });
  });

  test("is given in figures that say how much they are worth", () => {
    const { figures } = judgeSoak([...failed(1), ...passed(9, 20)], LIMITS);
    expect(figures).toMatchObject({ samples: 10, failed: 1, errorRate: 0.1, p95Ms: 20 });
    expect(figures.errorRateBound).toBeCloseTo(0.3942, 4);
  });

  test("that is red says how its target failed last, when that was healthy last, and its version", () => {
    const old = failed(1).map((one) => ({ ...one, atMs: 900, assessment: { ...one.assessment, version: "1.3.0" } }));
    expect(judgeSoak([...passed(3, 20), ...old], LIMITS)).toMatchObject({
      kind: "errors",
      failed: { observed: "answers 500" },
      lastHealthyMs: 200,
      version: "1.3.0",
    });
    expect(judgeSoak(failed(3), LIMITS)).toMatchObject({ lastHealthyMs: undefined, version: undefined });
  });

  test("does not count the time of failed answers, which may be short", () => {
    expect(judgeSoak(failed(3), { ...LIMITS, maxErrorRate: 1 }).figures.p95Ms).toBeUndefined();
  });
});

describe("a soak that goes on", () => {
  test.each([
    [0, 100, 0, false],
    [1, 100, 0, true],
    [5, 100, 0.05, false],
    [6, 100, 0.05, true],
  ])("with %d failed of %d planned, %d allowed, is beyond hope: %s", (count, planned, maxErrorRate, beyond) => {
    expect(isBeyondHope(count, planned, { ...LIMITS, maxErrorRate })).toBe(beyond);
  });
});
