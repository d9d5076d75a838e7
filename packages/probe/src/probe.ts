import { isIP } from "node:net";

import type { Clock } from "@fairway/domain";

import { problemOfAddress } from "./address-rule.ts";
import { findAddresses, hostOf, type Resolution } from "./addresses.ts";
import { classifyError } from "./classify.ts";
import { connect } from "./connect.ts";
import { exchange, type ExchangeContext } from "./exchange.ts";
import { greet } from "./greet.ts";
import { follow } from "./follow.ts";
import type { Observation, Phase } from "./observation.ts";
import { createResolver, type Resolve } from "./resolver.ts";

export interface ProbeOptions {
  readonly clock: Clock;
  /** Addresses of a host name; the system's resolver when left out. */
  readonly resolve?: Resolve;
  /** Certificates to trust in place of Node's own list, in PEM. Verification itself cannot be turned off. */
  readonly certificateAuthorities?: string;
}

export interface AttemptOptions {
  /** Milliseconds until the last byte must be there, name resolution and redirects included. */
  readonly timeoutMs: number;
  /** Redirects on the same origin are followed. */
  readonly followRedirects: boolean;
  /** Connects there and nowhere else, whatever the name resolves to. Host header and TLS name stay those of the URL. */
  readonly address?: string | undefined;
  /** Aborting gives the attempt up; it then ends as `aborted`. */
  readonly signal: AbortSignal;
}

export interface Probe {
  /** Asks `http:`, `https:`, `tcp:` or `postgres:` once; the last two with a port. Never rejects. */
  attempt(url: string, options: AttemptOptions): Promise<Observation>;
  /** Finds all addresses that a URL's host leads to. Never rejects. */
  addressesOf(url: string, options: Pick<AttemptOptions, "timeoutMs" | "signal">): Promise<Resolution>;
}

/** Opens a probe. It holds no connection and nothing else that would have to be closed. */
export function openProbe({ clock, resolve, certificateAuthorities }: ProbeOptions): Probe {
  const resolver = createResolver(resolve);
  return {
    attempt: (url, options) =>
      inTime(clock, options, (context, took) =>
        look(
          new URL(url),
          options.followRedirects,
          { ...context, resolve: pinned(options.address) ?? resolver, certificateAuthorities },
          took,
        ),
      ),
    addressesOf: (url, options) => inTime(clock, options, () => findAddresses(new URL(url), resolver)),
  };
}

type Progress = Pick<ExchangeContext, "signal" | "reached">;
type Untold = Extract<Observation, { kind: "timed-out" | "aborted" }> | ReturnType<typeof classifyError>;

/** Does something until its time is up or the caller gives it up; an error becomes an observation. */
async function inTime<T>(
  clock: Clock,
  { timeoutMs, signal }: Pick<AttemptOptions, "timeoutMs" | "signal">,
  work: (progress: Progress, took: () => number) => Promise<T>,
): Promise<T | Untold> {
  const started = clock.elapsedMs();
  const stop = new AbortController();
  let phase: Phase = "resolving";
  const progress: Progress = {
    signal: AbortSignal.any([signal, stop.signal]),
    reached: (next) => (phase = next),
  };
  const took = () => clock.elapsedMs() - started;
  const overdue = (): Untold => ({ kind: "timed-out", phase, afterMs: took() });
  try {
    return await Promise.race([work(progress, took), clock.sleep(timeoutMs, progress.signal).then(overdue)]);
  } catch (error) {
    return signal.aborted ? { kind: "aborted" } : classifyError(error);
  } finally {
    stop.abort();
  }
}

function pinned(address: string | undefined): Resolve | undefined {
  return address === undefined ? undefined : async () => [{ address, family: isIP(address) }];
}

async function look(
  url: URL,
  followRedirects: boolean,
  context: ExchangeContext,
  took: () => number,
): Promise<Observation> {
  const host = hostOf(url);
  const problem = isIP(host) === 0 ? undefined : problemOfAddress(host, url.protocol);
  if (problem !== undefined) return { kind: "forbidden", message: problem };
  if (url.protocol === "tcp:") {
    await connect(host, Number(url.port), context);
    return { kind: "connected", tookMs: took() };
  }
  if (url.protocol === "postgres:") return { ...(await greet(host, Number(url.port), context)), tookMs: took() };
  const answer = await (followRedirects ? follow(url, context) : exchange(url, context));
  return { kind: "answer", ...answer, tookMs: took() };
}
