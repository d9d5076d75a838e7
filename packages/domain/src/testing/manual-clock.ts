import type { Clock } from "../clock.ts";

export interface ManualClock extends Clock {
  /** Milliseconds of every wait, in order. */
  readonly slept: number[];
}

/** A clock that a wait moves at once, so that half an hour of polling takes a moment. It starts on 1 January 2026. */
export function createManualClock(onTick: (elapsedMs: number) => void = () => undefined): ManualClock {
  let elapsed = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => new Date(Date.UTC(2026, 0, 1) + elapsed),
    elapsedMs: () => elapsed,
    sleep: async (ms, signal) => {
      elapsed += ms;
      slept.push(ms);
      onTick(elapsed);
      signal?.throwIfAborted();
    },
  };
}
