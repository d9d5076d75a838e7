import compare from "semver/functions/compare.js";

/** Negative when `a` is older than `b`, by SemVer precedence. Throws when either is no version. */
export function compareVersions(a: string, b: string): number {
  return compare(a, b);
}
