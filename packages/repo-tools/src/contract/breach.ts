/** One place where an action does not keep the contract that its parts have with each other. */
export interface Breach {
  /** The rule's short name; each has a test that breaks it. */
  readonly rule: string;
  /** The path from the root. */
  readonly file: string;
  /** What is wrong and what to do. */
  readonly message: string;
}

/** One line a breach. */
export function renderBreach({ rule, file, message }: Breach): string {
  return `${file} ${rule}: ${message}`;
}
