/** One place that breaks a rule. */
export interface Violation {
  /** R1 to R10 of the design, or `undeclared`. */
  readonly rule: string;
  /** The path from the root, with forward slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** What is refused, why, and where it belongs instead. */
  readonly message: string;
}

/** One line a violation, in the form that editors and terminals make clickable. */
export function renderViolation({ rule, file, line, message }: Violation): string {
  return `${file}:${line} ${rule}: ${message}`;
}
