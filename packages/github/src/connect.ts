import { retry, type Clock, type HttpTransport, type Log } from "@fairway/domain";
import { Octokit } from "@octokit/rest";

import { explainFailure, judgeFailure } from "./failures.ts";
import { createTransportFetch } from "./transport-fetch.ts";

export interface GitHubOptions {
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Without one only what is public can be read. */
  readonly token: string | undefined;
  readonly http: HttpTransport;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/** One repository on one GitHub, shared by the parts of this package. */
export interface GitHubConnection {
  readonly octokit: Octokit;
  readonly at: { readonly owner: string; readonly repo: string };
  readonly http: HttpTransport;
  readonly clock: Clock;
  readonly random: () => number;
  readonly signal: AbortSignal;
  /** A call that may be repeated (reads, and writes of content-addressed objects), with the one retry rule. */
  repeat<T>(what: string, call: () => Promise<T>): Promise<T>;
  /** A call that must not be repeated blindly: one try, failure explained. */
  once<T>(what: string, call: () => Promise<T>): Promise<T>;
}

const ATTEMPTS = 5;
const BASE_MS = 500;
const BUDGET_MS = 120_000;

/** Connects to the repository of the run. Nothing is asked yet. */
export function connectGitHub(options: GitHubOptions): GitHubConnection {
  const { apiUrl, token, http, clock, log, random, signal } = options;
  const [owner = "", repo = ""] = options.repository.split("/");
  const toDebug = (message: string) => log.debug(message);
  const quiet = { debug: toDebug, info: toDebug, warn: toDebug, error: toDebug };
  const octokit = new Octokit({
    auth: token,
    baseUrl: apiUrl.replace(/\/$/, ""),
    userAgent: "fairway",
    log: quiet,
    request: { fetch: createTransportFetch(http), signal },
  });
  const judge = (error: unknown) => judgeFailure(error, clock.now());
  const explained = async <T>(what: string, call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      throw signal.aborted ? signal.reason : explainFailure(what, error, clock.now());
    }
  };
  return {
    octokit,
    at: { owner, repo },
    http,
    clock,
    random,
    signal,
    repeat: (what, call) =>
      explained(what, () =>
        retry(call, { clock, random, signal, judge, attempts: ATTEMPTS, baseMs: BASE_MS, budgetMs: BUDGET_MS }),
      ),
    once: explained,
  };
}
