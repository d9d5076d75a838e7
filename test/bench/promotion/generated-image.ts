import { createHash, randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";

/** Something that a registry keeps under its digest. */
export interface Content {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly bytes: Buffer;
}

/** An image of which nothing is known anywhere: its layers are random. */
export interface GeneratedImage {
  /** The index, or the one manifest. */
  readonly root: Content;
  /** The manifests below an index. */
  readonly children: readonly Content[];
  /** Configs and layers. */
  readonly blobs: readonly Content[];
}

const OCI = "application/vnd.oci.image";
const LAYERS = 3;

/** Makes an index of two platforms with three layers each, or one manifest with as many. */
export function generateImage(form: "index" | "manifest", layerBytes: number): GeneratedImage {
  const platforms = (form === "index" ? ["amd64", "arm64"] : ["arm64"]).map((one) => makePlatform(one, layerBytes));
  const blobs = platforms.flatMap((platform) => platform.blobs);
  const [only] = platforms;
  if (form === "manifest" && only !== undefined) return { root: only.manifest, children: [], blobs };
  const manifests = platforms.map(({ manifest, architecture }) => ({
    ...describe(manifest),
    platform: { os: "linux", architecture },
  }));
  const children = platforms.map(({ manifest }) => manifest);
  return { root: makeDocument(`${OCI}.index.v1+json`, { manifests }), children, blobs };
}

function makePlatform(architecture: string, layerBytes: number) {
  // Stored, not compressed: a client that looks at the first bytes sees gzip and leaves the layer as it is.
  const contents = Array.from({ length: LAYERS }, () => gzipSync(randomBytes(layerBytes), { level: 0 }));
  const layers = contents.map((bytes) => makeContent(`${OCI}.layer.v1.tar+gzip`, bytes));
  const rootfs = { type: "layers", diff_ids: layers.map(({ digest }) => digest) };
  const facts = { architecture, os: "linux", config: { Entrypoint: ["/server"] }, rootfs };
  const config = makeContent(`${OCI}.config.v1+json`, Buffer.from(JSON.stringify(facts)));
  const manifest = makeDocument(`${OCI}.manifest.v1+json`, { config: describe(config), layers: layers.map(describe) });
  return { architecture, manifest, blobs: [config, ...layers] };
}

/** Indented, so that a client which parses the document and writes it again cannot come to the same digest. */
function makeDocument(mediaType: string, content: object): Content {
  return makeContent(mediaType, Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, ...content }, undefined, 3)));
}

function makeContent(mediaType: string, bytes: Buffer): Content {
  const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  return { mediaType, digest, size: bytes.length, bytes };
}

function describe({ mediaType, digest, size }: Content) {
  return { mediaType, digest, size };
}
