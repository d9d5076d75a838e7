import type { Clock } from "@fairway/domain";

import type { Asker } from "./asker.ts";
import { createOverlappingAttempts } from "./attempts.ts";
import type { Gate } from "./gate.ts";
import { CONFIRM_PAUSE_MS, holdPauseMs, seekPauseMs } from "./pace.ts";
import { pause } from "./pause.ts";
import type { Target } from "./target.ts";
import type { Track } from "./track.ts";

/** What the pursuit of one target needs of the gate that it is part of. */
export interface Pursuit {
  readonly target: Target;
  readonly gate: Gate;
  readonly asker: Asker;
  readonly clock: Clock;
  /** Aborted when nothing more is to be asked. */
  readonly over: AbortSignal;
  readonly consecutiveSuccesses: number;
}

/**
 * Asks one target until the gate has its verdict: overlapping attempts until the first healthy answer, then one after the
 * other, so that "in a row" has a meaning, and from the start again when one fails.
 */
export async function pursue(pursuit: Pursuit): Promise<void> {
  const { gate, over, target } = pursuit;
  while (!over.aborted) {
    if (gate.track(target).streak === 0) await seek(pursuit);
    else await confirm(pursuit);
  }
}

async function seek({ target, gate, asker, clock, over }: Pursuit): Promise<void> {
  const attempts = createOverlappingAttempts(target, asker);
  const found = new AbortController();
  const done = AbortSignal.any([over, found.signal]);
  let defect: { readonly error: unknown } | undefined;
  const look = async () => {
    const seen = await attempts.start();
    if (seen === undefined) return;
    gate.report(target, seen);
    if (gate.track(target).streak === 0) return;
    // What was asked before this answer would only tell of a time that is over.
    attempts.abandon();
    found.abort();
  };
  while (!done.aborted) {
    look().catch((error: unknown) => {
      defect = { error };
      found.abort();
    });
    await pause(clock, seekPauseMs(gate.usedMs(), isRefused(gate.track(target))), done);
  }
  attempts.abandon();
  if (defect !== undefined) throw defect.error;
}

async function confirm({ target, gate, asker, clock, over, consecutiveSuccesses }: Pursuit): Promise<void> {
  const enough = gate.track(target).streak >= consecutiveSuccesses;
  if (!(await pause(clock, enough ? holdPauseMs(gate.usedMs()) : CONFIRM_PAUSE_MS, over))) return;
  const seen = await asker.ask(target, over);
  if (seen.kind !== "aborted") gate.report(target, seen);
}

function isRefused({ last }: Track): boolean {
  return last?.kind === "failed" && last.code === "REFUSED";
}
