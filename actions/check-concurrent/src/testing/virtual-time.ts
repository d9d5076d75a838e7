import type { Clock } from "@fairway/domain";

/** Time that only moves when everybody waits, and then to the next moment that somebody waits for. */
export interface VirtualTime extends Clock {
  /** Moves on until nobody waits any more. */
  run(): Promise<void>;
}

/** Starts at zero. */
export function createVirtualTime(): VirtualTime {
  const waiting: { at: number; wake: () => void }[] = [];
  let now = 0;
  return {
    now: () => new Date(Date.UTC(2026, 0, 1) + now),
    elapsedMs: () => now,
    sleep: (ms) => new Promise((wake) => waiting.push({ at: now + ms, wake })),
    async run() {
      for (;;) {
        // A turn of the event loop is enough for everything that does not wait for the time.
        await new Promise((done) => setImmediate(done));
        waiting.sort((a, b) => b.at - a.at);
        const next = waiting.pop();
        if (next === undefined) return;
        now = next.at;
        next.wake();
      }
    },
  };
}
