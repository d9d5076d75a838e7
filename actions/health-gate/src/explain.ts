import { FairwayError, renderDuration, renderMoment, type ErrorKind } from "@fairway/domain";

import type { Failed } from "./assessment.ts";
import type { WaitResult } from "./await-health.ts";
import type { HealthGateInputs } from "./inputs.ts";
import type { GateVerdict } from "./judge.ts";
import type { SoakVerdict } from "./judge-soak.ts";
import { renderState } from "./progress-log.ts";
import { percent, renderServing, renderSoak, renderVersionMix } from "./render-verdict.ts";
import type { Track } from "./track.ts";

export interface Explanation {
  /** One line. */
  readonly reason: string;
  readonly failure: FairwayError;
}

type Unhealthy = Extract<GateVerdict, { kind: "settled" | "expired" }>;

interface Cause {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly nextStep: string;
}

/** Says why the gate is red, on the first screen: expected, observed, when it last held, and what serves now. */
export function explain(verdict: Unhealthy, wait: WaitResult): Explanation {
  const { usedMs } = wait;
  const { track } = verdict;
  const reason = verdict.kind === "settled" ? settledReason(track, verdict.failed) : expiredReason(track, usedMs);
  const failed = verdict.kind === "settled" ? verdict.failed : track.lastFailed;
  return { reason, failure: failure(reason, evidence(track, failed, wait), causeOf(verdict, failed)) };
}

/** Says why a soak is red. */
export function explainSoak(
  verdict: Exclude<SoakVerdict, { kind: "clean" }>,
  { maxErrorRate = 0 }: Pick<HealthGateInputs, "maxErrorRate">,
): Explanation {
  const figures = renderSoak(verdict);
  if (verdict.kind === "slow") {
    const reason = `healthy, but too slow in the soak: p95 above ${verdict.maxP95Ms} ms; ${figures}`;
    return { reason, failure: failure(reason, [], TOO_SLOW) };
  }
  const { failed, target, lastHealthyMs, version } = verdict;
  const reason = `healthy at first, then ${target.label} ${failed.observed}; expected ${failed.expected}`;
  const lines = [
    `soak: ${figures}; at most ${percent(maxErrorRate)} may fail`,
    `expected: ${failed.expected}`,
    `observed: ${failed.observed}`,
    ...excerptOf(failed),
    `last healthy: ${lastHealthyMs === undefined ? "before the soak" : `${renderMoment(lastHealthyMs)} after the soak began`}`,
    `serves now: ${version === undefined ? "unknown, no version was seen" : `version ${version}`}`,
  ];
  return { reason, failure: failure(reason, lines, SOAK_ERRORS) };
}

function failure(reason: string, lines: readonly string[], cause: Cause): FairwayError {
  return new FairwayError([reason, ...lines].join("\n"), cause);
}

function settledReason({ target }: Track, { observed, expected }: Failed): string {
  return `${target.label} ${observed}; expected ${expected}`;
}

function expiredReason(track: Track, usedMs: number): string {
  const { target, last, passes, observations, longestStreak } = track;
  const within = `not healthy within ${renderDuration(usedMs)}`;
  if (last === undefined) return `${within}: ${target.label} gave no answer`;
  if (passes > 0)
    return `${within}: ${target.label} was healthy in ${passes} of ${observations} answers, at most ${longestStreak} in a row`;
  return last.kind === "failed" ? `${within}: ${settledReason(track, last)}` : within;
}

function evidence(track: Track, failed: Failed | undefined, { mixes, tracks, usedMs }: WaitResult): string[] {
  const mix = renderVersionMix(mixes.get(track.target.url) ?? track);
  return [
    `expected: ${failed?.expected ?? "an answer in time"}`,
    `observed: ${track.last?.kind === "passed" ? (failed?.observed ?? "") : renderState(track, usedMs)}`,
    ...(failed === undefined ? [] : excerptOf(failed)),
    `last healthy: ${lastHealthy(track)}`,
    `serves now: ${renderServing(track, tracks)}`,
    ...(mix === "" ? [] : [`versions: ${mix}`]),
    `answers and failures seen: ${track.observations} in ${renderDuration(usedMs)}`,
  ];
}

function excerptOf({ excerpt }: Failed): string[] {
  return excerpt === "" ? [] : [`answer: ${excerpt}`];
}

function lastHealthy({ lastHeldMs }: Track): string {
  return lastHeldMs === undefined ? "never" : `${renderMoment(lastHeldMs)} after the start`;
}

function causeOf({ kind }: Unhealthy, failed: Failed | undefined): Cause {
  const nextStep = failed?.nextStep ?? NO_ANSWER_YET;
  if (failed?.code === "ADDRESS") return { kind: "configuration", code: "ADDRESS_REFUSED", nextStep };
  if (kind === "expired") return { kind: "upstream", code: "NOT_HEALTHY_IN_TIME", nextStep };
  const isOther = failed?.code === "VERSION";
  return { kind: "upstream", code: isOther ? "OTHER_VERSION" : "UNHEALTHY_ANSWER", nextStep };
}

/** No attempt had come to its own end. */
const NO_ANSWER_YET =
  "Check the address in url and the application's own log. With timeout-seconds longer than attempt-timeout-seconds this step can tell where an attempt stops.";
const SOAK_ERRORS: Cause = {
  kind: "upstream",
  code: "SOAK_ERRORS",
  nextStep: "Look for one bad instance among several, or for what restarts. Roll back if people are affected.",
};
const TOO_SLOW: Cause = {
  kind: "upstream",
  code: "SOAK_SLOW",
  nextStep: "Compare with the version before: run the same gate against it. Roll back if this one is slower.",
};
