import { compareVersions, isSemver, versionInTag, type Release } from "@fairway/domain";

/**
 * Whether a full release becomes the latest: by SemVer against every published full release, so that a hotfix of an old
 * line does not. GitHub's own default is yes.
 */
export function isNewest(tag: string, releases: readonly Release[]): boolean {
  const version = versionInTag(tag);
  if (!isSemver(version)) return releases.every(({ draft, prerelease }) => draft || prerelease);
  return releases
    .filter((release) => !release.draft && !release.prerelease && release.tag !== tag)
    .map((release) => versionInTag(release.tag))
    .every((other) => !isSemver(other) || compareVersions(version, other) > 0);
}
