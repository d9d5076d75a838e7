import { expect, test } from "@jest/globals";

import { pauseMs } from "./pace.ts";

test.each([
  ["in the first minute, at most", 0, 0, 3000],
  ["in the first minute, at least", 59_999, 1, 2400],
  ["after that, at most", 60_000, 0, 5000],
  ["after that, at least", 600_000, 1, 4000],
])("the pause between two looks %s", (_, sinceUpdateMs, random, expected) => {
  expect(pauseMs(sinceUpdateMs, () => random)).toBeCloseTo(expected);
});
