const SECOND_MS = 1000;

/**
 * Milliseconds between two attempts while waiting for health. The first ten seconds are quick, because most deployments
 * that become healthy at all do it then; a long wait must not hammer. A refused connection costs the other side nothing
 * and is repeated sooner.
 */
export function seekPauseMs(elapsedMs: number, refused: boolean): number {
  if (elapsedMs < 10 * SECOND_MS) return refused ? 25 : 50;
  if (elapsedMs < 60 * SECOND_MS) return refused ? 100 : 250;
  return refused ? 250 : SECOND_MS;
}

/** Between two answers in a row of one target. */
export const CONFIRM_PAUSE_MS = 10;

/** Between two answers of a target that is healthy and waits for the others. */
export function holdPauseMs(elapsedMs: number): number {
  return elapsedMs < 60 * SECOND_MS ? 250 : SECOND_MS;
}

/** Between two attempts of a soak: ten a second, and in a soak of more than a minute 600 in all. */
export function soakPauseMs(soakMs: number): number {
  return Math.max(100, soakMs / 600);
}
