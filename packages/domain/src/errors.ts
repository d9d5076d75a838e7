/**
 * Whose move it is after an error: the person who wrote the workflow (`configuration`), nobody, because a rule was kept
 * (`refusal`), the operator of another system (`upstream`), or Fairway's maintainers (`bug`).
 */
export type ErrorKind = "configuration" | "refusal" | "upstream" | "bug";

export interface ErrorDetails {
  readonly kind: ErrorKind;
  /** Stable, upper-case, documented: people search for it. */
  readonly code: string;
  /** One command or one thing to do next. */
  readonly nextStep?: string | undefined;
  /** Milliseconds before which the other system wants no further request, as it said itself. */
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
  /**
   * The message is a line that is looked for as it is: its annotation says nothing else, and the next step follows in the
   * log.
   */
  readonly standsAlone?: boolean;
}

/** The only error that Fairway throws on purpose. Its message says what was refused, the value and the rule. */
export class FairwayError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly nextStep: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly standsAlone: boolean;

  constructor(message: string, details: ErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "FairwayError";
    this.kind = details.kind;
    this.code = details.code;
    this.nextStep = details.nextStep;
    this.retryAfterMs = details.retryAfterMs;
    this.standsAlone = details.standsAlone ?? false;
  }
}

/** A rule was kept: the request was understood and is not done. */
export function refusal(code: string, message: string, nextStep?: string): FairwayError {
  return new FairwayError(message, { kind: "refusal", code, nextStep });
}

/** Another system failed or gave an answer that makes no sense. */
export function upstream(
  code: string,
  message: string,
  details: Omit<ErrorDetails, "kind" | "code"> = {},
): FairwayError {
  return new FairwayError(message, { kind: "upstream", code, ...details });
}

/** The workflow's author gave something that can never work. */
export function configuration(code: string, message: string, nextStep?: string): FairwayError {
  return new FairwayError(message, { kind: "configuration", code, nextStep });
}

/** A refused value in quotes, cut after 99 characters. It may be no text at all: a server may leave out what it should say. */
export function quoted(value: unknown): string {
  return `"${String(value).slice(0, 99)}"`;
}

/** The text of anything that was thrown, with the chain of its causes, outermost first. */
export function causeChain(error: unknown): string[] {
  const texts: string[] = [];
  for (let current = error; current !== undefined && current !== null && texts.length < 8;) {
    texts.push(isError(current) ? current.message : describeThrown(current));
    current = isError(current) ? current.cause : undefined;
  }
  return texts;
}

/** Whether a value is an error, of this realm or another one: `instanceof` knows only its own. */
export function isError(value: unknown): value is Error {
  return value instanceof Error || Object.prototype.toString.call(value) === "[object Error]";
}

/** Old code throws strings and objects; neither may end up as "[object Object]". */
function describeThrown(thrown: unknown): string {
  return typeof thrown === "string" ? thrown : `a thrown ${typeof thrown}: ${JSON.stringify(thrown)}`;
}
