import { describe, expect, test } from "@jest/globals";

import { errorRateBound, P95_SAMPLES, percentile } from "./statistics.ts";

describe("the 95th percentile by nearest rank", () => {
  const to = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

  test.each([
    [1, 1],
    [10, 10],
    [19, 19],
    [20, 19],
    [100, 95],
    [101, 96],
  ])("of 1 to %d is %d", (count, value) => {
    expect(percentile(to(count).reverse(), 0.95)).toBe(value);
  });

  test("of nothing is undefined", () => {
    expect(percentile([], 0.95)).toBeUndefined();
  });
});

describe("the error rate that a service stays under with 95 % confidence", () => {
  // Without failures it is 1 - 0.05^(1/n); with failures the values are those of tables of the binomial distribution.
  test.each([
    [0, 10, 0.2589],
    [0, P95_SAMPLES, 0.0495],
    [0, 299, 0.00997],
    [1, 10, 0.3942],
    [2, 20, 0.2826],
    [5, 100, 0.1023],
  ])("is right for %d of %d", (failed, total, bound) => {
    expect(errorRateBound(failed, total)).toBeCloseTo(bound, 4);
  });

  test.each([
    [0, 0],
    [10, 10],
  ])("is everything for %d of %d", (failed, total) => {
    expect(errorRateBound(failed, total)).toBe(1);
  });

  test("does not drown in rounding for many samples", () => {
    expect(errorRateBound(6000, 12_000)).toBeCloseTo(0.5075, 3);
  });
});
