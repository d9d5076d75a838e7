import type { RunEvent } from "./engine/run-events.ts";
import { createPaint } from "./paint.ts";
import { renderEvent } from "./render-event.ts";

export interface TimelineOptions {
  readonly write: (line: string) => void;
  readonly colours: boolean;
  /** Shows the log of every step as it comes. */
  readonly verbose: boolean;
  /** Milliseconds since the rehearsal began. */
  readonly elapsedMs: () => number;
}

/** Writes one line with the time for each change of state, and log lines below it without. */
export function createTimeline({ write, colours, verbose, elapsedMs }: TimelineOptions): (event: RunEvent) => void {
  const paint = createPaint(colours);
  return (event) => {
    if (event.kind === "run-started") write("");
    const { said, log } = renderEvent(event, paint, verbose);
    if (said !== undefined) write(`${paint("grey", `${(elapsedMs() / 1000).toFixed(1).padStart(6)} s`)}  ${said}`);
    for (const line of log) write(`           | ${line}`);
  };
}
