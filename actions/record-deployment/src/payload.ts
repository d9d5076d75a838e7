import { member, renderImageReference, stringMember } from "@fairway/domain";

import type { StartInputs } from "./inputs.ts";
import type { Approval, ThisRun } from "./ports.ts";

/** The whole record, so that the history of an environment needs no other store. GitHub never changes it afterwards. */
export interface Payload {
  readonly schema: 1;
  readonly by: "fairway";
  /** What was asked for: the beta tag, in the workflows. */
  readonly ref: string;
  readonly version: string;
  readonly commit: string | undefined;
  readonly image: string | undefined;
  readonly imageDigest: string | undefined;
  readonly environmentUrl: string | undefined;
  readonly run: string;
  readonly attempt: string;
  readonly runUrl: string;
  readonly actor: string;
  readonly approvedBy: readonly Approval[];
}

/** Longest comment that is kept; GitHub sets no limit that is known for a payload. */
const MAX_COMMENT = 500;

/** The payload of a new record. */
export function createPayload(inputs: StartInputs, me: ThisRun, approvals: readonly Approval[]): Payload {
  const { ref, version = ref, commit, image, imageDigest, environmentUrl } = inputs;
  return {
    schema: 1,
    by: "fairway",
    ref,
    version,
    commit,
    image: image === undefined ? undefined : renderImageReference(image),
    imageDigest,
    environmentUrl: environmentUrl?.[0],
    run: me.run,
    attempt: me.attempt,
    runUrl: me.url,
    actor: me.actor,
    approvedBy: approvals.map(({ login, comment }) => ({ login, comment: comment.slice(0, MAX_COMMENT) })),
  };
}

/** What is taken from the payload of a record that this action made; undefined for those that somebody else made. */
export function parsePayload(
  value: unknown,
):
  | (Pick<Payload, "run" | "attempt" | "ref" | "version"> & { readonly environmentUrl: string | undefined })
  | undefined {
  const run = stringMember(value, "run");
  const attempt = stringMember(value, "attempt");
  const ref = stringMember(value, "ref");
  const version = stringMember(value, "version");
  const isOurs = member(value, "schema") === 1 && member(value, "by") === "fairway";
  if (!isOurs || run === undefined || attempt === undefined || ref === undefined || version === undefined)
    return undefined;
  return { run, attempt, ref, version, environmentUrl: stringMember(value, "environmentUrl") };
}
