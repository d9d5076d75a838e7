/** After an update the first look; a change that ECS refuses at once shows that early. */
export const FIRST_LOOK_MS = 1000;
/** Between two looks that must agree on a success. */
export const SECOND_LOOK_MS = 500;

/**
 * Milliseconds until the next look: about 3 s in the first minute and while all tasks that were asked for run, since the
 * end may come any moment then; else about 5 s. Up to a fifth less at random, so that jobs started together do not call
 * together.
 */
export function pauseMs(wait: { readonly usedMs: number; readonly nearEnd?: boolean }, random: () => number): number {
  const base = wait.usedMs < 60_000 || wait.nearEnd === true ? 3000 : 5000;
  return base * (1 - random() / 5);
}
