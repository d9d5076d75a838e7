import type { Asker } from "./asker.ts";
import type { Expectations } from "./expectations.ts";
import { openGate, type Gate } from "./gate.ts";
import type { History } from "./history.ts";
import type { HealthGateInputs } from "./inputs.ts";
import type { GateVerdict } from "./judge.ts";
import { pause } from "./pause.ts";
import type { HealthGatePorts } from "./ports.ts";
import { pursueEach } from "./pursue-each.ts";
import { pursue } from "./pursue.ts";
import type { Target } from "./target.ts";
import type { Track } from "./track.ts";
import type { VersionMix } from "./version-mix.ts";

const HEARTBEAT_MS = 15_000;

export interface WaitResult {
  readonly verdict: Exclude<GateVerdict, { kind: "waiting" }>;
  /** One for each URL, or for each address of each URL. */
  readonly tracks: readonly Track[];
  /** Which versions answered, by URL. */
  readonly mixes: ReadonlyMap<string, VersionMix>;
  readonly history: History;
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
  const { asker, clock, log, probe, signal } = ports;
  const gate = openGate(inputs, expectations, ports);
  const over = AbortSignal.any([signal, gate.ended]);
  const { consecutiveSuccesses } = inputs;
  const lookUpTimeoutMs = inputs.attemptTimeoutSeconds * 1000;
  const start = (target: Target): Promise<void> => {
    const pursuit = { target, gate, asker, clock, over, consecutiveSuccesses };
    return inputs.resolve === "each" ? pursueEach({ ...pursuit, probe, log, lookUpTimeoutMs }) : pursue(pursuit);
  };
  try {
    await Promise.all([...inputs.url.map(start), expire(gate, ports, over), sayAlive(gate, ports, over)]);
  } finally {
    gate.close();
  }
  signal.throwIfAborted();
  return {
    verdict: decided(gate.verdict()),
    tracks: gate.tracks(),
    mixes: new Map(inputs.url.map((target) => [target.url, gate.mix(target)])),
    history: gate.history(),
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
