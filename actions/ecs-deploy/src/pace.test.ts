import { expect, test } from "@jest/globals";

import { pauseMs } from "./pace.ts";

test.each([
  ["in the first minute, at most", { usedMs: 0 }, 0, 3000],
  ["in the first minute, at least", { usedMs: 59_999 }, 1, 2400],
  ["after that, at most", { usedMs: 60_000 }, 0, 5000],
  ["after that, at least", { usedMs: 600_000, nearEnd: false }, 1, 4000],
  ["while all tasks run, at most", { usedMs: 600_000, nearEnd: true }, 0, 3000],
])("the pause between two looks %s", (_, wait, random, expected) => {
  expect(pauseMs(wait, () => random)).toBeCloseTo(expected);
});
