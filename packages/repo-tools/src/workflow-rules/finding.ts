/** One thing that a rule has against a workflow: where, and what to write instead. */
export interface Finding {
  readonly rule: string;
  readonly line: number;
  readonly message: string;
}
