import type { HealthGateInputs } from "./inputs.ts";
import type { GateVerdict } from "./judge.ts";
import type { SoakVerdict } from "./judge-soak.ts";
import { renderMoment } from "./progress-log.ts";
import { P95_SAMPLES } from "./statistics.ts";
import type { Track } from "./track.ts";

/** One line about targets that are healthy. */
export function renderReady(
  { tracks, afterMs }: Extract<GateVerdict, { kind: "ready" }>,
  { consecutiveSuccesses, url }: Pick<HealthGateInputs, "consecutiveSuccesses" | "url">,
): string {
  const who =
    url.length === 1
      ? tracks.map(({ target, last }) => `${target.label} ${last?.observed ?? ""}`).join("; ")
      : `${tracks.length} of ${url.length} URLs are healthy`;
  return `${who} after ${renderMoment(afterMs)}, ${consecutiveSuccesses} in a row`;
}

/**
 * One line about a soak. It says how much the figures are worth: the error rate as a bound with 95 % confidence, the p95
 * with a remark when there are too few answers for one.
 */
export function renderSoak({ figures }: SoakVerdict): string {
  const { samples, failed, errorRate, errorRateBound, p95Ms } = figures;
  const rate = `${failed} of ${samples} answers failed in the soak (${percent(errorRate)}; under ${percent(errorRateBound)} with 95 % confidence)`;
  if (p95Ms === undefined) return `${rate}, no healthy answer to time`;
  const few = samples - failed < P95_SAMPLES ? ` (from ${samples - failed} answers, too few to rely on)` : "";
  return `${rate}, p95 ${Math.round(p95Ms)} ms${few}`;
}

/** `1.2.0 in 40 % of 50 answers, 1.3.0 in 60 %`; empty when one version answered or none. */
export function renderVersionMix({ versions }: Track): string {
  if (versions.size < 2) return "";
  const total = [...versions.values()].reduce((sum, count) => sum + count, 0);
  const shares = [...versions].map(([version, count]) => `${version} in ${percent(count / total)}`);
  return `${shares.join(", ")} of ${total} answers`;
}

/** `0.5 %`, with a digit after the point where there is something to see. */
export function percent(share: number): string {
  const value = share * 100;
  return `${value >= 10 || Number.isInteger(value) ? Math.round(value) : value.toFixed(value >= 1 ? 1 : 2)} %`;
}
