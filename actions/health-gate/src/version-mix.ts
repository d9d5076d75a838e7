/** More versions than this are not told apart: an endpoint that makes them up must not fill the memory. */
const MAX_VERSIONS = 20;

/**
 * Which versions a URL has answered with, at all of its addresses together. Times are milliseconds since the gate started
 * to ask.
 */
export interface VersionMix {
  /** How often each version answered, in the order of their first answers. */
  readonly versions: ReadonlyMap<string, number>;
  /** The version of the last answer that had one. */
  readonly version: string | undefined;
  /** Since when no answer had another version. */
  readonly sinceMs: number;
}

export const NO_VERSIONS: VersionMix = { versions: new Map(), version: undefined, sinceMs: 0 };

/** The mix with one more answer. One without a version says nothing of which version serves. */
export function mixIn(mix: VersionMix, version: string | undefined, atMs: number): VersionMix {
  if (version === undefined) return mix;
  const sinceMs = version === mix.version ? mix.sinceMs : atMs;
  return { versions: countVersion(mix.versions, version), version, sinceMs };
}

/** The counts with one more answer of a version. */
export function countVersion(
  versions: ReadonlyMap<string, number>,
  version: string | undefined,
): ReadonlyMap<string, number> {
  if (version === undefined || (versions.size >= MAX_VERSIONS && !versions.has(version))) return versions;
  return new Map(versions).set(version, (versions.get(version) ?? 0) + 1);
}
