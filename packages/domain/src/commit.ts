import { configuration, quoted } from "./errors.ts";

declare const commitBrand: unique symbol;
/** A full commit SHA: 40 lower-case hex digits. */
export type CommitSha = string & { readonly [commitBrand]: true };

/** Reads a full commit SHA; a branch name or a short SHA can move or grow ambiguous and is refused. */
export function parseCommitSha(text: string): CommitSha {
  if (/^[0-9a-f]{40}$/.test(text)) return text as CommitSha;
  throw configuration("BAD_COMMIT", `${quoted(text)} is not a full commit SHA: 40 lower-case hex digits are expected`);
}

/** The first seven digits, exactly: asking git instead would silently give eight in a large repository. */
export function shortSha(commit: CommitSha): string {
  return commit.slice(0, 7);
}
