import { layerOf } from "./layer.ts";
import {
  type Descriptor,
  digestOfBytes,
  OCI_INDEX,
  OCI_MANIFEST,
  openRepository,
  type RegistryStore,
} from "./model.ts";

export interface ImageContent {
  /** Becomes the config label org.opencontainers.image.version. */
  readonly version: string;
  /** `os/architecture` or `os/architecture/variant`; linux/amd64 and linux/arm64 when left out. */
  readonly platforms?: readonly string[];
  /** Further config labels. */
  readonly labels?: Readonly<Record<string, string>>;
  /** False stores the first platform's manifest under the tag, with no index around it. */
  readonly index?: boolean;
  /** True adds a provenance attestation manifest per platform to the index, where BuildKit puts it. */
  readonly provenance?: boolean;
}

/**
 * Stores a real image under a tag and gives its digest: layers, a config and a manifest per platform, and an index.
 * The bytes follow from the content alone, so the same call gives the same digest.
 */
export function putImage(store: RegistryStore, name: string, tag: string, content: ImageContent): string {
  const platforms = (content.platforms ?? ["linux/amd64", "linux/arm64"]).map(platformOf);
  const images = platforms.map((platform) => putPlatform(store, name, platform, content));
  const first = images[0];
  if (first === undefined) throw new Error("putImage was given no platform; name at least one, such as linux/amd64");
  const attestations = content.provenance === true ? images.map((image) => putAttestation(store, name, image)) : [];
  const digest =
    content.index === false
      ? first.digest
      : putManifest(store, name, OCI_INDEX, { manifests: [...images, ...attestations] }).digest;
  openRepository(store, name).tags.set(tag, digest);
  return digest;
}

type Platform = NonNullable<Descriptor["platform"]>;

function platformOf(text: string): Platform {
  const [os = "", architecture = "", variant] = text.split("/");
  return { os, architecture, ...(variant !== undefined && { variant }) };
}

function putPlatform(store: RegistryStore, name: string, platform: Platform, content: ImageContent): Descriptor {
  const labels = { ...content.labels, "org.opencontainers.image.version": content.version };
  const layers = [
    putBlob(store, name, layerOf("etc/base-release", `${platform.os}/${platform.architecture} base\n`)),
    putBlob(store, name, layerOf("app/version", `${JSON.stringify(labels)} ${platform.architecture}\n`)),
  ].map((layer) => ({ mediaType: "application/vnd.oci.image.layer.v1.tar+gzip", ...layer }));
  const config = {
    ...platform,
    config: { Entrypoint: ["/app/server"], Labels: labels },
    rootfs: { type: "layers", diff_ids: layers.map((layer) => layer.digest) },
  };
  const stored = putBlob(store, name, Buffer.from(JSON.stringify(config)));
  const described = { mediaType: "application/vnd.oci.image.config.v1+json", ...stored };
  return { ...putManifest(store, name, OCI_MANIFEST, { config: described, layers }), platform };
}

/** As BuildKit does: a manifest for platform unknown/unknown whose annotations name the image that it speaks of. */
function putAttestation(store: RegistryStore, name: string, image: Descriptor): Descriptor {
  const statement = {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ digest: { sha256: image.digest.slice(7) } }],
  };
  const layer = putBlob(store, name, Buffer.from(JSON.stringify(statement)));
  const config = putBlob(
    store,
    name,
    Buffer.from('{"architecture":"unknown","os":"unknown","rootfs":{"type":"layers"}}'),
  );
  const manifest = putManifest(store, name, OCI_MANIFEST, {
    config: { mediaType: "application/vnd.oci.image.config.v1+json", ...config },
    layers: [{ mediaType: "application/vnd.in-toto+json", ...layer }],
  });
  const annotations = {
    "vnd.docker.reference.digest": image.digest,
    "vnd.docker.reference.type": "attestation-manifest",
  };
  return { ...manifest, annotations, platform: { os: "unknown", architecture: "unknown" } };
}

function putBlob(store: RegistryStore, name: string, bytes: Buffer): { digest: string; size: number } {
  const digest = digestOfBytes(bytes);
  store.blobs.set(digest, bytes);
  openRepository(store, name).blobs.add(digest);
  return { digest, size: bytes.length };
}

function putManifest(store: RegistryStore, name: string, mediaType: string, document: object): Descriptor {
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, ...document }, undefined, 2));
  const digest = digestOfBytes(bytes);
  openRepository(store, name).manifests.set(digest, { digest, mediaType, bytes });
  return { mediaType, digest, size: bytes.length };
}
