import { isIP } from "node:net";

import type { Clock } from "@fairway/domain";

import { problemOfAddress } from "./address-rule.ts";
import { classifyError } from "./classify.ts";
import { connect } from "./connect.ts";
import { exchange, type ExchangeContext } from "./exchange.ts";
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
  /** Aborting gives the attempt up; it then ends as `aborted`. */
  readonly signal: AbortSignal;
}

export interface Probe {
  /** Asks `http:`, `https:` or `tcp:` once. Never rejects. */
  attempt(url: string, options: AttemptOptions): Promise<Observation>;
}

/** Opens a probe. It holds no connection and nothing else that would have to be closed. */
export function openProbe({ clock, resolve, certificateAuthorities }: ProbeOptions): Probe {
  const resolver = createResolver(resolve);
  return {
    attempt: async (url, options) => {
      const started = clock.elapsedMs();
      const stop = new AbortController();
      let phase: Phase = "resolving";
      const context: ExchangeContext = {
        resolve: resolver,
        certificateAuthorities,
        signal: AbortSignal.any([options.signal, stop.signal]),
        reached: (next) => (phase = next),
      };
      const took = () => clock.elapsedMs() - started;
      const overdue = (): Observation => ({ kind: "timed-out", phase, afterMs: took() });
      try {
        return await Promise.race([
          look(new URL(url), options.followRedirects, context, took),
          clock.sleep(options.timeoutMs, context.signal).then(overdue),
        ]);
      } catch (error) {
        return options.signal.aborted ? { kind: "aborted" } : classifyError(error);
      } finally {
        stop.abort();
      }
    },
  };
}

async function look(
  url: URL,
  followRedirects: boolean,
  context: ExchangeContext,
  took: () => number,
): Promise<Observation> {
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const problem = isIP(host) === 0 ? undefined : problemOfAddress(host, url.protocol);
  if (problem !== undefined) return { kind: "forbidden", message: problem };
  if (url.protocol === "tcp:") {
    await connect(host, Number(url.port), context);
    return { kind: "connected", tookMs: took() };
  }
  const answer = await (followRedirects ? follow(url, context) : exchange(url, context));
  return { kind: "answer", ...answer, tookMs: took() };
}
