import type { Digest } from "@fairway/domain";

/** What a tag or a digest names. */
export interface ManifestName {
  readonly digest: Digest;
  readonly mediaType: string;
  /** The registry's mark for this state of what was asked for, for writes on a condition; not every registry gives one. */
  readonly etag?: string | undefined;
}

/** A manifest or an index as the registry holds it. Its digest is the hash of these bytes, so they are never re-serialised. */
export interface Manifest extends ManifestName {
  readonly bytes: Uint8Array;
}

/** The two types that list other manifests, one for each platform. */
const INDEX_TYPES = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
];

const MANIFEST_TYPES = [
  ...INDEX_TYPES,
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
];

/**
 * All types, in every request: a registry answers 404 for an image that exists when its type is not listed, so "missing"
 * means something only after all were asked for.
 */
export const ACCEPTED_TYPES: string = MANIFEST_TYPES.join(", ");

/** The least that every registry takes, and the most that is read: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-manifests */
export const MAX_MANIFEST_BYTES: number = 4 * 1024 * 1024;

export function isManifestType(mediaType: string): boolean {
  return MANIFEST_TYPES.includes(mediaType);
}

export function isIndexType(mediaType: string): boolean {
  return INDEX_TYPES.includes(mediaType);
}
