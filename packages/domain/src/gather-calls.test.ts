import { createManualClock } from "./testing/index.ts";
import { describe, expect, test } from "@jest/globals";

import { gatherCalls } from "./gather-calls.ts";

const GATHERING = { most: 3, windowMs: 50, clock: createManualClock() };

function recording(answer: (key: string) => number | undefined) {
  const calls: string[][] = [];
  const call = async (keys: string[]): Promise<ReadonlyMap<string, number>> => {
    calls.push(keys);
    return new Map(keys.flatMap((key) => (answer(key) === undefined ? [] : [[key, answer(key) ?? 0]])));
  };
  return { calls, ask: gatherCalls(call, GATHERING) };
}

describe("what is asked for within a moment", () => {
  test("goes out in calls of the size allowed, and each gets its own answer", async () => {
    const { ask, calls } = recording((key) => key.length);
    expect(await Promise.all(["a", "bb", "ccc", "dddd"].map((key) => ask(key)))).toEqual([1, 2, 3, 4]);
    expect(calls).toEqual([["a", "bb", "ccc"], ["dddd"]]);
  });

  test("goes out once when it is asked for twice", async () => {
    const { ask, calls } = recording(() => 7);
    expect(await Promise.all([ask("a"), ask("a")])).toEqual([7, 7]);
    expect(calls).toEqual([["a"]]);
  });

  test("is undefined when the answer does not hold it", async () => {
    expect(await recording(() => undefined).ask("a")).toBeUndefined();
  });

  test("goes out in a call of its own when it comes later", async () => {
    const { ask, calls } = recording(() => 1);
    await ask("a");
    await ask("b");
    expect(calls).toEqual([["a"], ["b"]]);
  });
});

test("an error is that of everybody in the call, and of nobody else", async () => {
  const ask = gatherCalls(async (keys: string[]) => {
    if (keys.includes("bad")) throw new Error("refused");
    return new Map(keys.map((key) => [key, key]));
  }, GATHERING);
  const settled = await Promise.allSettled(["bad", "x", "y", "good"].map((key) => ask(key)));
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected", "fulfilled"]);
});

test("a cancellation ends the wait of everybody, and no call is made", async () => {
  const calls: string[][] = [];
  const signal = AbortSignal.abort(new Error("cancelled"));
  const clock = { ...createManualClock(), sleep: () => Promise.reject(signal.reason as Error) };
  const ask = gatherCalls(
    async (keys: string[]) => {
      calls.push(keys);
      return new Map<string, string>();
    },
    { ...GATHERING, clock, signal },
  );
  const settled = await Promise.allSettled([ask("a"), ask("b")]);
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(calls).toEqual([]);
});
