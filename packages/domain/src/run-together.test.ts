import { describe, expect, test } from "@jest/globals";

import { runTogether, type Work } from "./run-together.ts";

/** Ends when it is told to, and not before. */
function untilStopped(onStop: (reason: unknown) => void): Work<never> {
  return (signal) =>
    new Promise((_, reject) => {
      signal.addEventListener("abort", () => {
        onStop(signal.reason);
        reject(new Error("stopped"));
      });
    });
}

const fails =
  (error: Error): Work<never> =>
  () =>
    Promise.reject(error);

describe("work that is run together", () => {
  test("gives its results in its own order", async () => {
    const after = (turns: number, result: string) => async () => {
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      return result;
    };
    expect(await runTogether([after(9, "a"), after(1, "b"), after(5, "c")])).toEqual(["a", "b", "c"]);
    expect(await runTogether([])).toEqual([]);
  });

  test("stops when one fails, whichever it is, and throws that failure", async () => {
    const failure = new Error("down");
    const reasons: unknown[] = [];
    const other = untilStopped((reason) => reasons.push(reason));
    await expect(runTogether<unknown>([other, fails(failure), other])).rejects.toBe(failure);
    expect(reasons).toEqual([failure, failure]);
  });

  test("waits for what was told to stop", async () => {
    let ended = false;
    const slow: Work<void> = async (signal) => {
      while (!signal.aborted) await Promise.resolve();
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      ended = true;
    };
    await expect(runTogether([slow, fails(new Error("down"))])).rejects.toThrow("down");
    expect(ended).toBe(true);
  });

  test("is never more at once than allowed, and all of it is done", async () => {
    let now = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      now += 1;
      most = Math.max(most, now);
      await Promise.resolve();
      now -= 1;
    };
    expect(
      await runTogether(
        Array.from({ length: 9 }, () => work),
        3,
      ),
    ).toHaveLength(9);
    expect(most).toBe(3);
  });

  test("starts nothing new after a failure", async () => {
    let started = 0;
    const work = async (): Promise<void> => void (started += 1);
    await expect(runTogether<void>([fails(new Error("down")), work, work], 1)).rejects.toThrow("down");
    expect(started).toBe(0);
  });
});
