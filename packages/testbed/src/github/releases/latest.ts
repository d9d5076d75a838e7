import type { ReleaseRecord, RepositoryRecord } from "../records.ts";

/**
 * The release that GitHub calls latest: the one marked so, else by date of commit, and by version among equal dates.
 * Drafts and prereleases never are. https://docs.github.com/rest/releases/releases#get-the-latest-release
 */
export function latestRelease(
  record: Pick<RepositoryRecord, "releases" | "latestReleaseId">,
): ReleaseRecord | undefined {
  const candidates = record.releases.filter(isFull);
  return candidates.find((release) => release.id === record.latestReleaseId) ?? [...candidates].sort(newestFirst)[0];
}

export type MakeLatest = "true" | "false" | "legacy";

/**
 * The mark after a release was published or edited. `true` takes it. `false` leaves it where it was, and fixes it there
 * when it was only implied, so that the new release does not win by date. `legacy` gives the choice back to the rule.
 */
export function markAfter(
  before: RepositoryRecord,
  release: ReleaseRecord,
  makeLatest: MakeLatest,
): number | undefined {
  if (!isFull(release)) return before.latestReleaseId === release.id ? undefined : before.latestReleaseId;
  const others = { ...before, releases: before.releases.filter((other) => other.id !== release.id) };
  switch (makeLatest) {
    case "true":
      return release.id;
    case "false":
      return latestRelease(others)?.id;
    case "legacy":
      return undefined;
  }
}

/** Published, and not a prerelease. */
function isFull(release: ReleaseRecord): boolean {
  return !release.draft && !release.prerelease;
}

function newestFirst(a: ReleaseRecord, b: ReleaseRecord): number {
  const byDate = b.createdAt.getTime() - a.createdAt.getTime();
  return byDate === 0 ? compareVersions(b.tag, a.tag) || b.id - a.id : byDate;
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbersOf(tag: string): number[] {
  return (tag.match(/\d+/g) ?? []).map(Number);
}
