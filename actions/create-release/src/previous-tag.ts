import { compareVersions, isSemver, versionInTag, type Release } from "@fairway/domain";

/** Where a list of changes starts. */
export type ChangesStart =
  | { readonly kind: "tag"; readonly tag: string }
  /** There is no published release at all: the list is everything. */
  | { readonly kind: "beginning" }
  /** The first of its channel. GitHub, asked without a start, would take a release of the other one and leave changes out. */
  | { readonly kind: "first" };

/**
 * The release that a list of changes starts from: of a beta the beta published before it, else the newest full release;
 * of a full release the newest older one. A beta is never the start for a full release.
 */
export function previousTag(tag: string, prerelease: boolean, releases: readonly Release[]): ChangesStart {
  const others = releases.filter((release) => !release.draft && release.tag !== tag);
  const full = others.filter((release) => !release.prerelease);
  const previous = prerelease
    ? (newestBeta(tag, others) ?? newestBySemver(full))
    : newestBySemver(olderThan(tag, full));
  if (previous !== undefined) return { kind: "tag", tag: previous.tag };
  return { kind: others.length === 0 ? "beginning" : "first" };
}

/** By date of publication: the short SHAs in beta tags have no order. Other prereleases (an rc, a nightly) are not betas. */
function newestBeta(tag: string, releases: readonly Release[]): Release | undefined {
  return releases
    .filter((release) => release.prerelease && isBeta(release.tag) === isBeta(tag))
    .toSorted((a, b) => compareTexts(b.publishedAt ?? "", a.publishedAt ?? "") || b.id - a.id)[0];
}

function isBeta(tag: string): boolean {
  return tag.endsWith(".beta");
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function olderThan(tag: string, releases: readonly Release[]): readonly Release[] {
  const version = versionInTag(tag);
  if (!isSemver(version)) return releases;
  return releases.filter(
    (release) => isSemver(versionInTag(release.tag)) && compareVersions(versionInTag(release.tag), version) < 0,
  );
}

function newestBySemver(releases: readonly Release[]): Release | undefined {
  return releases
    .filter((release) => isSemver(versionInTag(release.tag)))
    .toSorted((a, b) => compareVersions(versionInTag(b.tag), versionInTag(a.tag)))[0];
}
