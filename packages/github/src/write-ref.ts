import { isOutcomeUnknown, statusOf } from "./failures.ts";
import type { GitHubConnection } from "./connect.ts";

/**
 * How a write of a ref ended. `refused` covers every 409 and 422, because GitHub answers 422 for more than "exists";
 * `unknown` means that no usable answer came and the write may have been applied. Both are resolved by reading.
 */
export type RefWrite = "written" | "refused" | "unknown";

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
      return "written";
    } catch (error) {
      const status = statusOf(error);
      if (status === 409 || status === 422) return "refused";
      if (isOutcomeUnknown(error) && !github.signal.aborted) return "unknown";
      throw error;
    }
  });
}
