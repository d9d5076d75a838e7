import type { CommitSha, Digest, Release, ReleaseAsset } from "@fairway/domain";

/** An asset that the release must have. */
export interface WantedAsset {
  readonly name: string;
  readonly size: number;
  readonly digest: Digest;
}

export type ReleasePlan =
  | { readonly kind: "create" }
  /** A draft of ours is there: upload what is missing, after deleting what a broken upload left. */
  | {
      readonly kind: "resume";
      readonly draft: Release;
      readonly upload: readonly string[];
      readonly remove: readonly ReleaseAsset[];
    }
  | { readonly kind: "unchanged"; readonly release: Release }
  | { readonly kind: "refuse"; readonly reason: string };

/** What git says of the tag. */
export type TagState = { readonly kind: "free" } | { readonly kind: "taken"; readonly by: CommitSha };

/** A tag names one commit for ever. */
export function planTag(
  tag: string,
  commit: CommitSha,
  state: TagState,
): { kind: "claim" | "keep" } | { kind: "refuse"; reason: string } {
  if (state.kind === "free") return { kind: "claim" };
  if (state.by === commit) return { kind: "keep" };
  return { kind: "refuse", reason: `the tag ${tag} names commit ${state.by}, the release is to be made of ${commit}` };
}

/**
 * What is to be done, from the releases that carry the tag. A published release is never touched: it is complete and the
 * same, or the request is refused. Of several drafts the oldest is resumed.
 */
export function planRelease(
  wanted: readonly WantedAsset[],
  prerelease: boolean,
  found: readonly Release[],
): ReleasePlan {
  const published = found.find(({ draft }) => !draft);
  if (published !== undefined) return judgePublished(wanted, prerelease, published);
  const draft = found.toSorted((a, b) => a.id - b.id)[0];
  if (draft === undefined) return { kind: "create" };
  const remove = draft.assets.filter((asset) => !wanted.some((one) => isSame(one, asset)));
  const upload = wanted.filter((one) => !draft.assets.some((asset) => isSame(one, asset))).map(({ name }) => name);
  return { kind: "resume", draft, upload, remove };
}

function judgePublished(wanted: readonly WantedAsset[], prerelease: boolean, release: Release): ReleasePlan {
  const kind = (isPrerelease: boolean) => (isPrerelease ? "a prerelease" : "a full release");
  if (release.prerelease !== prerelease) {
    return {
      kind: "refuse",
      reason: `${release.tag} is published as ${kind(release.prerelease)}, ${kind(prerelease)} is asked for`,
    };
  }
  const differing = wanted.filter((one) => !release.assets.some((asset) => isSame(one, asset))).map(({ name }) => name);
  const surplus = release.assets.filter(({ name }) => !wanted.some((one) => one.name === name)).map(({ name }) => name);
  if (differing.length === 0 && surplus.length === 0) return { kind: "unchanged", release };
  const parts = [list("missing or different", differing), list("not asked for", surplus)].filter((part) => part !== "");
  return { kind: "refuse", reason: `${release.tag} is published with other content (${parts.join("; ")})` };
}

function list(what: string, names: readonly string[]): string {
  return names.length === 0 ? "" : `${what}: ${names.join(", ")}`;
}

/** The digest decides; an older server that tells none leaves the size. */
function isSame(wanted: WantedAsset, asset: ReleaseAsset): boolean {
  if (asset.name !== wanted.name || asset.state !== "uploaded") return false;
  return asset.digest === undefined ? asset.size === wanted.size : asset.digest === wanted.digest;
}
