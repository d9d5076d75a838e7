import { describe, expect, test } from "@jest/globals";

import { holdPauseMs, seekPauseMs, soakPauseMs } from "./pace.ts";

describe("the pause between attempts while waiting", () => {
  test.each([
    [0, false, 50],
    [0, true, 25],
    [9999, false, 50],
    [10_000, false, 250],
    [10_000, true, 100],
    [60_000, false, 1000],
    [60_000, true, 250],
  ])("after %d ms, refused: %s, is %d ms", (elapsedMs, refused, pauseMs) => {
    expect(seekPauseMs(elapsedMs, refused)).toBe(pauseMs);
  });
});

test.each([
  [0, 250],
  [60_000, 1000],
])("the pause of a target that waits for the others, after %d ms, is %d ms", (elapsedMs, pauseMs) => {
  expect(holdPauseMs(elapsedMs)).toBe(pauseMs);
});

test.each([
  [5000, 100],
  [60_000, 100],
  [600_000, 1000],
])("a soak of %d ms asks every %d ms", (soakMs, pauseMs) => {
  expect(soakPauseMs(soakMs)).toBe(pauseMs);
});
