import type { CommitSha, Digest, Release, ReleaseAsset } from "@fairway/domain";

/** An asset that the release must have. */
export interface WantedAsset {
  readonly name: string;
  readonly size: number;
  readonly digest: Digest;
}

export type ReleasePlan =
  | { readonly kind: "create" }
  /** A draft is there: upload what is missing, after deleting what is in its way. */
  | {
      readonly kind: "resume";
      readonly draft: Release;
      readonly upload: readonly string[];
      readonly remove: readonly ReleaseAsset[];
      /** Further drafts of the tag. */
      readonly others: readonly Release[];
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
 * same, or the request is refused. Of several drafts the oldest that fits is resumed.
 */
export function planRelease(
  wanted: readonly WantedAsset[],
  prerelease: boolean,
  found: readonly Release[],
): ReleasePlan {
  const published = found.find(({ draft }) => !draft);
  if (published !== undefined) return judgePublished(wanted, prerelease, published);
  const drafts = found.toSorted((a, b) => a.id - b.id);
  const draft = drafts.find((one) => fits(wanted, one)) ?? drafts.find((one) => foreign(wanted, one).length === 0);
  if (draft !== undefined) return resume(wanted, draft, drafts);
  const [first] = drafts;
  return first === undefined ? { kind: "create" } : { kind: "refuse", reason: foreignReason(wanted, first) };
}

/** Whether an asset is the wanted one: the digest decides; an older server that tells none leaves the size. */
export function isSame(wanted: WantedAsset, asset: ReleaseAsset): boolean {
  if (asset.name !== wanted.name || asset.state !== "uploaded") return false;
  return asset.digest === undefined ? asset.size === wanted.size : asset.digest === wanted.digest;
}

/**
 * Whether a draft beside the published release was made by a run like this one and left without content: same tag, name and
 * notes, no asset. Only such a draft is deleted; any other may be somebody's work.
 */
export function isEmptyTwin(release: Release, other: Release): boolean {
  const same = other.tag === release.tag && other.name === release.name && other.notes === release.notes;
  return same && other.draft && other.id !== release.id && other.assets.length === 0;
}

/** Whether all that the draft holds is wanted. */
function fits(wanted: readonly WantedAsset[], { assets }: Release): boolean {
  return assets.every((asset) => wanted.some((one) => isSame(one, asset)));
}

/** Complete assets of names that are not asked for. No broken upload leaves such, so they are not ours to delete. */
function foreign(wanted: readonly WantedAsset[], { assets }: Release): readonly ReleaseAsset[] {
  return assets.filter((asset) => asset.state === "uploaded" && !wanted.some(({ name }) => name === asset.name));
}

function foreignReason(wanted: readonly WantedAsset[], draft: Release): string {
  const names = foreign(wanted, draft).map(({ name }) => name);
  return `the draft of ${draft.tag} (${draft.htmlUrl}) holds what is not asked for: ${names.join(", ")}`;
}

function resume(wanted: readonly WantedAsset[], draft: Release, drafts: readonly Release[]): ReleasePlan {
  return {
    kind: "resume",
    draft,
    remove: draft.assets.filter((asset) => !wanted.some((one) => isSame(one, asset))),
    upload: wanted.filter((one) => !draft.assets.some((asset) => isSame(one, asset))).map(({ name }) => name),
    others: drafts.filter(({ id }) => id !== draft.id),
  };
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
