import { refusal, runTogether, shortDigest, type Digest, type Log } from "@fairway/domain";

import { copyBlob, createBlobRoute, type BlobOutcome } from "./copy-blob.ts";
import { blobsOf, childrenOf, type Descriptor } from "./descriptors.ts";
import type { Manifest } from "./manifest-types.ts";
import { inOneRegistry, nameOfPlace, type Place } from "./place.ts";
import { putManifest } from "./put-manifest.ts";
import { readManifest, resolveManifest } from "./read-manifest.ts";

/** Blobs on their way at the same time: each holds a connection to both sides. */
const BLOBS_AT_ONCE = 4;

/** What was done to have the content in another repository. */
export interface CopyCounts {
  manifests: number;
  blobsMounted: number;
  blobsPresent: number;
  blobsSent: number;
  bytesSent: number;
}

export interface ManifestCopier {
  /** Brings a manifest and all that it refers to, deepest first, so that nothing ever refers to what is not there. */
  copy(manifest: Manifest): Promise<void>;
  /** As `copy`, for a manifest that has not been read yet. */
  copyByDigest(digest: Digest): Promise<Manifest>;
  readonly counts: Readonly<CopyCounts>;
}

/**
 * Copies manifests by their exact bytes from one repository to another. Within a registry everything is mounted without
 * looking first, which costs one request a blob; to another registry only what is missing goes.
 */
export function createManifestCopier(from: Place, to: Place, log: Log): ManifestCopier {
  const route = createBlobRoute(from, to);
  const counts = { manifests: 0, blobsMounted: 0, blobsPresent: 0, blobsSent: 0, bytesSent: 0 };
  const done = new Set<Digest>();
  return { copy, copyByDigest, counts };

  async function copyByDigest(digest: Digest): Promise<Manifest> {
    const manifest = await readManifest(from.exchange, from.repository, digest);
    if (manifest === undefined) throw incomplete(from, digest);
    await copy(manifest);
    return manifest;
  }

  async function copy(manifest: Manifest): Promise<void> {
    if (done.has(manifest.digest)) return;
    const isWanted = inOneRegistry(from, to) || (await isMissing(manifest.digest));
    // An index may have outlived what it lists: clean-up jobs of registries do that.
    for (const { digest } of childrenOf(manifest)) await copyChild(digest);
    if (isWanted) {
      const blobs = blobsOf(manifest).filter(({ digest }) => !done.has(digest));
      await runTogether(
        blobs.map((blob) => (signal) => copyOne(blob, signal)),
        BLOBS_AT_ONCE,
      );
      await putManifest(to, manifest.digest, manifest);
      counts.manifests += 1;
    }
    done.add(manifest.digest);
  }

  /** A child that is there is not read: such a read may be counted and limited. */
  async function copyChild(digest: Digest): Promise<void> {
    if (inOneRegistry(from, to) || (await isMissing(digest))) await copyByDigest(digest);
  }

  async function isMissing(digest: Digest): Promise<boolean> {
    return (await resolveManifest(to.exchange, to.repository, digest)) === undefined;
  }

  async function copyOne(blob: Descriptor, signal: AbortSignal): Promise<void> {
    const outcome = await copyBlob(route, blob, signal);
    done.add(blob.digest);
    count(counts, outcome, blob);
    if (outcome !== "sent") return;
    log.info(`sent ${shortDigest(blob.digest)} to ${nameOfPlace(to)}: ${(blob.size / 1e6).toFixed(1)} MB`);
  }
}

function count(counts: CopyCounts, outcome: BlobOutcome, { size }: Descriptor): void {
  if (outcome === "mounted") counts.blobsMounted += 1;
  else if (outcome === "present") counts.blobsPresent += 1;
  else {
    counts.blobsSent += 1;
    counts.bytesSent += size;
  }
}

function incomplete(from: Place, digest: Digest): Error {
  return refusal(
    "INCOMPLETE_IMAGE",
    `${nameOfPlace(from)} lists ${digest} and does not have it, so the image is not whole`,
    "See whether a clean-up job removed parts of the image. Build and test a new beta, and promote that.",
  );
}
