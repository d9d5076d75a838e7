import { renderMoment, type Log } from "@fairway/domain";

import { seekPauseMs } from "./pace.ts";
import { pause } from "./pause.ts";
import type { HealthProbe, Resolution } from "./ports.ts";
import { pursue, type Pursuit } from "./pursue.ts";
import { targetAt, type Target } from "./target.ts";

/** Between two look-ups of a name: instances come and go while a deployment rolls. */
const LOOK_UP_PAUSE_MS = 2000;

/** What the pursuit of every address of a name needs besides. */
export interface EachPursuit extends Pursuit {
  readonly probe: HealthProbe;
  readonly log: Log;
  readonly lookUpTimeoutMs: number;
}

interface Chase {
  readonly target: Target;
  readonly stop: AbortController;
}

/**
 * Asks a URL at every address that its host's name leads to, each as a target of its own, until the gate has its verdict.
 * The name is looked up again and again: an address that appears is asked from then on, one that is gone no longer counts.
 * A look-up that fails changes nothing once addresses are known; before that it is what is observed of the URL.
 */
export async function pursueEach(pursuit: EachPursuit): Promise<void> {
  const { gate, target, probe, clock, lookUpTimeoutMs } = pursuit;
  const crashed = new AbortController();
  const over = AbortSignal.any([pursuit.over, crashed.signal]);
  const chases = new Map<string, Chase>();
  const work: Promise<void>[] = [];
  const start = ({ target: one, stop }: Chase) => {
    const chasing = pursue({ ...pursuit, target: one, over: AbortSignal.any([over, stop.signal]) });
    chasing.catch(() => crashed.abort());
    work.push(chasing);
  };
  while (!over.aborted) {
    const found = await probe.addressesOf(target.url, { timeoutMs: lookUpTimeoutMs, signal: over });
    if (found.kind === "addresses") for (const chase of update(pursuit, chases, found)) start(chase);
    else if (found.kind !== "aborted" && (chases.size === 0 || found.kind === "forbidden")) gate.report(target, found);
    await pause(clock, chases.size > 0 ? LOOK_UP_PAUSE_MS : seekPauseMs(gate.usedMs(), false), over);
  }
  await Promise.all(work);
}

/** Brings the chases up to what was found, tells the gate, and returns those to start. */
function update(
  { gate, target, log }: EachPursuit,
  chases: Map<string, Chase>,
  { addresses, unreachable }: Extract<Resolution, { kind: "addresses" }>,
): readonly Chase[] {
  const before = [...chases.values()];
  const gone = [...chases].filter(([address]) => !addresses.includes(address));
  const added = addresses.filter((address) => !chases.has(address));
  if (gone.length + added.length === 0) return [];
  const fresh = added.map((address) => ({ target: targetAt(target, address), stop: new AbortController() }));
  for (const [address] of gone) chases.delete(address);
  for (const [index, chase] of fresh.entries()) chases.set(added[index] ?? "", chase);
  gate.replace(
    [target, ...before.map(({ target: one }) => one)],
    [...chases.values()].map(({ target: one }) => one),
  );
  for (const [, { stop }] of gone) stop.abort();
  const leftOut =
    unreachable.length === 0 ? "" : `; left out, because there is no route to it: ${unreachable.join(", ")}`;
  log.info(`${renderMoment(gate.usedMs())} ${target.label} is asked at ${[...chases.keys()].join(", ")}${leftOut}`);
  return fresh;
}
