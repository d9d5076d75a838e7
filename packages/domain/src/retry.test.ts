import { describe, expect, test } from "@jest/globals";

import { parseRetryAfter, retry, type AfterFailure } from "./retry.ts";
import { createManualClock } from "./testing/manual-clock.ts";

function failing(times: number): () => Promise<string> {
  let count = 0;
  return () => ((count += 1) <= times ? Promise.reject(new Error(`failure ${count}`)) : Promise.resolve("done"));
}

const again = (): AfterFailure => ({ kind: "again" });

describe("retry", () => {
  test("tries again with pauses that grow up to a limit drawn by chance", async () => {
    const clock = createManualClock();
    const policy = { clock, random: () => 0.5, attempts: 4, budgetMs: 10_000, baseMs: 100, judge: again };
    expect(await retry(failing(3), policy)).toBe("done");
    expect(clock.slept).toEqual([50, 100, 200]);
  });

  test("keeps the other side's wish", async () => {
    const clock = createManualClock();
    const judge = (): AfterFailure => ({ kind: "again", notBeforeMs: 3000 });
    await retry(failing(1), { clock, random: () => 0, attempts: 2, budgetMs: 10_000, baseMs: 100, judge });
    expect(clock.slept).toEqual([3000]);
  });

  test("ends at once when the wait does not fit the budget", async () => {
    const clock = createManualClock();
    const judge = (): AfterFailure => ({ kind: "again", notBeforeMs: 20_000 });
    const policy = { clock, random: () => 0, attempts: 5, budgetMs: 10_000, baseMs: 100, judge };
    await expect(retry(failing(1), policy)).rejects.toThrow("failure 1");
    expect(clock.slept).toEqual([]);
  });

  test("gives up on a failure that cannot pass", async () => {
    const clock = createManualClock();
    const policy = {
      clock,
      random: () => 0,
      attempts: 5,
      budgetMs: 10_000,
      baseMs: 100,
      judge: (): AfterFailure => ({ kind: "give-up" }),
    };
    await expect(retry(failing(1), policy)).rejects.toThrow("failure 1");
  });
});

describe("Retry-After", () => {
  const now = new Date("2026-01-01T00:00:00Z");

  test.each([
    ["120", 120_000],
    ["Thu, 01 Jan 2026 00:00:30 GMT", 30_000],
    ["Wed, 31 Dec 2025 23:00:00 GMT", 0],
    ["soon", undefined],
    ["-1", undefined],
    [undefined, undefined],
  ])("%j is %j ms", (header, expected) => {
    expect(parseRetryAfter(header, now)).toBe(expected);
  });
});
