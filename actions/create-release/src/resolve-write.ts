import { FairwayError, renderDuration, retry, type AfterFailure } from "@fairway/domain";

import type { CreateReleasePorts } from "./ports.ts";

/** A write that must not be repeated blindly. */
export interface Write<T> {
  readonly write: () => Promise<T>;
  /** What the write was to bring about, when it is there; otherwise undefined, and the write is tried again. */
  readonly readBack: () => Promise<T | undefined>;
}

const TRIES = 6;
const BASE_MS = 1000;
/** Milliseconds; long enough for several of the waits of a minute that GitHub's secondary limits ask for. */
const BUDGET_MS = 10 * 60_000;
/** GitHub also refuses what an earlier try has brought about already; what is refused again after reading is refused. */
const REFUSALS = 3;

/**
 * Does a write whose answer may be lost. Every try after the first begins with reading what is there, waits as long as
 * GitHub asks for, and all of them together stay below ten minutes; then the last failure is thrown.
 */
export async function resolveWrite<T>(
  { write, readBack }: Write<T>,
  { clock, random, signal, log }: Pick<CreateReleasePorts, "clock" | "random" | "signal" | "log">,
): Promise<T> {
  let failure: unknown;
  let refusals = 0;
  const attempt = async (): Promise<T> => {
    if (failure !== undefined) {
      log.warning(`${failure instanceof Error ? failure.message : "a write failed"}; going on from what is there`);
      const there = await readBack();
      if (there !== undefined) return there;
    }
    try {
      return await write();
    } catch (error) {
      failure = error;
      throw error;
    }
  };
  const judge = (error: unknown): AfterFailure => {
    if (!(error instanceof FairwayError) || error.kind !== "upstream") return { kind: "give-up" };
    refusals += error.code === "GITHUB_REFUSED" ? 1 : 0;
    if (error.retryAfterMs !== undefined) log.info(`GitHub asks to wait ${renderDuration(error.retryAfterMs)}`);
    return refusals < REFUSALS ? { kind: "again", notBeforeMs: error.retryAfterMs } : { kind: "give-up" };
  };
  return retry(attempt, { clock, random, signal, judge, attempts: TRIES, baseMs: BASE_MS, budgetMs: BUDGET_MS });
}
