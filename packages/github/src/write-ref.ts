import type { GitHubConnection } from "./connect.ts";
import { isOutcomeUnknown, judgeFailure, statusOf } from "./failures.ts";

/** How a write of a ref ended. No refusal is proof of what the ref is now: that is read, or confirmed by writing again. */
export type RefWrite =
  | { readonly kind: "written" }
  /** GitHub says that another write came first: the ref exists already, is elsewhere, or is gone. */
  | { readonly kind: "lost" }
  /** Refused for another reason, in GitHub's words: a ruleset, a name or a namespace that the server does not take. */
  | { readonly kind: "denied"; readonly reason: string }
  /** No usable answer came; the write may have been applied. */
  | { readonly kind: "unknown" };

/** Creates a ref, which fails when it exists: one of GitHub's two compare-and-swap writes. */
export async function createRef(github: GitHubConnection, ref: string, sha: string): Promise<RefWrite> {
  return judgeWrite(github, `create ${ref}`, () => github.octokit.rest.git.createRef({ ...github.at, ref, sha }));
}

/** Moves a ref forward, which fails unless `sha` descends from where it is: the other compare-and-swap. Never forced. */
export async function advanceRef(github: GitHubConnection, ref: string, sha: string): Promise<RefWrite> {
  const name = ref.replace(/^refs\//, "");
  return judgeWrite(github, `move ${ref}`, () =>
    github.octokit.rest.git.updateRef({ ...github.at, ref: name, sha, force: false }),
  );
}

/** The object that a ref points at, or undefined when there is no such ref. */
export async function readRef(
  github: GitHubConnection,
  ref: string,
): Promise<{ sha: string; type: string } | undefined> {
  const name = ref.replace(/^refs\//, "");
  return github.repeat(`read ${ref}`, async () => {
    try {
      const { data } = await github.octokit.rest.git.getRef({ ...github.at, ref: name });
      return { sha: data.object.sha, type: data.object.type };
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  });
}

async function judgeWrite(github: GitHubConnection, what: string, write: () => Promise<unknown>): Promise<RefWrite> {
  return github.once(what, async () => {
    try {
      await write();
      return { kind: "written" };
    } catch (error) {
      const ended = github.signal.aborted ? undefined : readRefusal(error, github.clock.now());
      if (ended === undefined) throw error;
      return ended;
    }
  });
}

/** GitHub answers 409 and 422 for lost races and for broken rules alike, so only its words tell them apart. */
const LOST_RACE = /already exists|not a fast.forward|reference does not exist|reference update failed/i;

/** Undefined for what no reading of the ref resolves: missing permissions, rate limits, a token that is refused. */
function readRefusal(error: unknown, now: Date): RefWrite | undefined {
  if (isOutcomeUnknown(error)) return { kind: "unknown" };
  const status = statusOf(error);
  const reason = reasonOf(error);
  if (status === 409 || status === 422) return LOST_RACE.test(reason) ? { kind: "lost" } : { kind: "denied", reason };
  const isPermission = /not accessible by|workflows?.? permission/i.test(reason);
  const isLimit = judgeFailure(error, now).kind === "again";
  return status === 403 && !isPermission && !isLimit ? { kind: "denied", reason } : undefined;
}

/** GitHub's message without the link to its documentation, on one line. */
function reasonOf(error: unknown): string {
  const [message = ""] = (error instanceof Error ? error.message : "").split(" - https://");
  return message.replaceAll(/\s+/g, " ").trim();
}
