import { isDigest, member, parseJson, stringMember, type Digest } from "@fairway/domain";

import { isIndexType, type Manifest } from "./manifest-types.ts";

/** What a manifest refers to: https://github.com/opencontainers/image-spec/blob/main/descriptor.md */
export interface Descriptor {
  readonly digest: Digest;
  /** Bytes. */
  readonly size: number;
  readonly isAttestation: boolean;
}

/** The manifests that an index lists; none for a manifest of one image. */
export function childrenOf({ mediaType, bytes }: Manifest): readonly Descriptor[] {
  return isIndexType(mediaType) ? listedIn(bytes) : [];
}

/** The descriptors in the `manifests` of a document, as an index and an answer of the referrers API have it. */
export function listedIn(bytes: Uint8Array): readonly Descriptor[] {
  return descriptorsIn(member(parseJson(new TextDecoder().decode(bytes)), "manifests"));
}

/** The config and the layers that a manifest keeps in its registry, each once. Layers that live elsewhere are not among them. */
export function blobsOf({ mediaType, bytes }: Manifest): readonly Descriptor[] {
  if (isIndexType(mediaType)) return [];
  const document = parseJson(new TextDecoder().decode(bytes));
  const layers: unknown = member(document, "layers");
  const kept: readonly unknown[] = Array.isArray(layers) ? layers.filter((layer) => !livesElsewhere(layer)) : [];
  const blobs = descriptorsIn([member(document, "config"), ...kept]);
  return [...new Map(blobs.map((blob) => [blob.digest, blob])).values()];
}

function descriptorsIn(entries: unknown): readonly Descriptor[] {
  return Array.isArray(entries) ? entries.flatMap(readDescriptor) : [];
}

function readDescriptor(entry: unknown): readonly Descriptor[] {
  const digest = stringMember(entry, "digest") ?? "";
  const size = member(entry, "size");
  // BuildKit's way: https://docs.docker.com/build/metadata/attestations/attestation-storage/
  const type = stringMember(member(entry, "annotations"), "vnd.docker.reference.type");
  if (!isDigest(digest)) return [];
  return [{ digest, size: typeof size === "number" ? size : 0, isAttestation: type === "attestation-manifest" }];
}

/** Layers with `urls` are fetched from there: https://github.com/opencontainers/image-spec/blob/main/layer.md#non-distributable-layers */
function livesElsewhere(layer: unknown): boolean {
  const urls = member(layer, "urls");
  return Array.isArray(urls) && urls.length > 0;
}
