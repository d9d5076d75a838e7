import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { gzipSync } from "node:zlib";

import { staticProgram, type Architecture } from "./static-program.ts";

export interface LayoutImage {
  /** Names the image for skopeo. */
  readonly reference: string;
  readonly digest: string;
  /** The manifest or index as it must come out of every registry. */
  readonly bytes: Buffer;
  /** The digest of the config that belongs to this machine, which a Docker engine calls the image's id. */
  readonly imageId: string;
}

const OCI = "application/vnd.oci.image";

/**
 * Writes an image that can be run, with nothing in it but a program that prints `serves <version>`, as an OCI layout into an
 * empty folder: an index of two architectures, or this machine's manifest alone.
 * https://github.com/opencontainers/image-spec/blob/main/image-layout.md
 */
export function writeImageLayout(folder: string, version: string, form: "index" | "manifest"): LayoutImage {
  mkdirSync(join(folder, "blobs/sha256"), { recursive: true });
  const here = process.arch === "arm64" ? "arm64" : "amd64";
  const other = here === "arm64" ? "amd64" : "arm64";
  const own = writePlatform(folder, version, here);
  const top =
    form === "manifest"
      ? own.manifest
      : writeDocument(folder, `${OCI}.index.v1+json`, {
          manifests: [own.entry, writePlatform(folder, version, other).entry],
        });
  writeFileSync(join(folder, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
  const { mediaType, digest, size, bytes } = top;
  const annotations = { "org.opencontainers.image.ref.name": version };
  const index = { schemaVersion: 2, manifests: [{ mediaType, digest, size, annotations }] };
  writeFileSync(join(folder, "index.json"), JSON.stringify(index));
  return { reference: `oci:${folder}:${version}`, digest, bytes, imageId: own.config.digest };
}

function writePlatform(folder: string, version: string, architecture: Architecture) {
  const tar = tarOf("server", staticProgram(architecture, `serves ${version}\n`));
  const layer = { mediaType: `${OCI}.layer.v1.tar+gzip`, ...writeBlob(folder, gzipSync(tar)) };
  const facts = {
    os: "linux",
    architecture,
    config: { Entrypoint: ["/server"], Labels: { "org.opencontainers.image.version": version } },
    rootfs: { type: "layers", diff_ids: [digestOf(tar)] },
  };
  const config = { mediaType: `${OCI}.config.v1+json`, ...writeBlob(folder, Buffer.from(JSON.stringify(facts))) };
  const manifest = writeDocument(folder, `${OCI}.manifest.v1+json`, { config, layers: [layer] });
  const { mediaType, digest, size } = manifest;
  return { config, manifest, entry: { mediaType, digest, size, platform: { os: "linux", architecture } } };
}

/** Indented, so that a client which parses the document and writes it again cannot come to the same digest. */
function writeDocument(folder: string, mediaType: string, content: object) {
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, ...content }, undefined, 3));
  return { mediaType, bytes, ...writeBlob(folder, bytes) };
}

function writeBlob(folder: string, bytes: Buffer): { digest: string; size: number } {
  const digest = digestOf(bytes);
  writeFileSync(join(folder, "blobs/sha256", digest.slice("sha256:".length)), bytes);
  return { digest, size: bytes.length };
}

function digestOf(bytes: Buffer): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/** One executable file, in the ustar format. */
function tarOf(path: string, content: Buffer): Buffer {
  const header = Buffer.alloc(512);
  const size = content.length.toString(8).padStart(11, "0");
  const fields = { 0: path, 100: "0000755", 108: "0000000", 116: "0000000", 124: size, 136: "00000000000", 156: "0" };
  for (const [offset, value] of Object.entries(fields)) header.write(value, Number(offset));
  header.write("ustar\u000000", 257, "latin1");
  header.write(" ".repeat(8), 148);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\u0000 `, 148, "latin1");
  const padding = Buffer.alloc((512 - (content.length % 512)) % 512);
  return Buffer.concat([header, content, padding, Buffer.alloc(1024)]);
}
