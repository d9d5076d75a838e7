import { renderDuration } from "@fairway/domain";

import type { Asker } from "./asker.ts";
import { assess } from "./assess.ts";
import type { Expectations } from "./expectations.ts";
import type { HealthGateInputs } from "./inputs.ts";
import { isBeyondHope, judgeSoak, type Sample, type SoakVerdict } from "./judge-soak.ts";
import { soakPauseMs } from "./pace.ts";
import { pause } from "./pause.ts";
import type { HealthGatePorts } from "./ports.ts";
import type { Target } from "./target.ts";

const HEARTBEAT_MS = 15_000;
/** Above this nothing new is started: a service that hangs must not use up the runner's file descriptors. */
const MAX_OPEN = 200;

/** What a soak writes down while it runs. */
interface Notebook {
  readonly samples: Sample[];
  failed: number;
  open: number;
}

/**
 * Asks targets that are healthy at a steady rate, whether or not earlier answers are there: waiting for a slow answer
 * before asking again would hide how many people it kept waiting. It ends early when the limit can no longer be kept, and
 * waits at its end for the answers that are on their way, at most one attempt's timeout. Throws the signal's reason when
 * the run is cancelled.
 */
export async function soak(
  targets: readonly Target[],
  inputs: HealthGateInputs,
  expectations: Expectations,
  ports: HealthGatePorts & { readonly asker: Asker },
): Promise<SoakVerdict> {
  const { clock, log, signal } = ports;
  const limits = { maxErrorRate: inputs.maxErrorRate ?? 0, maxP95Ms: inputs.maxP95Ms };
  const soakMs = inputs.soakSeconds * 1000;
  const rounds = Math.ceil(soakMs / soakPauseMs(soakMs));
  const started = clock.elapsedMs();
  const notes: Notebook = { samples: [], failed: 0, open: 0 };
  const stop = new AbortController();
  const over = AbortSignal.any([signal, stop.signal]);
  log.info(`soaking for ${renderDuration(soakMs)}: ${rounds * targets.length} attempts`);
  const look = async (target: Target) => {
    if (notes.open >= MAX_OPEN) return;
    notes.open += 1;
    const seen = await ports.asker.ask(target, over);
    notes.open -= 1;
    if (seen.kind === "aborted") return;
    note(notes, { target, assessment: assess(seen, expectations), atMs: clock.elapsedMs() - started });
    if (isBeyondHope(notes.failed, rounds * targets.length, limits)) stop.abort();
  };
  const beat = heartbeat(notes, ports, over);
  const open: Promise<void>[] = [];
  for (let round = 0; round < rounds && !over.aborted; round += 1) {
    for (const target of targets) {
      const looking = look(target);
      looking.catch(() => stop.abort());
      open.push(looking);
    }
    await pause(clock, Math.max(0, started + (round + 1) * soakPauseMs(soakMs) - clock.elapsedMs()), over);
  }
  await Promise.all(open);
  stop.abort();
  await beat;
  signal.throwIfAborted();
  return judgeSoak(notes.samples, limits);
}

function note(notes: Notebook, sample: Sample): void {
  notes.samples.push(sample);
  if (sample.assessment.kind === "failed") notes.failed += 1;
}

async function heartbeat(notes: Notebook, { clock, log }: HealthGatePorts, over: AbortSignal): Promise<void> {
  for (let count = 1; await pause(clock, HEARTBEAT_MS, over); count += 1) {
    const elapsed = renderDuration(count * HEARTBEAT_MS);
    log.info(`still soaking after ${elapsed}: ${notes.samples.length} answers, ${notes.failed} failed`);
  }
}
