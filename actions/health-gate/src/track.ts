import type { Assessment, Failed } from "./assessment.ts";
import type { Target } from "./target.ts";
import { countVersion } from "./version-mix.ts";

/** What has been learnt of one target so far. Times are milliseconds since the gate started to ask. */
export interface Track {
  readonly target: Target;
  readonly observations: number;
  /** Healthy answers in a row, up to now. */
  readonly streak: number;
  /** When the first of them came. */
  readonly streakSinceMs: number | undefined;
  readonly longestStreak: number;
  readonly passes: number;
  readonly last: Assessment | undefined;
  readonly lastFailed: Failed | undefined;
  /** Since when every observation was in the state of the last one. */
  readonly sameSinceMs: number;
  readonly lastHeldMs: number | undefined;
  readonly version: string | undefined;
  /** How often each version answered, in the order of their first answers. */
  readonly versions: ReadonlyMap<string, number>;
}

export function createTrack(target: Target): Track {
  return {
    target,
    observations: 0,
    streak: 0,
    streakSinceMs: undefined,
    longestStreak: 0,
    passes: 0,
    last: undefined,
    lastFailed: undefined,
    sameSinceMs: 0,
    lastHeldMs: undefined,
    version: undefined,
    versions: new Map(),
  };
}

/** The track with one more observation. */
export function observe(track: Track, assessment: Assessment, atMs: number): Track {
  const passed = assessment.kind === "passed";
  const streak = passed ? track.streak + 1 : 0;
  return {
    target: track.target,
    observations: track.observations + 1,
    streak,
    streakSinceMs: passed ? (track.streakSinceMs ?? atMs) : undefined,
    longestStreak: Math.max(track.longestStreak, streak),
    passes: track.passes + (passed ? 1 : 0),
    last: assessment,
    lastFailed: passed ? track.lastFailed : assessment,
    sameSinceMs: isSameState(track.last, assessment) ? track.sameSinceMs : atMs,
    lastHeldMs: passed ? atMs : track.lastHeldMs,
    version: assessment.version ?? track.version,
    versions: countVersion(track.versions, assessment.version),
  };
}

/** A state is told by what a person would be told of it; passed and failed never are the same. */
export function isSameState(before: Assessment | undefined, now: Assessment): boolean {
  return before?.kind === now.kind && before.observed === now.observed;
}
