import {
  code,
  escapeMarkdown,
  facts,
  joinParts,
  renderMoment,
  renderNextStep,
  renderTimeline,
  table,
} from "@fairway/domain";

import type { HealthGateResult } from "./health-gate.ts";
import { renderServing, renderVersionMix } from "./render-verdict.ts";
import type { Track } from "./track.ts";

/** More addresses than these fill the screen; those that are not healthy come first. */
const SHOWN_TRACKS = 10;

/** Beside the evidence and the URLs no more fit on one screen. */
const SHOWN_STATES = 4;

/** The job summary: the verdict and why, what to do next, what each URL does now, and how it came to that. */
export function renderSummary({ outputs, failure, wait }: HealthGateResult): string {
  const { tracks, history } = wait;
  return joinParts([
    `### Health gate: ${outputs.outcome}`,
    escapeMarkdown(outputs.reason, 1000),
    renderNextStep(failure?.nextStep),
    evidence(failure?.message ?? ""),
    ...(tracks.length === 1 ? [renderOnly(outputs, wait)] : renderAll(outputs, tracks)),
    renderTimeline(history.entries, history.leftOut, SHOWN_STATES),
  ]);
}

/** Of one URL the reason and the evidence have told the rest. */
function renderOnly(
  { outcome, attempts }: HealthGateResult["outputs"],
  { tracks, mixes }: HealthGateResult["wait"],
): string {
  const [track] = tracks;
  if (track === undefined || outcome !== "healthy") return "";
  const mix = mixes.get(track.target.url);
  return facts([
    ["Serves now", escapeMarkdown(renderServing(track, tracks))],
    ["Versions seen", mix === undefined ? "" : escapeMarkdown(renderVersionMix(mix))],
    ["Attempts", attempts],
  ]);
}

function renderAll(outputs: HealthGateResult["outputs"], tracks: readonly Track[]): readonly string[] {
  const sorted = tracks.toSorted((one, other) => rank(one) - rank(other));
  const more = sorted.length - SHOWN_TRACKS;
  const head = ["URL", outputs["error-rate"] === "" ? "Now" : "Before the soak", "Last healthy", "Versions seen"];
  const rest = more > 0 ? `${more} more, ` : "";
  return [table(head, sorted.slice(0, SHOWN_TRACKS).map(row)), `${rest}${outputs.attempts} attempts.`];
}

function rank({ last }: Track): number {
  return last?.kind === "passed" ? 1 : 0;
}

function row(track: Track): readonly string[] {
  const { target, last, lastHeldMs, version } = track;
  return [
    code(target.label),
    escapeMarkdown(last?.observed ?? "no answer"),
    lastHeldMs === undefined ? "never" : renderMoment(lastHeldMs),
    escapeMarkdown(renderVersionMix(track) || (version ?? "none")),
  ];
}

/** The lines of evidence; the first line is the reason, which stands above. */
function evidence(message: string): string {
  return message
    .split("\n")
    .slice(1)
    .map((line) => `- ${escapeMarkdown(line)}`)
    .join("\n");
}
