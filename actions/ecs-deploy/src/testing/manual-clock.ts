import type { Clock, Log } from "@fairway/domain";

/** A clock that a wait moves at once: half an hour of polling takes a moment. */
export function createManualClock(onTick: (elapsedMs: number) => void = () => undefined): Clock {
  let elapsed = 0;
  return {
    now: () => new Date(Date.UTC(2026, 0, 1) + elapsed),
    elapsedMs: () => elapsed,
    sleep: async (ms, signal) => {
      elapsed += ms;
      onTick(elapsed);
      signal?.throwIfAborted();
    },
  };
}

export interface RecordingLog extends Log {
  /** `level: message`, in order. */
  readonly lines: string[];
}

/** A log that keeps what it is told. */
export function createRecordingLog(): RecordingLog {
  const lines: string[] = [];
  const keep = (level: string) => (message: string) => void lines.push(`${level}: ${message}`);
  return {
    lines,
    debug: keep("debug"),
    info: keep("info"),
    notice: keep("notice"),
    warning: keep("warning"),
    error: keep("error"),
    group: (title, details) => void lines.push(`group: ${title}`, ...details),
  };
}
