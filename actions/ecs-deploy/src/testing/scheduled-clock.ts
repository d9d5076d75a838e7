import type { Clock } from "@fairway/domain";

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock for several that wait at once: when nobody can go on, it moves to the next one that wakes. */
export function createScheduledClock(): Clock {
  const sleepers: Sleeper[] = [];
  let elapsed = 0;
  const wakeNext = () => {
    const next = sleepers.toSorted((one, other) => one.at - other.at)[0];
    if (next === undefined) return;
    sleepers.splice(sleepers.indexOf(next), 1);
    elapsed = Math.max(elapsed, next.at);
    next.wake();
  };
  return {
    now: () => new Date(Date.UTC(2026, 0, 1) + elapsed),
    elapsedMs: () => elapsed,
    sleep: async (ms, signal) => {
      await new Promise<void>((wake) => {
        sleepers.push({ at: elapsed + ms, wake });
        setImmediate(wakeNext);
      });
      signal?.throwIfAborted();
    },
  };
}
