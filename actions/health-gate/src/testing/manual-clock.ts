import { setImmediate as turn } from "node:timers/promises";

import type { Clock } from "@fairway/domain";

interface Sleeper {
  readonly atMs: number;
  readonly wake: () => void;
}

export interface ManualClock extends Clock {
  /** Lets work run to its end; whenever all of it sleeps, time jumps to the next that wakes. */
  run<T>(work: Promise<T>): Promise<T>;
}

/** A clock whose time passes only in `run`, so that minutes of waiting take no time and always the same course. */
export function createManualClock(): ManualClock {
  let nowMs = 0;
  let sleepers: readonly Sleeper[] = [];
  const sleep = (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(signal.reason as Error);
        return;
      }
      const remove = () => {
        sleepers = sleepers.filter((other) => other !== sleeper);
        signal?.removeEventListener("abort", abort);
      };
      const abort = () => {
        remove();
        reject(signal?.reason as Error);
      };
      const wake = () => {
        remove();
        resolve();
      };
      const sleeper: Sleeper = { atMs: nowMs + ms, wake };
      sleepers = [...sleepers, sleeper];
      signal?.addEventListener("abort", abort);
    });
  return {
    now: () => new Date(nowMs),
    elapsedMs: () => nowMs,
    sleep,
    run: async (work) => {
      const state = { ended: false };
      const settled = work.finally(() => (state.ended = true));
      settled.catch(() => undefined);
      await turn();
      while (!state.ended) {
        const [next] = sleepers.toSorted((a, b) => a.atMs - b.atMs);
        if (next === undefined) throw new Error("everything waits and nothing will wake it");
        nowMs = Math.max(nowMs, next.atMs);
        next.wake();
        await turn();
      }
      return settled;
    },
  };
}
