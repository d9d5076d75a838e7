import { configuration } from "./errors.ts";
import { isSemver, parseVersion, type Version } from "./version.ts";

export interface BetaTag {
  readonly text: string;
  readonly version: Version;
  /** The part between the version and `.beta`: the short SHA, in the style that the tag was made with. */
  readonly shortSha: string;
  /** False for a short SHA of decimal digits with a leading zero (1 commit in 268), which SemVer forbids in a prerelease. */
  readonly semverValid: boolean;
}

/** `{version}-{short_sha}.beta`, for example `0.1.0-abcdefg.beta`. */
export function createBetaTag(version: Version, sha: string): BetaTag {
  const text = `${version}-${sha}.beta`;
  return { text, version, shortSha: sha, semverValid: isSemver(text) };
}

/**
 * Reads a beta tag. The short SHA is the last run of 7 to 40 letters and digits before `.beta`: the version may hold
 * hyphens of its own, and the documented example `0.1.0-abcdefg.beta` is not hex. Throws a configuration error.
 */
export function parseBetaTag(text: string): BetaTag {
  if (text.length > 128)
    throw notABetaTag(text.slice(0, 40), `it has ${text.length} characters; a Docker tag has at most 128`);
  const match = /^([0-9A-Za-z.-]+)-([0-9a-z]{7,40})\.beta$/.exec(text);
  const version = match?.[1];
  const sha = match?.[2];
  if (version === undefined || sha === undefined) throw notABetaTag(text, reasonFor(text));
  return createBetaTag(parseVersion(version), sha);
}

function reasonFor(text: string): string {
  if (text !== text.trim()) return "it has white space around it";
  if (text.startsWith("v")) return 'it starts with "v"';
  if (!text.endsWith(".beta")) return 'it does not end in ".beta"';
  return "the part before .beta is not a version, a hyphen, and 7 to 40 lower-case letters or digits";
}

function notABetaTag(text: string, reason: string): Error {
  return configuration(
    "BAD_BETA_TAG",
    `"${text}" is not a beta tag: ${reason}`,
    "A beta tag looks like 0.1.0-abcdefg.beta: {version}-{short_sha}.beta. The betas are listed under Releases as prereleases.",
  );
}
