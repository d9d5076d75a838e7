/** The time of the embedded world, in virtual milliseconds. */
export interface WorldClock {
  now(): number;
  /** The wall time, in epoch milliseconds, at which a virtual moment was reached; what API answers show as a date. */
  toWall(virtual: number): number;
  /** Lets virtual time pass at once, to bring a freshly built world to rest. */
  skip(ms: number): void;
}

interface Stretch {
  readonly virtual: number;
  readonly wall: number;
}

/**
 * A clock that runs `rate` times as fast as the wall's. Dates are shown in wall time, so that a client that compares
 * them with its own clock sees a world that is quick rather than one that lives in the future.
 */
export function createWorldClock({ rate, wall = Date.now }: { rate: number; wall?: () => number }): WorldClock {
  const start = wall();
  const stretches: Stretch[] = [{ virtual: start, wall: start }];
  return { now, toWall, skip };

  function now(): number {
    const last = lastBefore(Number.POSITIVE_INFINITY);
    return last.virtual + (wall() - last.wall) * rate;
  }

  function toWall(virtual: number): number {
    const stretch = lastBefore(virtual);
    const next = stretches[stretches.indexOf(stretch) + 1];
    const reached = stretch.wall + (virtual - stretch.virtual) / rate;
    return next === undefined ? reached : Math.min(reached, next.wall);
  }

  function skip(ms: number): void {
    stretches.push({ virtual: now() + ms, wall: wall() });
  }

  function lastBefore(virtual: number): Stretch {
    return stretches.findLast((one) => one.virtual <= virtual) ?? { virtual: start, wall: start };
  }
}

/** A clock that stands still until it is told to move. */
export function createManualClock(start = Date.parse("2026-01-01T00:00:00Z")): WorldClock {
  let current = start;
  return { now: () => current, toWall: (virtual) => virtual, skip: (ms) => void (current += ms) };
}
