import { isDigest, type Release, type ReleaseAsset } from "@fairway/domain";

/** A release as the REST API answers it; the fields that are read here. */
export interface RawRelease {
  readonly id: number;
  readonly tag_name: string;
  readonly name: string | null;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly body?: string | null | undefined;
  readonly published_at: string | null;
  readonly html_url: string;
  readonly upload_url: string;
  readonly assets: readonly RawAsset[];
}

interface RawAsset {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  readonly state: string;
  readonly digest: string | null;
}

/** A release in our words. */
export function toRelease(raw: RawRelease): Release {
  return {
    id: raw.id,
    tag: raw.tag_name,
    name: raw.name ?? "",
    draft: raw.draft,
    prerelease: raw.prerelease,
    notes: raw.body ?? "",
    publishedAt: raw.published_at ?? undefined,
    htmlUrl: raw.html_url,
    uploadUrl: raw.upload_url,
    assets: raw.assets.map(toAsset),
  };
}

/** An asset in our words. A digest that is null or of another algorithm is no digest. */
export function toAsset({ id, name, size, state, digest }: RawAsset): ReleaseAsset {
  return { id, name, size, state, digest: digest !== null && isDigest(digest) ? digest : undefined };
}
