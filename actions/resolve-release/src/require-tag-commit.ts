import { refusal, type CommitSha } from "@fairway/domain";

/**
 * A beta tag says in its own name which commit it was made of, so it must name that one. Throws TAG_OTHER_COMMIT otherwise.
 * The short SHA may have a `g` before it (`sha-style: g`) and more than seven digits (`sha-style: extend`); a part that is not
 * hexadecimal, as in the example 0.1.0-abcdefg.beta, says nothing of a commit and is not judged.
 */
export function requireTagCommit(tag: string, commit: CommitSha): void {
  const short = /-g?([0-9a-f]{7,40})\.beta$/.exec(tag)?.[1];
  if (short === undefined || commit.startsWith(short)) return;
  throw refusal(
    "TAG_OTHER_COMMIT",
    `The beta tag ${tag} names commit ${commit}, and its name says that it was made of ${short}`,
    "Somebody made or moved the tag by hand. Deploy a beta that was computed of its own commit.",
  );
}
