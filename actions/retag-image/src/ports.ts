import type { Digest, Log } from "@fairway/domain";

/** What a tag or a digest names. */
export interface ManifestName {
  readonly digest: Digest;
  readonly mediaType: string;
  /** The registry's mark for this state of the tag, where it has one. */
  readonly etag?: string | undefined;
}

export interface Manifest extends ManifestName {
  readonly bytes: Uint8Array;
}

/** What a tag named when it was decided to write it: nothing, or a manifest. */
export interface TagState {
  readonly digest: Digest | undefined;
  readonly etag?: string | undefined;
}

/** The manifests and tags of one repository. */
export interface ManifestStore {
  /** What a tag or digest names now; undefined when there is none. Costs no pull. */
  resolve(reference: string, signal?: AbortSignal): Promise<ManifestName | undefined>;
  /** The manifest of a digest, its bytes checked against it. */
  fetch(digest: Digest): Promise<Manifest>;
  /** Points a tag at a manifest of this repository, and does not overwrite what others put there since, where that can be. */
  put(tag: string, manifest: Manifest, before: TagState): Promise<void>;
  /** Points several tags at once, where the registry can, and gives those that it pointed. */
  putTogether(tags: readonly string[], manifest: Manifest): Promise<readonly string[]>;
  /** All tags of the repository. */
  tags(): Promise<readonly string[]>;
  /** `os/architecture`, or with a variant, for each image that the manifest stands for. */
  platforms(manifest: Manifest): Promise<readonly string[]>;
  /** Digests of signatures, SBOMs and attestations of the image. */
  referrers(manifest: Manifest): Promise<readonly string[]>;
}

/** A repository of a registry. */
export interface Place {
  readonly registry: string;
  readonly repository: string;
}

/** An image on its way, under its digest alone: no tag is touched. */
export interface ImageCopy {
  readonly from: Place;
  readonly to: Place;
  readonly manifest: Manifest;
  /** `auto` warns of a referrer that cannot be copied, `require` fails, `none` copies none. */
  readonly referrers: "auto" | "require" | "none";
}

/** What a copy took; what was there already is not sent. */
export interface CopyReport {
  readonly manifests: number;
  readonly blobsMounted: number;
  readonly blobsPresent: number;
  readonly blobsSent: number;
  readonly bytesSent: number;
  readonly referrers: number;
}

export interface ImageRegistries {
  repository(place: Place): ManifestStore;
  /** Brings an image and all its parts into another repository. Done again, it finishes what is missing. */
  copy(copy: ImageCopy): Promise<CopyReport>;
}

export interface RetagImagePorts {
  readonly registries: ImageRegistries;
  readonly log: Log;
  /** Aborted when the run is cancelled: nothing new is started then. */
  readonly signal: AbortSignal;
}
