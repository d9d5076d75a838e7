import { compareVersions, isPrereleaseVersion, isSemver, versionInTag, type Release } from "@fairway/domain";

/**
 * The newest full release by SemVer. The list's own order follows commit dates, so its first entry may be a hotfix of an
 * old line. Drafts, prereleases, and tags that are no version (or a prerelease version) do not count.
 */
export function newestRelease(releases: readonly Release[]): Release | undefined {
  const full = releases.filter(
    (release) => !release.draft && !release.prerelease && isFullVersion(versionInTag(release.tag)),
  );
  return full.toSorted((a, b) => compareVersions(versionInTag(b.tag), versionInTag(a.tag)))[0];
}

function isFullVersion(version: string): boolean {
  return isSemver(version) && !isPrereleaseVersion(version);
}
