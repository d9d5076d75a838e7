import { renderDuration, renderMoment, type Log } from "@fairway/domain";

import type { Assessment } from "./assessment.ts";
import { isSameState, type Track } from "./track.ts";

/** A service that flaps ten times a second would bury everything else. */
const MAX_CHANGES = 30;

/** Tells a person what changes, once for each change, and now and then that the gate is alive. */
export interface ProgressLog {
  changed(before: Track, now: Assessment, atMs: number): void;
  heartbeat(tracks: readonly Track[], attempts: number, atMs: number): void;
}

export function createProgressLog(log: Log, timeoutMs: number): ProgressLog {
  let changes = 0;
  return {
    changed: ({ target, last }, now, atMs) => {
      if (isSameState(last, now)) return;
      changes += 1;
      if (changes > MAX_CHANGES) return;
      log.info(`${renderMoment(atMs)} ${target.label} ${now.observed}${expectation(now)}`);
      if (changes === MAX_CHANGES) log.info("further changes are summed up every 15 s");
    },
    heartbeat: (tracks, attempts, atMs) => {
      const states = tracks.map((track) => `${track.target.label} ${renderState(track, atMs)}`);
      log.info(
        `still waiting after ${renderDuration(atMs)} of ${renderDuration(timeoutMs)}, ${attempts} attempts: ${states.join("; ")}`,
      );
    },
  };
}

/** What a target does now, and for how long. */
export function renderState({ last, sameSinceMs }: Track, atMs: number): string {
  if (last === undefined) return "has not been heard of";
  return `${last.observed} (for ${renderDuration(atMs - sameSinceMs)})`;
}

function expectation(assessment: Assessment): string {
  return assessment.kind === "failed" ? `; expected ${assessment.expected}` : "";
}
