import { parseCommitSha, refusal, upstream, type CommitSha } from "@fairway/domain";

import type { GitHubConnection } from "./connect.ts";
import { explainWorkflowRefusal, isOutcomeUnknown, statusOf } from "./failures.ts";
import { readRef } from "./write-ref.ts";

/** How a claim ended: the tag is ours, or it names that commit already. */
export type TagClaim = { readonly kind: "claimed" } | { readonly kind: "taken"; readonly by: CommitSha };

/** Git tags, which are claimed once and never moved. */
export function openTags(github: GitHubConnection) {
  const commitOf = async (tag: string): Promise<CommitSha | undefined> => {
    const found = await readRef(github, `refs/tags/${tag}`);
    return found === undefined ? undefined : peel(github, found);
  };
  return {
    /** The commit that a tag names, through annotated tags; undefined when there is no such tag. */
    commitOf,
    /**
     * Claims a tag for a commit, or says which commit has it; a lost answer is resolved by reading. May be repeated: a
     * second claim finds the first. Throws TAG_REFUSED when the tag is not there and GitHub does not take it.
     */
    claim: (tag: string, commit: CommitSha): Promise<TagClaim> =>
      github.once(`create the tag ${tag} for ${commit}`, async () => {
        try {
          await github.octokit.rest.git.createRef({ ...github.at, ref: `refs/tags/${tag}`, sha: commit });
          return { kind: "claimed" };
        } catch (error) {
          const by = mayBeThere(error) && !github.signal.aborted ? await commitOf(tag) : undefined;
          if (by !== undefined) return { kind: "taken", by };
          throw explainClaim(tag, commit, error);
        }
      }),
  };
}

/** GitHub answers 422 for a tag that is there, and for much else; without an answer the tag may have been made. */
function mayBeThere(error: unknown): boolean {
  return statusOf(error) === 409 || statusOf(error) === 422 || isOutcomeUnknown(error);
}

function explainClaim(tag: string, commit: CommitSha, error: unknown): unknown {
  const workflow = explainWorkflowRefusal(`create the tag ${tag} for ${commit}`, error);
  if (workflow !== undefined) return workflow;
  if (statusOf(error) !== 422) return error;
  const reason = error instanceof Error ? error.message : "";
  if (/already exists/i.test(reason))
    return upstream("GITHUB_FAILED", `GitHub says that the tag ${tag} exists, and does not show it yet`);
  return refusal(
    "TAG_REFUSED",
    `GitHub refused the tag ${tag} for ${commit}: ${reason}`,
    "Check that the commit is in this repository, and that no ruleset and no deleted immutable release forbids the tag.",
  );
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
