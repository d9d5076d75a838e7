import type { Failed } from "./assessment.ts";
import type { Track } from "./track.ts";

/**
 * How long an answer that rules health out may be repeated before the gate believes it. It is time enough for a balancer
 * to move its traffic, and short beside a deadline of minutes.
 */
const GRACE_MS = 30_000;

export interface GateRules {
  readonly consecutiveSuccesses: number;
  readonly require: "all" | "any";
  readonly timeoutMs: number;
}

export type GateVerdict =
  | { readonly kind: "waiting" }
  | { readonly kind: "ready"; readonly afterMs: number; readonly tracks: readonly Track[] }
  /** What answers will not become healthy by waiting; `track` is one that shows it. */
  | { readonly kind: "settled"; readonly track: Track; readonly failed: Failed }
  /** Time is up; `track` is one that was not healthy. */
  | { readonly kind: "expired"; readonly track: Track };

/**
 * Decides from all that was seen. Health wins over everything, then an answer that has settled the matter, then the clock.
 * With `all` one target that has settled decides; with `any` every one must have.
 */
export function judge(tracks: readonly Track[], rules: GateRules, nowMs: number): GateVerdict {
  const held = tracks.filter(({ streak }) => streak >= rules.consecutiveSuccesses);
  const enough = rules.require === "all" ? held.length === tracks.length && holdTogether(held) : held.length > 0;
  if (enough) return { kind: "ready", afterMs: readyAfter(held, rules), tracks: held };
  const settled = tracks.flatMap((track) => settledOf(track, rules, nowMs));
  const decided = rules.require === "all" ? settled.length > 0 : settled.length === tracks.length;
  const [first] = settled;
  if (decided && first !== undefined) return { kind: "settled", ...first };
  const [unhealthy = tracks[0]] = tracks.filter((track) => !held.includes(track));
  if (unhealthy !== undefined && nowMs >= rules.timeoutMs) return { kind: "expired", track: unhealthy };
  return { kind: "waiting" };
}

/** Each has been healthy since the last of them became so: one that was healthy earlier may have gone down since. */
function holdTogether(held: readonly Track[]): boolean {
  const latest = Math.max(...held.map(({ streakSinceMs }) => streakSinceMs ?? 0));
  return held.every(({ lastHeldMs }) => lastHeldMs !== undefined && lastHeldMs >= latest);
}

/** All of them must hold, so the last one counts; of any, the first. */
function readyAfter(held: readonly Track[], { require }: GateRules): number {
  const times = held.map(({ streakSinceMs }) => streakSinceMs ?? 0);
  return require === "all" ? Math.max(...times) : Math.min(...times);
}

function settledOf(track: Track, { timeoutMs }: GateRules, nowMs: number): { track: Track; failed: Failed }[] {
  const { last } = track;
  if (last?.kind !== "failed") return [];
  return hasSettled(track, last, { timeoutMs, nowMs }) ? [{ track, failed: last }] : [];
}

/** At the deadline half of it is grace enough, so that a short deadline too ends with the reason and not only with the time. */
function hasSettled(
  { sameSinceMs, observations }: Track,
  { patience }: Failed,
  { timeoutMs, nowMs }: { timeoutMs: number; nowMs: number },
): boolean {
  const graceMs = nowMs >= timeoutMs ? Math.min(GRACE_MS, timeoutMs / 2) : GRACE_MS;
  switch (patience) {
    case "none":
      return true;
    case "grace":
      return observations > 1 && nowMs - sameSinceMs >= graceMs;
    case "timeout":
      return false;
  }
}
