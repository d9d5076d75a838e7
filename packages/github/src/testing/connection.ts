import { FairwayError, type Clock } from "@fairway/domain";
import { createHttpTransport } from "@fairway/http";
import type { GitHubServer } from "@fairway/testbed";

import { connectGitHub, type GitHubConnection } from "../connect.ts";

/** A clock whose waits take no time and are told. */
export interface ManualClock extends Clock {
  readonly slept: readonly number[];
}

/** A connection to `acme/shop` of the embedded GitHub. Pauses between tries take no time; `clock.slept` has them. */
export function connect(
  github: Pick<GitHubServer, "url">,
  token: string,
  signal: AbortSignal = new AbortController().signal,
): GitHubConnection & { readonly clock: ManualClock } {
  const slept: number[] = [];
  const elapsedMs = () => slept.reduce((total, ms) => total + ms, 0);
  const clock: ManualClock = { slept, now: () => new Date(), elapsedMs, sleep: async (ms) => void slept.push(ms) };
  const ignore = () => {};
  const log = { debug: ignore, info: ignore, notice: ignore, warning: ignore, error: ignore, group: ignore };
  const options = { repository: "acme/shop", http: createHttpTransport(), random: () => 0.5, log, signal };
  return { ...connectGitHub({ ...options, apiUrl: github.url, token, clock }), clock };
}

/** What a promise is rejected with, which must be one of our own errors. */
export async function failureOf(work: Promise<unknown>): Promise<FairwayError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof FairwayError) return error;
  throw new TypeError(`not a FairwayError: ${String(error)}`);
}
