import { renderMoment } from "@fairway/domain";

import type { HealthGateInputs } from "./inputs.ts";
import type { GateVerdict } from "./judge.ts";
import type { SoakVerdict } from "./judge-soak.ts";
import { P95_SAMPLES } from "./statistics.ts";
import type { Target } from "./target.ts";
import type { Track } from "./track.ts";
import { NO_VERSIONS, type VersionMix } from "./version-mix.ts";

/** One line about targets that are healthy. */
export function renderReady(
  { tracks, afterMs }: Extract<GateVerdict, { kind: "ready" }>,
  { consecutiveSuccesses, resolve, url }: Pick<HealthGateInputs, "consecutiveSuccesses" | "resolve" | "url">,
  mixes: ReadonlyMap<string, VersionMix>,
): string {
  const [only] = url;
  const observed = [...new Set(tracks.map(({ last }) => last?.observed ?? ""))].join("; ");
  const urls = new Set(tracks.map(({ target }) => target.url)).size;
  const who = url.length === 1 && only ? `${only.label} ${observed}` : `${urls} of ${url.length} URLs are healthy`;
  const where =
    resolve === "each" ? ` at ${tracks.length === 1 ? "its one address" : `all ${tracks.length} addresses`}` : "";
  const converged = url.map((target) => renderConvergence(target, tracks, mixes.get(target.url))).join("");
  return `${who}${where} after ${renderMoment(afterMs)}, ${consecutiveSuccesses} in a row${converged}`;
}

/** `; 1.2.0 in 40 %, 1.3.0 in 60 % of 50 answers, converged at 8.2 s`; empty when one version answered or none. */
function renderConvergence({ url }: Target, tracks: readonly Track[], mix: VersionMix = NO_VERSIONS): string {
  const shares = renderVersionMix(mix);
  if (shares === "") return "";
  const serving = tracks.filter(({ target }) => target.url === url);
  const converged = serving.every(({ version }) => version === mix.version);
  return `; ${shares}, ${converged ? `converged at ${renderMoment(mix.sinceMs)}` : "not converged"}`;
}

/** What serves now: the version of a URL, or how many of its addresses have which. */
export function renderServing({ target, last, version }: Track, tracks: readonly Track[]): string {
  const peers = tracks.filter((track) => track.target.url === target.url);
  if (peers.length > 1) return renderShares(peers);
  if (last === undefined) return "unknown, there was no answer";
  if (last.version !== undefined) return `version ${last.version}`;
  return version === undefined ? "unknown, no version was seen" : `unknown; version ${version} answered before`;
}

function renderShares(peers: readonly Track[]): string {
  const states = peers.map(({ last }) => (last?.version === undefined ? "no version" : `version ${last.version}`));
  const shares = [...new Set(states)]
    .toSorted()
    .map((state) => `${state} at ${states.filter((other) => other === state).length}`);
  return `${shares.join(", ")} of ${peers.length} addresses`;
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
export function renderVersionMix({ versions }: Pick<VersionMix, "versions">): string {
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
