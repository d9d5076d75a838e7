/**
 * How long an unhealthy state is waited out: to the end, because it may pass; for a grace period, because a thing that
 * answers like this steadily will go on doing so; or not at all.
 */
export type Patience = "timeout" | "grace" | "none";

export interface Failed {
  readonly kind: "failed";
  readonly code:
    | "STATUS"
    | "VERSION"
    | "UNVERSIONED"
    | "HEADER"
    | "JSON"
    | "NO_ANSWER"
    | "REFUSED"
    | "TLS"
    | "DNS"
    | "ADDRESS"
    | "DATABASE"
    | "ANSWER";
  readonly expected: string;
  /** What was seen, the same text for the same state. */
  readonly observed: string;
  /** The beginning of the answer, for a person. */
  readonly excerpt: string;
  readonly patience: Patience;
  /** What to do about it. */
  readonly nextStep: string;
  readonly version: string | undefined;
}

export interface Passed {
  readonly kind: "passed";
  readonly observed: string;
  readonly tookMs: number;
  readonly version: string | undefined;
}

export type Assessment = Passed | Failed;
