import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";

import type { Clock } from "@fairway/domain";

/** The machine's clocks. */
export const systemClock: Clock = {
  now: () => new Date(),
  elapsedMs: () => performance.now(),
  sleep: async (ms, signal) => {
    try {
      await delay(ms, undefined, { signal });
    } catch (error) {
      // Node wraps the reason; callers are promised the reason itself.
      throw signal?.aborted === true ? (signal.reason as unknown) : error;
    }
  },
};
