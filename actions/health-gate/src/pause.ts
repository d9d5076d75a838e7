import type { Clock } from "@fairway/domain";

/** Waits, but no longer than the signal allows. True when the time was waited out, false when the signal came first. */
export async function pause(clock: Clock, ms: number, over: AbortSignal): Promise<boolean> {
  try {
    await clock.sleep(ms, over);
    return !over.aborted;
  } catch (error) {
    if (over.aborted) return false;
    throw error;
  }
}
