import { configuration } from "./errors.ts";

declare const versionBrand: unique symbol;
/** A release version that is at once SemVer without build metadata, a Docker tag, and a git ref name. */
export type Version = string & { readonly [versionBrand]: true };

/** A tag may have 128 characters in a registry; the suffix `-<40 hex>.beta` takes 46 of them. */
const MAX_LENGTH = 82;

/** SemVer's own grammar: https://semver.org/#backusnaur-form-grammar-for-valid-semver-versions */
const NUMBER = "(?:0|[1-9][0-9]*)";
const IDENTIFIER = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
const CORE = String.raw`${NUMBER}\.${NUMBER}\.${NUMBER}(?:-${IDENTIFIER}(?:\.${IDENTIFIER})*)?`;
const SEMVER = new RegExp(String.raw`^${CORE}(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$`);

/**
 * Reads a version. Build metadata (`+…`) is refused, because `+` is not allowed in a Docker tag and leaving it out would
 * give two builds one name. A leading `v` is refused: tags carry none. Throws a configuration error.
 */
export function parseVersion(text: string): Version {
  const problem = problemOf(text);
  if (problem === undefined) return text as Version;
  throw configuration("BAD_VERSION", `"${text.slice(0, 100)}" is not a version that can be a tag: ${problem}`);
}

function problemOf(text: string): string | undefined {
  if (text.length > MAX_LENGTH) return `it has ${text.length} characters, at most ${MAX_LENGTH} are allowed`;
  if (text.startsWith("v")) return 'it starts with "v"; write it without';
  if (text.includes("+")) return 'it has build metadata ("+…"), which a Docker tag cannot carry; leave that part out';
  if (!isSemver(text)) return "SemVer is expected, such as 1.4.0 or 1.4.0-rc.1";
  return undefined;
}

/** Whether `text` is a version by SemVer's own grammar, whatever else it may be. */
export function isSemver(text: string): boolean {
  return text.length <= 256 && SEMVER.test(text);
}

/** Whether the version names a prerelease, such as `1.4.0-rc.1`. */
export function isPrereleaseVersion(version: string): boolean {
  return isSemver(version) && (version.split("+")[0] ?? "").includes("-");
}
