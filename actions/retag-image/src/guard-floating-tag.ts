import { compareVersions, isPrereleaseVersion, isSemver, parseBetaTag } from "@fairway/domain";

/**
 * The version that a promotion publishes: the highest among its version tags, else the one in the source's tag, where a beta
 * tag stands for the release that it becomes. Undefined when nothing there is a version.
 */
export function versionOfPromotion(tags: readonly string[], sourceTag: string | undefined): string | undefined {
  const versions = tags.map(withoutPrefix).filter(isSemver).sort(compareVersions);
  return versions.at(-1) ?? versionInSource(sourceTag ?? "");
}

/**
 * Why a floating tag must not move to a version, or undefined when it may. It moves to releases only, and never back: not
 * while the repository has a newer release. A tag that is part of a version, such as 1 or 1.4, follows its own line only.
 */
export function reasonToKeep(floatingTag: string, version: string, tags: readonly string[]): string | undefined {
  if (isPrereleaseVersion(version)) return `${version} is a prerelease`;
  const line = /^v?(\d+(?:\.\d+)?)$/.exec(floatingTag)?.[1];
  if (line !== undefined && !isInLine(version, line)) return `${version} does not belong to the line ${floatingTag}`;
  const newer = tags
    .filter((tag) => isRelease(withoutPrefix(tag)) && (line === undefined || isInLine(withoutPrefix(tag), line)))
    .filter((tag) => compareVersions(withoutPrefix(tag), version) > 0)
    .sort((a, b) => compareVersions(withoutPrefix(a), withoutPrefix(b)))
    .at(-1);
  return newer === undefined ? undefined : `the repository has the newer release ${newer}`;
}

function versionInSource(tag: string): string | undefined {
  try {
    return parseBetaTag(tag).version;
  } catch {
    const version = withoutPrefix(tag);
    return isSemver(version) ? version : undefined;
  }
}

function isRelease(version: string): boolean {
  return isSemver(version) && !isPrereleaseVersion(version);
}

function isInLine(version: string, line: string): boolean {
  return version.startsWith(`${line}.`);
}

function withoutPrefix(tag: string): string {
  return tag.replace(/^v(?=\d)/, "");
}
