import { shortSha, type CommitSha } from "@fairway/domain";

export type ShaStyle = "plain" | "g" | "extend";

/**
 * The short SHA as it stands in a tag. Seven decimal digits with a leading zero (1 commit in 268) are not a SemVer
 * identifier: `g` avoids that for every commit, as `git describe` does, `extend` only where it is needed.
 */
export function styleShortSha(commit: CommitSha, style: ShaStyle): string {
  switch (style) {
    case "plain":
      return shortSha(commit);
    case "g":
      return `g${shortSha(commit)}`;
    case "extend":
      return /^\d{7,}?[a-f]/.exec(commit)?.[0] ?? shortSha(commit);
  }
}
