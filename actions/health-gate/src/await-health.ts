import type { Asker } from "./asker.ts";
import type { Expectations } from "./expectations.ts";
import { openGate, type Gate } from "./gate.ts";
import type { HealthGateInputs } from "./inputs.ts";
import type { GateVerdict } from "./judge.ts";
import { pause } from "./pause.ts";
import type { HealthGatePorts } from "./ports.ts";
import { pursue } from "./pursue.ts";
import type { Track } from "./track.ts";

const HEARTBEAT_MS = 15_000;

export interface WaitResult {
  readonly verdict: Exclude<GateVerdict, { kind: "waiting" }>;
  readonly tracks: readonly Track[];
  readonly usedMs: number;
}

/**
 * Asks all targets at once until there is a verdict, at the latest when the time is up. Throws the signal's reason when
 * the run is cancelled.
 */
export async function awaitHealth(
  inputs: HealthGateInputs,
  expectations: Expectations,
  ports: HealthGatePorts & { readonly asker: Asker },
): Promise<WaitResult> {
  const { asker, clock, signal } = ports;
  const gate = openGate(inputs, expectations, ports);
  const over = AbortSignal.any([signal, gate.ended]);
  const { consecutiveSuccesses } = inputs;
  try {
    await Promise.all([
      ...inputs.url.map((target) => pursue({ target, gate, asker, clock, over, consecutiveSuccesses })),
      expire(gate, ports, over),
      sayAlive(gate, ports, over),
    ]);
  } finally {
    gate.close();
  }
  signal.throwIfAborted();
  return {
    verdict: decided(gate.verdict()),
    tracks: inputs.url.map((target) => gate.track(target)),
    usedMs: gate.usedMs(),
  };
}

async function expire(gate: Gate, { clock }: HealthGatePorts, over: AbortSignal): Promise<void> {
  if (await pause(clock, gate.timeoutMs, over)) gate.expire();
}

async function sayAlive(
  gate: Gate,
  { asker, clock }: HealthGatePorts & { readonly asker: Asker },
  over: AbortSignal,
): Promise<void> {
  while (await pause(clock, HEARTBEAT_MS, over)) gate.sayAlive(asker.count());
}

function decided(verdict: GateVerdict): WaitResult["verdict"] {
  if (verdict.kind === "waiting") throw new Error("the wait for health ended without a verdict");
  return verdict;
}
