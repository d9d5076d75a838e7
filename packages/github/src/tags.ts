import { parseCommitSha, type CommitSha } from "@fairway/domain";

import type { GitHubConnection } from "./connect.ts";
import { createRef, readRef } from "./write-ref.ts";

/** Git tags, which are claimed once and never moved. */
export function openTags(github: GitHubConnection) {
  const commitOf = async (tag: string): Promise<CommitSha | undefined> => {
    const found = await readRef(github, `refs/tags/${tag}`);
    return found === undefined ? undefined : peel(github, found);
  };
  return {
    /** The commit that a tag names, through annotated tags; undefined when there is no such tag. */
    commitOf,
    /** Claims a tag for a commit: `claimed`, or the commit that it names already. A lost answer is resolved by reading. */
    claim: async (
      tag: string,
      commit: CommitSha,
    ): Promise<{ kind: "claimed" } | { kind: "taken"; by: CommitSha | undefined }> => {
      const write = await createRef(github, `refs/tags/${tag}`, commit);
      return write === "written" ? { kind: "claimed" } : { kind: "taken", by: await commitOf(tag) };
    },
  };
}

async function peel(github: GitHubConnection, object: { sha: string; type: string }): Promise<CommitSha> {
  let { sha, type } = object;
  // A tag may point at a tag; git itself sets no limit, a person never makes more than one level.
  for (let level = 0; type === "tag" && level < 5; level += 1) {
    const { data } = await github.repeat(`read the annotated tag ${sha}`, () =>
      github.octokit.rest.git.getTag({ ...github.at, tag_sha: sha }),
    );
    ({ sha, type } = data.object);
  }
  return parseCommitSha(sha);
}
