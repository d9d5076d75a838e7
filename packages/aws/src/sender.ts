import { retry, type Clock } from "@fairway/domain";

import { classify, isExpired, isTransient, translate, type ApiCall, type Failure } from "./api-errors.ts";

/** Which failures of a call may be followed by the same call again. */
export type Repeat =
  /** A read, or a write whose repetition does no harm. */
  | "always"
  /** A write: only when it was certainly not carried out. */
  | "when-unsent"
  /** A read that is only asked for detail: not worth waiting for. */
  | "briefly";

/** Sends with retries by the rule given; throws FairwayErrors, or the signal's reason when cancelled. */
export type Send = <T>(
  call: ApiCall,
  repeat: Repeat,
  attempt: (options: { abortSignal: AbortSignal }) => Promise<T>,
) => Promise<T>;

export interface SenderOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly signal?: AbortSignal | undefined;
  /** Called with each secret of credentials that were received, before they are used. */
  readonly mask?: (secret: string) => void;
}

/** Asks for new credentials after AWS called the old ones expired; gives whether there are other ones now. */
export type Renew = () => Promise<boolean>;

const POLICIES = {
  always: { attempts: 8, budgetMs: 60_000, baseMs: 250 },
  "when-unsent": { attempts: 8, budgetMs: 60_000, baseMs: 250 },
  briefly: { attempts: 2, budgetMs: 5000, baseMs: 250 },
} as const;

/**
 * The SDK's own limit is for an answer to begin; one that comes in drops would be read for ever. With the error of this
 * signal it is a call without an answer.
 */
const EXCHANGE_MS = 30_000;

/** What every client of the SDK is opened with: a deadline for each exchange, and no retries but those of `Send`. */
export const CLIENT_SETTINGS = {
  retryStrategy: { mode: "none", retry: <Args, Result>(next: (args: Args) => Result, args: Args) => next(args) },
  requestHandler: {
    connectionTimeout: 5000,
    requestTimeout: 15_000,
    throwOnRequestTimeout: true,
    // Whatever NODE_TLS_REJECT_UNAUTHORIZED says.
    httpsAgent: { rejectUnauthorized: true },
  },
} as const;

/**
 * Makes the one way by which this package calls AWS. A call that was refused because the credentials expired was not carried
 * out, so it is made once more when there are new ones.
 */
export function createSender(options: SenderOptions, renew: Renew = async () => false): Send {
  const { clock, random, signal = new AbortController().signal } = options;
  return async (call, repeat, attempt) => {
    const judge = (error: unknown) => ({ kind: mayRepeat(error, repeat) ? "again" : "give-up" }) as const;
    const policy = { clock, random, judge, signal, ...POLICIES[repeat] };
    const inTime = () => AbortSignal.any([signal, AbortSignal.timeout(EXCHANGE_MS)]);
    const send = () => retry(() => attempt({ abortSignal: inTime() }), policy);
    try {
      return await send().catch(async (error: unknown) => {
        if (signal.aborted || !isExpired(error) || !(await renew())) throw error;
        return send();
      });
    } catch (error) {
      throw signal.aborted ? signal.reason : translate(error, call);
    }
  };
}

function mayRepeat(error: unknown, repeat: Repeat): boolean {
  const unsent: readonly Failure[] = ["unsent", "throttled"];
  return repeat === "when-unsent" ? unsent.includes(classify(error)) : isTransient(error);
}
