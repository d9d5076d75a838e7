import { createHash } from "node:crypto";

export interface StoredManifest {
  readonly digest: string;
  readonly mediaType: string;
  /** The bytes as they were sent; a registry never re-serialises them, or the digest would change. */
  readonly bytes: Buffer;
}

export interface ImageRepository {
  readonly name: string;
  readonly manifests: Map<string, StoredManifest>;
  /** Tag to digest. */
  readonly tags: Map<string, string>;
  /** Digests of the blobs that this repository may serve. */
  readonly blobs: Set<string>;
  immutableTags: boolean;
}

/** What a registry may do and most do not. */
export interface RegistryExtras {
  /** Honours If-Match and If-None-Match in the PUT of a manifest. */
  readonly conditionalWrites: boolean;
  /** Makes the tags in the query of a PUT by digest, and names them in OCI-Tag. */
  readonly tagsByQuery: boolean;
}

export interface RegistryStore {
  readonly extras: RegistryExtras;
  readonly repositories: Map<string, ImageRepository>;
  readonly blobs: Map<string, Buffer>;
  /** Open upload sessions: what has arrived so far, by session id. */
  readonly uploads: Map<string, Buffer>;
}

/** The part of a manifest that a registry looks at. */
export interface ManifestDocument {
  readonly schemaVersion?: number;
  readonly mediaType?: string;
  readonly artifactType?: string;
  readonly config?: Descriptor;
  readonly layers?: readonly Descriptor[];
  readonly manifests?: readonly Descriptor[];
  readonly subject?: Descriptor;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly platform?: { readonly os: string; readonly architecture: string; readonly variant?: string };
  readonly annotations?: Readonly<Record<string, string>>;
  readonly artifactType?: string;
  readonly urls?: readonly string[];
}

export const OCI_INDEX = "application/vnd.oci.image.index.v1+json";
export const OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
export const DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
export const DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";

/** An empty store. */
export function createStore(extras: RegistryExtras): RegistryStore {
  return { extras, repositories: new Map(), blobs: new Map(), uploads: new Map() };
}

/** The repository of that name, made on first use as a push makes it. */
export function openRepository(store: RegistryStore, name: string): ImageRepository {
  const known = store.repositories.get(name);
  if (known !== undefined) return known;
  const created: ImageRepository = {
    name,
    manifests: new Map(),
    tags: new Map(),
    blobs: new Set(),
    immutableTags: false,
  };
  store.repositories.set(name, created);
  return created;
}

/** `sha256:<hex>` of the bytes. */
export function digestOfBytes(bytes: Buffer): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/** Whether a media type is one of the two that list other manifests. */
export function isIndex(mediaType: string): boolean {
  return mediaType === OCI_INDEX || mediaType === DOCKER_LIST;
}
