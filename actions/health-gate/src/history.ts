import type { TimelineEntry } from "@fairway/domain";

import type { Assessment } from "./assessment.ts";
import type { Target } from "./target.ts";

/** A service that flaps ten times a second would fill the memory; how it began and how it ended is kept. */
const KEPT_STATES = 40;

/**
 * The states that the targets went through, in the order in which they began. Times are milliseconds since the gate started
 * to ask.
 */
export interface History {
  readonly entries: readonly TimelineEntry[];
  /** How many in the middle were dropped. */
  readonly leftOut: number;
}

export const NO_HISTORY: History = { entries: [], leftOut: 0 };

/** The history with one more observation; one of the same state as the target's last makes that longer. */
export function remember(
  { entries, leftOut }: History,
  { target, seen }: { readonly target: Target; readonly seen: Assessment },
  atMs: number,
): History {
  const now = entryOf(target, seen, atMs);
  const index = entries.findLastIndex(({ lane }) => lane === now.lane);
  const last = entries[index];
  const closed = last === undefined ? entries : entries.with(index, { ...last, endMs: atMs });
  if (last?.what === now.what && last.tone === now.tone) return { entries: closed, leftOut };
  const more = [...closed, now];
  if (more.length <= KEPT_STATES) return { entries: more, leftOut };
  return { entries: more.toSpliced(KEPT_STATES / 2, 1), leftOut: leftOut + 1 };
}

function entryOf({ label }: Target, { kind, observed }: Assessment, atMs: number): TimelineEntry {
  return { lane: label, what: observed, startMs: atMs, endMs: atMs, tone: kind === "passed" ? "good" : "bad" };
}
