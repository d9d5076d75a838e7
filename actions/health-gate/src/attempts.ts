import type { Asker } from "./asker.ts";
import type { Seen } from "./ports.ts";
import type { Target } from "./target.ts";

/** Rolling attempts at once; one more replaces the oldest. */
const MAX_ROLLING = 8;

export interface OverlappingAttempts {
  /** Starts one more attempt. It resolves to what was seen, or to undefined when the attempt was given up. */
  start(): Promise<Seen | undefined>;
  /** Gives up all that are open; nothing more is heard of them. */
  abandon(): void;
}

interface Flight {
  readonly patient: boolean;
  readonly giveUp: AbortController;
}

/**
 * Attempts at one target that overlap. One patient attempt has the whole attempt timeout, so that an endpoint that is slow
 * and healthy can pass; the others roll: a connection that was accepted before the application was ready may never be
 * answered, so the newest replaces the oldest, and readiness is noticed by an attempt that began after it.
 */
export function createOverlappingAttempts(target: Target, asker: Asker): OverlappingAttempts {
  let open: readonly Flight[] = [];
  const giveUp = (flights: readonly Flight[]) => {
    open = open.filter((flight) => !flights.includes(flight));
    for (const flight of flights) flight.giveUp.abort();
  };
  return {
    start: async () => {
      const flight: Flight = { patient: !open.some(({ patient }) => patient), giveUp: new AbortController() };
      const rolling = open.filter(({ patient }) => !patient);
      if (!flight.patient) giveUp(rolling.slice(0, Math.max(0, rolling.length + 1 - MAX_ROLLING)));
      open = [...open, flight];
      const observation = await asker.ask(target, flight.giveUp.signal);
      const givenUp = !open.includes(flight);
      open = open.filter((other) => other !== flight);
      return givenUp || observation.kind === "aborted" ? undefined : observation;
    },
    abandon: () => giveUp(open),
  };
}
