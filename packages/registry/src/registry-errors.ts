import {
  configuration,
  FairwayError,
  member,
  parseJson,
  renderDuration,
  stringMember,
  upstream,
} from "@fairway/domain";

import type { RegistryAnswer, RegistryComplaint, RegistryRequest } from "./exchange-types.ts";

/** A failure that may be gone at the next try. */
export class TransientError extends FairwayError {
  /** False when the registry said that it did nothing; a request without an answer may have been carried out. */
  readonly ambiguous: boolean;

  constructor(base: FairwayError, details: { retryAfterMs?: number | undefined; ambiguous: boolean }) {
    const { kind, code, nextStep, cause } = base;
    super(base.message, { kind, code, nextStep, cause, retryAfterMs: details.retryAfterMs });
    this.ambiguous = details.ambiguous;
  }
}

/** Statuses after which the same request may succeed. */
export function isTransientStatus(status: number): boolean {
  return [408, 429, 500, 502, 503, 504].includes(status);
}

/** The error for a status of `isTransientStatus`: a limit that was reached, or a registry in trouble. */
export function transientAnswer(
  host: string,
  answer: RegistryAnswer,
  retryAfterMs: number | undefined,
): TransientError {
  if (answer.status === 429) {
    return new TransientError(rateLimited(host, answer, retryAfterMs), { retryAfterMs, ambiguous: false });
  }
  const error = upstream("REGISTRY_DOWN", `${host} answered ${answer.status}${said(answer)}`, {
    nextStep: `Look at the status page of ${host}, and run the job again: what is done is found done.`,
  });
  return new TransientError(error, { retryAfterMs, ambiguous: true });
}

function rateLimited(host: string, answer: RegistryAnswer, retryAfterMs: number | undefined): FairwayError {
  const wait = retryAfterMs === undefined ? "" : `; it asks to wait ${renderDuration(retryAfterMs)}`;
  const left = answer.headers["ratelimit-remaining"];
  const remaining = left === undefined ? "" : `; ratelimit-remaining is ${left}`;
  return upstream("RATE_LIMITED", `${host} limits this account or address${said(answer)}${wait}${remaining}`, {
    nextStep: "Run the job again after that time, or log in with an account that has a higher limit.",
  });
}

/** The error for a connection that failed before, or in the middle of, an answer. */
export function unreachable(host: string, error: unknown): TransientError {
  const known = error instanceof FairwayError;
  const message = known ? error.message : `${host} could not be reached, or cut the connection`;
  const base = upstream("REGISTRY_DOWN", message, {
    nextStep: `Check the name ${host} and the runner's network, and run the job again: what is done is found done.`,
    cause: known ? error.cause : error,
  });
  return new TransientError(base, { ambiguous: true });
}

/** The error for an answer that no further try will change. `loggedIn` tells a refused account from nobody. */
export function answerError(
  host: string,
  request: RegistryRequest,
  answer: RegistryAnswer,
  loggedIn: boolean,
): FairwayError {
  const what = `${request.method} ${request.path}`;
  if (answer.status === 401) return loggedIn ? notAccepted(host, request, answer) : notLoggedIn(host, request, answer);
  if (answer.status === 403) {
    return configuration(
      "FORBIDDEN",
      `${host} forbids "${request.scope.actions}" on ${request.scope.repository}${said(answer)}`,
      `Grant the account ${needs(request)}. A repository that does not exist may be answered like this as well.`,
    );
  }
  return upstream("REGISTRY_REFUSED", `${host} refused ${what} with ${answer.status}${said(answer)}`, {
    nextStep: "Check that the host is an OCI registry and that the repository is written as the registry shows it.",
  });
}

function notAccepted(host: string, request: RegistryRequest, answer: RegistryAnswer): FairwayError {
  return configuration(
    "UNAUTHORIZED",
    `${host} does not let the given account "${request.scope.actions}" ${request.scope.repository}${said(answer)}`,
    `Check the user name and the password or token; it needs ${needs(request)}. A private repository that does not exist is answered like this as well.`,
  );
}

function notLoggedIn(host: string, request: RegistryRequest, answer: RegistryAnswer): FairwayError {
  return configuration(
    "NO_CREDENTIALS",
    `${host} asks who wants to "${request.scope.actions}" ${request.scope.repository}, and no credentials for it were found${said(answer)}`,
    `Put docker/login-action for ${host} before this step. The inputs username and password do the same for the source's registry.`,
  );
}

function needs({ scope }: RegistryRequest): string {
  const permission = scope.actions === "pull" ? "read" : "write";
  return `the scope repository:${scope.repository}:${scope.actions} (for ghcr.io with GITHUB_TOKEN: permissions: packages: ${permission})`;
}

/** What the registry itself gives as the reason: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes */
export function complaintOf(answer: RegistryAnswer): RegistryComplaint {
  const errors = member(parseJson(new TextDecoder().decode(answer.body)), "errors");
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  return { code: stringMember(first, "code") ?? "", message: stringMember(first, "message") ?? "" };
}

function said(answer: RegistryAnswer): string {
  const { code, message } = complaintOf(answer);
  const text = [code, message].filter((part) => part !== "").join(": ");
  return text === "" ? "" : ` (${text.slice(0, 300)})`;
}
