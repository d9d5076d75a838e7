import {
  parseRetryAfter,
  retry,
  type AfterFailure,
  type Clock,
  type FairwayError,
  type HttpTransport,
  type Log,
} from "@fairway/domain";

import type { Authorizer } from "./authorizer.ts";
import type { RegistryAnswer, RegistryRequest } from "./exchange-types.ts";
import { createNotices } from "./notices.ts";
import type { RegistryAddress } from "./registry-address.ts";
import { answerError, isTransientStatus, transientAnswer, TransientError } from "./registry-errors.ts";
import { eitherSignal, travel } from "./travel.ts";

/** Five tries within a minute; a registry that wants a longer pause is left alone, and the error says how long. */
const ATTEMPTS = 5;
const BUDGET_MS = 60_000;
const BASE_PAUSE_MS = 500;

export interface ExchangeOptions {
  readonly http: HttpTransport;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly signal: AbortSignal | undefined;
  readonly registry: RegistryAddress;
  readonly authorizer: Authorizer;
}

export interface TryLimits {
  /** Milliseconds for all tries together; a minute without it. */
  readonly budgetMs?: number;
  readonly signal?: AbortSignal | undefined;
}

export interface Exchange {
  readonly registry: RegistryAddress;
  /** One try. Throws a TransientError when another may succeed; any other answer is the caller's to judge. */
  once(request: RegistryRequest): Promise<RegistryAnswer>;
  /** As `once`, tried again: only for requests that change nothing. */
  send(request: RegistryRequest): Promise<RegistryAnswer>;
  /** Tries again after a TransientError, with pauses, until the tries or the time are used up, or nobody waits any more. */
  again<T>(attempt: () => Promise<T>, limits?: TryLimits): Promise<T>;
  /** The error for an answer that is not what was asked for. */
  refused(request: RegistryRequest, answer: RegistryAnswer): Promise<FairwayError>;
}

/** Talks to one registry: authorization, redirects of reads, pauses and their reasons, notices shown once. */
export function createExchange(options: ExchangeOptions): Exchange {
  const { http, clock, random, log, registry, authorizer } = options;
  const route = { http, registry, signal: options.signal };
  const showNotices = createNotices(registry.host, log);
  return { registry, once, send: (request) => again(() => once(request), request), again, refused };

  async function once(request: RegistryRequest): Promise<RegistryAnswer> {
    const answer = await authorizer.authorize(request.scope, (authorization) => travel(route, request, authorization));
    showNotices(answer.headers);
    if (!isTransientStatus(answer.status)) return answer;
    throw transientAnswer(registry.host, answer, parseRetryAfter(answer.headers["retry-after"], clock.now()));
  }

  function again<T>(attempt: () => Promise<T>, limits: TryLimits = {}): Promise<T> {
    const signal = eitherSignal(options.signal, limits.signal);
    const policy = { attempts: ATTEMPTS, budgetMs: limits.budgetMs ?? BUDGET_MS, baseMs: BASE_PAUSE_MS };
    return retry(attempt, { clock, random, ...policy, signal, judge: (error) => judge(error, signal) });
  }

  function judge(error: unknown, signal: AbortSignal | undefined): AfterFailure {
    if (!(error instanceof TransientError) || signal?.aborted === true) return { kind: "give-up" };
    log.info(`a try failed: ${error.message}`);
    return { kind: "again", notBeforeMs: error.retryAfterMs };
  }

  async function refused(request: RegistryRequest, answer: RegistryAnswer): Promise<FairwayError> {
    // Only a 401 is about who asks; for anything else no credentials are looked up, which could fail by itself.
    const loggedIn = answer.status === 401 && (await authorizer.loggedIn());
    return answerError(registry.host, request, answer, loggedIn);
  }
}
