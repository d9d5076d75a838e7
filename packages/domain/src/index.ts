export { parseAwsRegion } from "./aws-region.ts";
export { createBetaTag, parseBetaTag, type BetaTag } from "./beta-tag.ts";
export { badCertificate, certificateNames, certificateProblem } from "./certificate.ts";
export { closestName, didYouMean } from "./closest-name.ts";
export { createDeadline, renderDuration, type Clock, type Deadline } from "./clock.ts";
export { parseCommitSha, shortSha, type CommitSha } from "./commit.ts";
export { isDigest, parseDigest, shortDigest, type Digest } from "./digest.ts";
export {
  causeChain,
  configuration,
  FairwayError,
  isError,
  refusal,
  upstream,
  type ErrorDetails,
  type ErrorKind,
} from "./errors.ts";
export { gatherCalls, type Gathering } from "./gather-calls.ts";
export type { HttpRequest, HttpResponse, HttpTransport } from "./http.ts";
export { isTagName, parseImageReference, renderImageReference, type ImageReference } from "./image-reference.ts";
export {
  choice,
  decimal,
  flag,
  integer,
  items,
  lines,
  optional,
  paragraph,
  parsedBy,
  parseInputs,
  secret,
  text,
  token,
  type Field,
  type Fields,
  type InputProblem,
  type InputsOf,
  type InputsVerdict,
  type Parsed,
} from "./inputs.ts";
export { isRecord, member, parseJson, stringMember, type Json } from "./json.ts";
export { parseJsonPointer, valueAt, type JsonPointer } from "./json-pointer.ts";
export { listLastingVolumes } from "./lasting-volumes.ts";
export { createFence, parseLeaseToken, renderLeaseToken, type LeaseTip, type LeaseToken } from "./lease.ts";
export { fitMarkdown } from "./fit-markdown.ts";
export type { Log } from "./log.ts";
export { isLoopbackHost } from "./loopback.ts";
export { code, escapeMarkdown, facts, joinParts, link, renderNextStep, table } from "./markdown.ts";
export { redactUrl } from "./redact-url.ts";
export { parseRetryAfter, retry, type AfterFailure, type RetryPolicy } from "./retry.ts";
export { runTogether, type Work } from "./run-together.ts";
export { compareVersions } from "./version-order.ts";
export { isPrereleaseVersion, isSemver, parseVersion, type Version } from "./version.ts";
export {
  parseReleaseManifest,
  RELEASE_MANIFEST_NAME,
  renderReleaseManifest,
  versionInTag,
  type Release,
  type ReleaseAsset,
  type ReleaseManifest,
} from "./release.ts";
export { renderMoment, renderTimeline, type TimelineEntry } from "./timeline.ts";
