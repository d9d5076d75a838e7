import { parseCommitSha, retry, type CommitSha } from "@fairway/domain";

import type { GitHubConnection } from "./connect.ts";
import { judgeFailure, statusOf } from "./failures.ts";
import { advanceRef, createRef, readRef, type RefWrite } from "./write-ref.ts";

/** The chain of lease records behind one ref: each record is a commit's message, the ref only ever moves forward. */
export interface LeaseCommit {
  readonly sha: CommitSha;
  readonly tree: string;
  readonly message: string;
}

/** The ref that holds a lease, as two compare-and-swap writes and a read. */
export function openLeaseRefs(github: GitHubConnection) {
  const { octokit, at } = github;
  return {
    read: async (ref: string): Promise<LeaseCommit | undefined> => {
      const found = await readRef(github, ref);
      if (found === undefined) return undefined;
      const data = await readCommit(github, found.sha);
      return { sha: parseCommitSha(data.sha), tree: data.tree.sha, message: data.message };
    },
    /** What the ref points at, for a fence in front of a change. */
    tipOf: async (ref: string): Promise<string | undefined> => (await readRef(github, ref))?.sha,
    /** Writes a record that nothing points at yet. The tree is one small file: never the repository's own, with its workflows. */
    append: async (message: string, parent: LeaseCommit | undefined): Promise<CommitSha> => {
      const tree = parent?.tree ?? (await createTree(github));
      const parents = parent === undefined ? [] : [parent.sha];
      const { data } = await github.repeat("write a lease record", () =>
        octokit.rest.git.createCommit({ ...at, message, tree, parents }),
      );
      return parseCommitSha(data.sha);
    },
    create: (ref: string, sha: CommitSha): Promise<RefWrite> => createRef(github, ref, sha),
    advance: (ref: string, sha: CommitSha): Promise<RefWrite> => advanceRef(github, ref, sha),
  };
}

/** The ref may be shown before the commit that it names is, so a 404 is asked again for a while. */
async function readCommit(github: GitHubConnection, sha: string) {
  const { octokit, at, clock, random, signal } = github;
  const read = () => octokit.rest.git.getCommit({ ...at, commit_sha: sha });
  const judge = (error: unknown) =>
    statusOf(error) === 404 ? ({ kind: "again" } as const) : judgeFailure(error, clock.now());
  const policy = { clock, random, signal, judge, attempts: 5, baseMs: 500, budgetMs: 30_000 };
  return github.once(`read the lease record ${sha}`, async () => (await retry(read, policy)).data);
}

async function createTree(github: GitHubConnection): Promise<string> {
  const content = "This ref is a deployment lease of Fairway. The records are the commit messages.\n";
  const tree = [{ path: "README", mode: "100644", type: "blob", content }] as const;
  const { data } = await github.repeat("write the lease's tree", () =>
    github.octokit.rest.git.createTree({ ...github.at, tree: [...tree] }),
  );
  return data.sha;
}
