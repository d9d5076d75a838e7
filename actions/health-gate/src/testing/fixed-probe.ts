import type { Clock } from "@fairway/domain";

import type { HealthProbe, Observation, Resolution } from "../ports.ts";

/** What a service does with a request: the answer, and after how long. */
export interface Reaction {
  readonly observation: Observation;
  /** 1 ms when left out; Infinity for a request that is never answered. */
  readonly afterMs?: number;
}

export interface RecordedAttempt {
  readonly url: string;
  readonly atMs: number;
  open: boolean;
}

export interface FixedProbe extends HealthProbe {
  readonly attempts: RecordedAttempt[];
  /** The largest number of attempts that were open at once. */
  mostOpen(): number;
}

const NO_NAME: Resolution = { kind: "dns", code: "ENOTFOUND" };

/** A probe whose service reacts to the time at which a request arrives, to its URL and to how many came before. */
export function createFixedProbe(
  clock: Clock,
  react: (request: {
    readonly atMs: number;
    readonly url: string;
    readonly address: string | undefined;
    readonly number: number;
  }) => Reaction,
  resolve: (lookUp: { readonly atMs: number; readonly url: string }) => Resolution = () => NO_NAME,
): FixedProbe {
  const attempts: RecordedAttempt[] = [];
  let mostOpen = 0;
  return {
    attempts,
    mostOpen: () => mostOpen,
    addressesOf: async (url) => resolve({ atMs: clock.elapsedMs(), url }),
    attempt: async (url, { address, timeoutMs, signal }) => {
      const attempt = { url, atMs: clock.elapsedMs(), open: true };
      attempts.push(attempt);
      signal.addEventListener("abort", () => (attempt.open = false));
      mostOpen = Math.max(mostOpen, attempts.filter(({ open }) => open).length);
      const { observation, afterMs = 1 } = react({ atMs: attempt.atMs, url, address, number: attempts.length });
      try {
        await clock.sleep(Math.min(afterMs, timeoutMs), signal);
        return afterMs > timeoutMs ? { kind: "timed-out", phase: "waiting", afterMs: timeoutMs } : observation;
      } catch {
        return { kind: "aborted" };
      } finally {
        attempt.open = false;
      }
    },
  };
}
