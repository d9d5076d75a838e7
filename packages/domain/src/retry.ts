import type { Clock } from "./clock.ts";

/** What to do after a failed attempt: nothing more, or another try, not before the time that the other side asked for. */
export type AfterFailure =
  | { readonly kind: "give-up" }
  | { readonly kind: "again"; readonly notBeforeMs?: number | undefined };

export interface RetryPolicy {
  readonly clock: Clock;
  /** A number from 0 up to 1, for the jitter. */
  readonly random: () => number;
  /** How many attempts in all. */
  readonly attempts: number;
  /** Milliseconds that all attempts and pauses may take together. */
  readonly budgetMs: number;
  /** Milliseconds; the n-th pause is drawn from 0 up to `baseMs * 2^(n-1)`. */
  readonly baseMs: number;
  readonly judge: (error: unknown) => AfterFailure;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The one retry rule: full jitter, the other side's wish (`Retry-After`) kept, and never past the budget: a wait that does
 * not fit ends at once with the last error. Only for calls that may be repeated.
 */
export async function retry<T>(attempt: () => Promise<T>, policy: RetryPolicy): Promise<T> {
  const start = policy.clock.elapsedMs();
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      const verdict = policy.judge(error);
      if (verdict.kind === "give-up" || count >= policy.attempts) throw error;
      const pauseMs = Math.max(policy.random() * policy.baseMs * 2 ** (count - 1), verdict.notBeforeMs ?? 0);
      if (policy.clock.elapsedMs() - start + pauseMs > policy.budgetMs) throw error;
      await policy.clock.sleep(pauseMs, policy.signal);
    }
  }
}

/**
 * Milliseconds until the time that a `Retry-After` header names, in either of its forms (seconds, or an HTTP date), or
 * undefined when there is none or it makes no sense. See https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function parseRetryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // Date.parse alone would take "-1" for a year; an HTTP date starts with a day's name.
  const date = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}
