import { createDeadline, type Clock, type Log } from "@fairway/domain";

import { assess } from "./assess.ts";
import type { Expectations } from "./expectations.ts";
import { NO_HISTORY, remember, type History } from "./history.ts";
import type { HealthGateInputs } from "./inputs.ts";
import { judge, type GateVerdict } from "./judge.ts";
import type { Seen } from "./ports.ts";
import { createProgressLog } from "./progress-log.ts";
import type { Target } from "./target.ts";
import { createTrack, observe, type Track } from "./track.ts";
import { mixIn, NO_VERSIONS, type VersionMix } from "./version-mix.ts";

/** What is known of all targets, and the verdict as soon as it is there. */
export interface Gate {
  /** Aborted when there is a verdict, or when the gate is closed. */
  readonly ended: AbortSignal;
  readonly timeoutMs: number;
  usedMs(): number;
  track(target: Target): Track;
  tracks(): readonly Track[];
  /** The versions that a URL has answered with, also at addresses that are gone. */
  mix(target: Target): VersionMix;
  history(): History;
  /**
   * Takes targets in the place of others, such as the addresses of a name in the place of the name. What is known of a
   * target that stays is kept.
   */
  replace(before: readonly Target[], after: readonly Target[]): void;
  /** Takes in what an attempt saw, and decides. */
  report(target: Target, seen: Seen): void;
  /** Decides at the deadline. */
  expire(): void;
  sayAlive(attempts: number): void;
  verdict(): GateVerdict;
  close(): void;
}

export function openGate(
  inputs: HealthGateInputs,
  expectations: Expectations,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Gate {
  const deadline = createDeadline(clock, inputs.timeoutSeconds);
  const rules = { ...inputs, timeoutMs: deadline.totalMs };
  const progress = createProgressLog(log, deadline.totalMs);
  const ended = new AbortController();
  const tracks = new Map(inputs.url.map((target) => [target, createTrack(target)]));
  const mixes = new Map<string, VersionMix>();
  const mix = ({ url }: Target) => mixes.get(url) ?? NO_VERSIONS;
  const track = (target: Target) => tracks.get(target) ?? createTrack(target);
  let history = NO_HISTORY;
  let verdict: GateVerdict = { kind: "waiting" };
  const decide = (nowMs: number) => {
    if (verdict.kind === "waiting") verdict = judge([...tracks.values()], rules, nowMs);
    if (verdict.kind !== "waiting") ended.abort();
  };
  return {
    ended: ended.signal,
    timeoutMs: deadline.totalMs,
    usedMs: () => deadline.usedMs(),
    track,
    tracks: () => [...tracks.values()],
    mix,
    history: () => history,
    replace: (before, after) => {
      for (const target of before) if (!after.includes(target)) tracks.delete(target);
      for (const target of after) tracks.set(target, track(target));
    },
    report: (target, seen) => {
      const nowMs = deadline.usedMs();
      const assessment = assess(seen, expectations);
      progress.changed(track(target), assessment, nowMs);
      tracks.set(target, observe(track(target), assessment, nowMs));
      mixes.set(target.url, mixIn(mix(target), assessment.version, nowMs));
      history = remember(history, { target, seen: assessment }, nowMs);
      decide(nowMs);
    },
    expire: () => decide(deadline.totalMs),
    sayAlive: (attempts) => progress.heartbeat([...tracks.values()], attempts, deadline.usedMs()),
    verdict: () => verdict,
    close: () => ended.abort(),
  };
}
