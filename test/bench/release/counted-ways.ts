/** What others need for the same, counted in their source; they are not run here. */
const COUNTED: readonly (readonly [work: string, way: string, requests: string, remark: string])[] = [
  [
    "release",
    "softprops/action-gh-release 3.0.0",
    "8, a prerelease 7",
    "a prerelease is public before its assets are there",
  ],
  ["release", "ncipollo/release-action 389305c", "4 to 7", "by default public before its assets are there"],
  ["release", "goreleaser cd616d2", "7", "and 6 that ask for the rate limit"],
  ["release", "semantic-release/github b285843", "4", "no look for an earlier attempt"],
  ["guard", "softprops/turnstyle 15e8a19", "5 or more", "waits in place of rejecting; 4 more a poll"],
  ["guard", "github/branch-deploy 7ad5ec6, its lock", "6", "2 or 3 more to name the holder; no take-over"],
];

/** The counted ways as Markdown. */
export function renderCounted(): string {
  const rows = COUNTED.map((cells) => `| ${cells.join(" | ")} |`);
  return [
    "#### Counted in their source, not run",
    "",
    "| Work | Way | Requests | |",
    "| --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}
