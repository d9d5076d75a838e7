import { parseCommitSha, type CommitSha } from "@fairway/domain";

import type { LeaseCommit } from "../ports.ts";

const TREE = "4".repeat(40);

/** Commits as git has them: once written, never changed, each with at most one parent here. */
export interface CommitStore {
  /** Writes a commit. An equal message with the same parent is the same commit, as it is in git within one second. */
  write(message: string, parent: CommitSha | undefined): CommitSha;
  read(sha: CommitSha): LeaseCommit;
  /** Whether `sha` is `from` or comes after it, which is what a move without force demands. */
  descends(sha: CommitSha, from: CommitSha): boolean;
}

/** An empty store. */
export function createCommitStore(): CommitStore {
  const shas = new Map<string, CommitSha>();
  const commits = new Map<CommitSha, LeaseCommit & { readonly parent: CommitSha | undefined }>();
  return {
    write(message, parent) {
      const content = JSON.stringify([message, parent]);
      const sha = shas.get(content) ?? parseCommitSha((shas.size + 1).toString(16).padStart(40, "0"));
      shas.set(content, sha);
      commits.set(sha, { sha, tree: TREE, message, parent });
      return sha;
    },
    read(sha) {
      const commit = commits.get(sha);
      if (commit === undefined) throw new Error(`no commit ${sha} was written`);
      return commit;
    },
    descends(sha, from) {
      for (let at: CommitSha | undefined = sha; at !== undefined; at = commits.get(at)?.parent) {
        if (at === from) return true;
      }
      return false;
    },
  };
}
