import type { Log } from "../log.ts";

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
