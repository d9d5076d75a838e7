/** Time as a collaborator. Durations and deadlines use `elapsedMs`, which no change of the wall clock moves. */
export interface Clock {
  /** Wall time, for records and for people. */
  now(): Date;
  /** Milliseconds on a monotonic scale with an arbitrary start. */
  elapsedMs(): number;
  /** Waits; rejects with the signal's reason when it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A point on a clock's monotonic scale that a wait must not pass. */
export interface Deadline {
  readonly totalMs: number;
  remainingMs(): number;
  expired(): boolean;
  /** Milliseconds since the deadline was set. */
  usedMs(): number;
}

/** Sets a deadline `seconds` from now on the clock given. */
export function createDeadline(clock: Clock, seconds: number): Deadline {
  const start = clock.elapsedMs();
  const totalMs = seconds * 1000;
  const usedMs = () => clock.elapsedMs() - start;
  return {
    totalMs,
    usedMs,
    remainingMs: () => Math.max(0, totalMs - usedMs()),
    expired: () => usedMs() >= totalMs,
  };
}

/** `95 s`, `4 min 5 s`: a duration for people, rounded to whole seconds. */
export function renderDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
