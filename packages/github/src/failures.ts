import { configuration, FairwayError, parseRetryAfter, upstream, type AfterFailure } from "@fairway/domain";

interface Failed {
  /** Undefined when no answer came. */
  readonly status: number | undefined;
  readonly message: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

const LOOK_AND_REPEAT =
  "Look at the status page of GitHub (https://www.githubstatus.com), and run the job again: what is done is found done.";

/** The status that GitHub answered with, or undefined when the call failed without an answer. */
export function statusOf(error: unknown): number | undefined {
  return readFailure(error).status;
}

/** Whether the call may have been applied although it failed: no answer came, or a server in between failed. */
export function isOutcomeUnknown(error: unknown): boolean {
  const { status } = readFailure(error);
  return status === undefined || status >= 500;
}

/** Which failures are worth another try, and not before when: lost connections, 5xx, and rate limits with their wish. */
export function judgeFailure(error: unknown, now: Date): AfterFailure {
  if (lastingError(error) !== undefined) return { kind: "give-up" };
  const failed = readFailure(error);
  if (failed.status === undefined || failed.status >= 500)
    return { kind: "again", notBeforeMs: parseRetryAfter(failed.headers["retry-after"], now) };
  return isRateLimit(failed) ? { kind: "again", notBeforeMs: waitWished(failed, now) } : { kind: "give-up" };
}

/**
 * Says what failed in words that name the missing permission or the next step, with the time that GitHub asks to wait.
 * GITHUB_FAILED may pass by itself (5xx, and 404 for what was made a moment ago), GITHUB_REFUSED comes of what was sent.
 * FairwayErrors pass as they are, and so do those of the transport that will stay.
 */
export function explainFailure(what: string, error: unknown, now: Date): FairwayError {
  if (error instanceof FairwayError) return error;
  const lasting = lastingError(error);
  if (lasting !== undefined) return lasting;
  const failed = readFailure(error);
  if (failed.status === undefined)
    return upstream("GITHUB_UNREACHABLE", `GitHub gave no answer to: ${what}`, {
      nextStep: LOOK_AND_REPEAT,
      cause: reasonOf(error),
    });
  if (failed.status === 401) {
    return configuration(
      "BAD_TOKEN",
      `GitHub refused the token to: ${what}`,
      "Give a token that is valid for this repository: in github-token, which is the job's own by default, or in tag-token where that is used.",
    );
  }
  if (isRateLimit(failed)) {
    return upstream("GITHUB_RATE_LIMIT", `GitHub's rate limit stopped: ${what}`, {
      nextStep: "Wait and run the job again; what is done is found done.",
      retryAfterMs: waitWished(failed, now),
      cause: error,
    });
  }
  if (failed.status === 403) return missingPermission(what, failed, error);
  return unexpected(what, { ...failed, status: failed.status }, { error, now });
}

function unexpected(what: string, failed: Failed & { status: number }, { error, now }: { error: unknown; now: Date }) {
  const { status, message, headers } = failed;
  const passes = status >= 500 || [404, 408, 409].includes(status);
  const unseen = "Check that it exists: GitHub answers 404 also for what the token may not see.";
  const nextStep = status === 404 ? unseen : LOOK_AND_REPEAT;
  return upstream(passes ? "GITHUB_FAILED" : "GITHUB_REFUSED", `GitHub answered ${status} to: ${what} (${message})`, {
    nextStep: passes ? nextStep : undefined,
    retryAfterMs: parseRetryAfter(headers["retry-after"], now),
    cause: error,
  });
}

/**
 * The error for a tag or release that GitHub refuses because the commit changes workflow files; undefined when that is not
 * the reason. GitHub says so in words, or answers 403 or 404 and names the permission in a header; the same header comes
 * when the job lacks `contents: write`, and both are said then. A 404 may also pass by itself, so it stays an upstream error.
 * https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps
 */
export function explainWorkflowRefusal(what: string, error: unknown): FairwayError | undefined {
  const failed = readFailure(error);
  const refused = [403, 404, 422].includes(failed.status ?? 0) && !isRateLimit(failed);
  const named = /workflows=write/.test(failed.headers["x-accepted-github-permissions"] ?? "") && failed.status !== 422;
  const told = /\bworkflows?\b.*\b(permission|scope)/i.test(failed.message);
  if (!refused || !(named || told)) return undefined;
  const message =
    `GitHub refused to ${what} (${failed.status}: ${failed.message}). Where the commit has other files in ` +
    ".github/workflows than the default branch, this takes the permission workflows: write, which a job's own token " +
    "can never have; otherwise it takes contents: write";
  const nextStep =
    "Check that the job has contents: write. If it has, give the input tag-token a token of a GitHub App or a person " +
    "with the permissions Contents and Workflows (write); it is used for the tag and the release alone.";
  const kind = failed.status === 404 ? "upstream" : "configuration";
  return new FairwayError(message, { kind, code: "WORKFLOW_PERMISSION", nextStep, cause: error });
}

function missingPermission(what: string, failed: Failed, cause: unknown): FairwayError {
  const needed = failed.headers["x-accepted-github-permissions"];
  const nextStep =
    needed === undefined
      ? "Grant the job the permissions that the action's README lists."
      : `Grant the job one of these permissions: ${needed.replaceAll("=", ": ")}.`;
  return new FairwayError(`The token may not: ${what} (${failed.message})`, {
    kind: "configuration",
    code: "MISSING_PERMISSION",
    nextStep,
    cause,
  });
}

function isRateLimit({ status, message, headers }: Failed): boolean {
  if (status === 429) return true;
  return (
    status === 403 &&
    (headers["retry-after"] !== undefined || headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(message))
  );
}

/** Without a wish of the server, a secondary limit wants a minute: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function waitWished({ headers }: Failed, now: Date): number {
  const wished = parseRetryAfter(headers["retry-after"], now);
  if (wished !== undefined) return wished;
  const reset = Number(headers["x-ratelimit-reset"]);
  return headers["x-ratelimit-remaining"] === "0" && reset > 0 ? Math.max(0, reset * 1000 - now.getTime()) : 60_000;
}

/** What no further try changes, such as a certificate that is not trusted; Octokit wraps what its transport throws. */
function lastingError(error: unknown): FairwayError | undefined {
  const found = error instanceof FairwayError ? error : reasonOf(error);
  return found instanceof FairwayError && found.kind !== "upstream" ? found : undefined;
}

/** Octokit's RequestError: it has a response only when one came, and calls everything else a 500. */
function readFailure(error: unknown): Failed {
  const { status, message, response } = error as {
    status?: number;
    message?: string;
    response?: { headers: Failed["headers"] };
  };
  return {
    status: response === undefined ? undefined : status,
    message: message ?? "",
    headers: response?.headers ?? {},
  };
}

function reasonOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? error.cause : error;
}
