import { badCertificate, configuration, FairwayError, member, stringMember, upstream } from "@fairway/domain";

/**
 * What a failed call means to the caller. `unsent` and `throttled` were certainly not carried out; `unknown` may have been.
 */
export type Failure = "unsent" | "throttled" | "unknown" | "denied" | "credentials" | "refused" | "other";

const NAMES: Readonly<Record<string, Failure>> = {
  AbortError: "unknown",
  AccessDenied: "denied",
  AccessDeniedException: "denied",
  UnauthorizedOperation: "denied",
  CredentialsProviderError: "credentials",
  ExpiredToken: "credentials",
  ExpiredTokenException: "credentials",
  IncompleteSignature: "credentials",
  InvalidClientTokenId: "credentials",
  InvalidSignatureException: "credentials",
  MissingAuthenticationToken: "credentials",
  MissingAuthenticationTokenException: "credentials",
  SignatureDoesNotMatch: "credentials",
  TokenProviderError: "credentials",
  UnrecognizedClientException: "credentials",
  BandwidthLimitExceeded: "throttled",
  LimitExceededException: "refused",
  RequestLimitExceeded: "throttled",
  RequestThrottled: "throttled",
  RequestThrottledException: "throttled",
  SlowDown: "throttled",
  ThrottledException: "throttled",
  Throttling: "throttled",
  ThrottlingException: "throttled",
  TooManyRequestsException: "throttled",
  RequestTimeout: "unknown",
  TimeoutError: "unknown",
};

/** Errors of a connection that never came about, so that no request left this machine. */
const UNSENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);
const BROKEN = new Set(["ECONNRESET", "EPIPE", "EPROTO", "ETIMEDOUT", "ECONNABORTED"]);

/** Sorts what the SDK threw. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html */
export function classify(error: unknown): Failure {
  if (/too many concurrent attempts/i.test(messageOf(error))) return "throttled";
  return NAMES[nameOf(error)] ?? byConnection(error) ?? byStatus(error);
}

function byConnection(error: unknown): Failure | undefined {
  const code = stringMember(error, "code") ?? "";
  if (UNSENT.has(code)) return "unsent";
  return BROKEN.has(code) || code.startsWith("ERR_SSL_") ? "unknown" : undefined;
}

function byStatus(error: unknown): Failure {
  const status = member(member(error, "$metadata"), "httpStatusCode");
  if (typeof status !== "number") return "other";
  if (status === 429) return "throttled";
  return status >= 500 || status < 400 ? "unknown" : "refused";
}

/** Whether the same call may succeed later. */
export function isTransient(error: unknown): boolean {
  return ["unsent", "throttled", "unknown"].includes(classify(error));
}

/** Whether AWS called the credentials good once and over now. */
export function isExpired(error: unknown): boolean {
  const told = `${nameOf(error)} ${messageOf(error)}`;
  return classify(error) === "credentials" && /ExpiredToken|token.{0,40} expired/i.test(told);
}

/** An action of an API as policies name it: `ecs:UpdateService`. */
export type ApiCall = `${"ecs" | "elasticloadbalancing" | "logs" | "sts"}:${string}`;

/** The SDK's error as one of Fairway's. */
export function translate(error: unknown, call: ApiCall): unknown {
  if (error instanceof FairwayError) return error;
  if (messageOf(error).startsWith("Region is missing")) return noRegion();
  switch (classify(error)) {
    case "denied":
      return denied(error, call);
    case "credentials":
      return badCredentials(error, call);
    case "unsent":
    case "unknown":
      return unreachable(error, call);
    case "throttled":
      return upstream("ECS_THROTTLED", `AWS throttled ${call} until the time for retries was over`, {
        nextStep: "Run the job again; if it stays, find out what else calls this API in this account and region.",
        cause: error,
      });
    case "refused":
      return refusedCall(error, call);
    case "other":
      return untrusted(error, call);
  }
}

function denied(error: unknown, call: ApiCall): FairwayError {
  return new FairwayError(`The role of this job may not do ${call}: ${messageOf(error)}`, {
    kind: "configuration",
    code: "ACCESS_DENIED",
    nextStep: `Allow ${call} (for ecs:RegisterTaskDefinition also iam:PassRole) in the role's policy; the action's README has the policy of each mode.`,
  });
}

function badCredentials(error: unknown, call: ApiCall): FairwayError {
  const expired = isExpired(error);
  return new FairwayError(
    expired
      ? `The AWS credentials of this job expired before ${call}: ${messageOf(error)}`
      : `AWS does not accept the credentials of this job for ${call}: ${messageOf(error)}`,
    {
      kind: "configuration",
      code: expired ? "CREDENTIALS_EXPIRED" : "BAD_CREDENTIALS",
      nextStep: expired
        ? "Ask for a longer session (role-duration-seconds of aws-actions/configure-aws-credentials) than timeout-seconds; keys in the environment cannot be renewed from here."
        : "Put aws-actions/configure-aws-credentials before this step, with a role that trusts this repository.",
    },
  );
}

/** A host without an address is the region's that nobody has; what else keeps a request from its answer may pass. */
function unreachable(error: unknown, call: ApiCall): FairwayError {
  const host = stringMember(error, "code") === "ENOTFOUND" ? stringMember(error, "hostname") : undefined;
  const nobody = host === undefined ? "" : `: there is no ${host}`;
  return upstream("ECS_UNREACHABLE", `AWS gave no answer to ${call} that can be used${nobody}`, {
    nextStep:
      host === undefined
        ? "Run the job again; if it stays, look at https://health.aws.amazon.com."
        : "Check the region, in aws-region or AWS_REGION, and AWS_ENDPOINT_URL where it is set.",
    cause: error,
  });
}

function refusedCall(error: unknown, call: ApiCall): FairwayError {
  return upstream("ECS_REFUSED", `AWS refused ${call} with ${nameOf(error)}: ${messageOf(error)}`);
}

/** Where keys come from is asked by clients that the SDK opens by itself; a defect stays what it is. */
function untrusted(error: unknown, call: ApiCall): unknown {
  return badCertificate(`the endpoint of ${call}`, error) ?? error;
}

function noRegion(): FairwayError {
  return configuration(
    "NO_REGION",
    "No AWS region is known",
    "Give aws-region, or put aws-actions/configure-aws-credentials before this step.",
  );
}

/** By shape and not by class: the SDK's errors and those of Node's sockets need not be of one realm. */
export function nameOf(error: unknown): string {
  const name = (error as { name?: unknown } | null | undefined)?.name;
  return typeof name === "string" ? name : "error";
}

/** The words of anything that was thrown. */
export function messageOf(error: unknown): string {
  return stringMember(error, "message") ?? String(error);
}
