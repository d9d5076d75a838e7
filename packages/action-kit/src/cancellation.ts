import { setImmediate as nextTurn } from "node:timers/promises";

import { FairwayError } from "@fairway/domain";

/** The runner sends SIGINT, SIGTERM 7.5 s later, and kills 2.5 s after that; what is not said by then is lost. */
const GRACE_MS = 4500;

export interface Cancellation {
  /** Aborted with a FairwayError of code CANCELLED. */
  readonly signal: AbortSignal;
  /** Stops listening; called when the action has ended by itself. */
  dispose(): void;
}

/**
 * Turns SIGINT and SIGTERM into an abort. An action that has not ended `GRACE_MS` later is given up: `onOverdue` runs and
 * must end the process.
 */
export function listenForCancellation(onOverdue: (error: FairwayError) => void): Cancellation {
  const controller = new AbortController();
  let watchdog: NodeJS.Timeout | undefined;
  const cancel = (signal: NodeJS.Signals) => {
    if (controller.signal.aborted) return;
    const error = new FairwayError(`The run was cancelled (${signal}); nothing new was started after that.`, {
      kind: "refusal",
      code: "CANCELLED",
      nextStep: "Start the run again when it is wanted: what was done is found done, what was not is done then.",
    });
    watchdog = setTimeout(() => onOverdue(error), GRACE_MS);
    controller.abort(error);
  };
  process.on("SIGINT", cancel);
  process.on("SIGTERM", cancel);
  return {
    signal: controller.signal,
    dispose: () => {
      clearTimeout(watchdog);
      process.off("SIGINT", cancel);
      process.off("SIGTERM", cancel);
    },
  };
}

/**
 * Resolves when every signal that has reached the process by now has been heard. Node hears signals once in a turn of its
 * event loop, after the rest of what it collected at the turn's beginning; only the next turn collects what came meanwhile.
 */
export async function hearSignals(): Promise<void> {
  await nextTurn();
  await nextTurn();
}
