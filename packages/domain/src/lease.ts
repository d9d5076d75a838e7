import type { Clock } from "./clock.ts";
import { parseCommitSha, type CommitSha } from "./commit.ts";
import { configuration, refusal } from "./errors.ts";

/** The very record by which a run holds a lease. */
export interface LeaseToken {
  readonly ref: string;
  readonly commit: CommitSha;
}

/** What a lease's ref points at now. */
export interface LeaseTip {
  tipOf(ref: string): Promise<string | undefined>;
}

const LOOKS = 3;
const PAUSE_MS = 1000;

/** `<ref>@<commit>`: check-concurrent writes it, and whoever changes something reads it. */
export function renderLeaseToken({ ref, commit }: LeaseToken): string {
  return `${ref}@${commit}`;
}

/** Reads a lease token. Throws a configuration error. */
export function parseLeaseToken(text: string): LeaseToken {
  const match = /^(refs\/[\w=-]+(?:\/[\w=-]+){1,6})@([0-9a-f]{40})$/.exec(text);
  const ref = match?.[1];
  if (ref !== undefined) return { ref, commit: parseCommitSha(match?.[2] ?? "") };
  throw configuration(
    "BAD_LEASE_TOKEN",
    `"${text.slice(0, 100)}" is not a lease token`,
    "Pass the output lease-token of check-concurrent on as it is.",
  );
}

/**
 * A fence in front of changes: it lets a change through only while the lease's ref still points at our record. A runner that
 * was cut off for hours finds the fence closed. Without a token there is no fence. An answer that cannot be had stops as well.
 */
export function createFence(
  token: LeaseToken | undefined,
  open: () => Promise<LeaseTip>,
  clock: Pick<Clock, "sleep">,
): () => Promise<void> {
  return async () => {
    if (token === undefined) return;
    const lease = await open();
    let tip = await lease.tipOf(token.ref);
    // A look may be older than our own write of a moment ago; a lease that is lost stays lost.
    for (let look = 1; tip !== token.commit && look < LOOKS; look += 1) {
      await clock.sleep(PAUSE_MS);
      tip = await lease.tipOf(token.ref);
    }
    if (tip === token.commit) return;
    throw refusal(
      "LEASE_LOST",
      `The lease ${token.ref} is not held by this run any more: it points at ${tip ?? "nothing"}, ours is ${token.commit}; nothing more was changed`,
      "Look at the run that deploys now. Start this one again when it has ended.",
    );
  };
}
