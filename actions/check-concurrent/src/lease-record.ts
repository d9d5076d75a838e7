import type { RunnerContext } from "@fairway/action-kit";
import { member, parseJson, stringMember } from "@fairway/domain";

/**
 * Who is trying. A re-run is another attempt, and so another contender. The nonce tells two jobs of one run apart: without
 * it they could write the same record, which git takes for one commit, and both would find it placed.
 */
export interface Contender {
  readonly run: string;
  readonly attempt: string;
  readonly job: string;
  readonly nonce: string;
  readonly actor: string;
  readonly workflow: string;
  readonly url: string;
}

/** The run as the runner describes it, and the job's id where the runner tells one. */
export function contenderOf(
  run: Pick<RunnerContext, "runId" | "runAttempt" | "actor" | "workflow" | "runUrl">,
  job: string | undefined,
  nonce: string,
): Contender {
  const { runId, runAttempt, actor, workflow, runUrl } = run;
  return { run: runId, attempt: runAttempt, job: job ?? "", nonce, actor, workflow, url: runUrl };
}

/** One link of the chain behind the lease's ref, as the message of a commit. */
export interface LeaseRecord extends Contender {
  readonly version: 1;
  readonly environment: string;
  readonly state: "held" | "free";
  readonly scope: "run" | "job";
  /** Wall time of the writer, for people; nothing is decided by it. */
  readonly at: string;
}

/** The ref of an environment's lease. Everything but lower-case letters, digits, - and _ is escaped, so any name is safe. */
export function leaseRef(prefix: string, environment: string): string {
  const escaped = environment
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]/gu, (character) => `=${character.codePointAt(0)?.toString(16) ?? ""}=`);
  return `${prefix}/${escaped}`;
}

/** The record as the text of a commit message. */
export function renderLeaseRecord(record: LeaseRecord): string {
  return `${JSON.stringify(record, undefined, 2)}\n`;
}

/** Reads a record; undefined for anything that Fairway did not write. */
export function parseLeaseRecord(message: string): LeaseRecord | undefined {
  const value = parseJson(message);
  const texts = ["environment", "run", "attempt", "job", "nonce", "actor", "workflow", "url", "at"] as const;
  const complete = texts.every((name) => stringMember(value, name) !== undefined);
  const state = stringMember(value, "state");
  const scope = stringMember(value, "scope");
  const known =
    member(value, "version") === 1 && (state === "held" || state === "free") && (scope === "run" || scope === "job");
  return complete && known ? (value as LeaseRecord) : undefined;
}
