import { refusal, runTogether, type Digest, type Log } from "@fairway/domain";

import { createBlobCopier, type BlobCounts } from "./copy-blobs.ts";
import { blobsOf, childrenOf } from "./descriptors.ts";
import type { Manifest } from "./manifest-types.ts";
import { inOneRegistry, nameOfPlace, type Place } from "./place.ts";
import { putManifest } from "./put-manifest.ts";
import { readManifest, resolveManifest } from "./read-manifest.ts";

/** Manifests that are in memory at the same time; an image has one or two for each platform. */
const MANIFESTS_AT_ONCE = 16;

/** What was done to have the content in another repository. */
export interface CopyCounts extends BlobCounts {
  manifests: number;
}

export interface ManifestCopier {
  /** Brings a manifest and all that it refers to, deepest first, so that nothing ever refers to what is not there. */
  copy(manifest: Manifest): Promise<void>;
  /** As `copy`, for a manifest that has not been read yet. */
  copyByDigest(digest: Digest): Promise<Manifest>;
  counts(): Readonly<CopyCounts>;
}

/**
 * Copies manifests by their exact bytes from one repository to another, the blobs of all platforms beside each other. Within a
 * registry everything is mounted without looking first, which costs one request a blob; to another registry only what is
 * missing goes.
 */
export function createManifestCopier(from: Place, to: Place, log: Log): ManifestCopier {
  const blobs = createBlobCopier(from, to, log);
  const done = new Set<Digest>();
  let manifestsPut = 0;
  return { copy, copyByDigest, counts: () => ({ manifests: manifestsPut, ...blobs.counts }) };

  async function copyByDigest(digest: Digest): Promise<Manifest> {
    const manifest = await readSource(from, digest);
    await copy(manifest);
    return manifest;
  }

  async function copy(manifest: Manifest): Promise<void> {
    if (done.has(manifest.digest)) return;
    // An index may have outlived what it lists, so its children are looked after even when it is there itself: clean-up jobs
    // of registries do that.
    const [wanted] = await runTogether([() => isWanted(from, to, manifest.digest), () => bringChildren([manifest])]);
    if (wanted === true) await bring([manifest]);
    done.add(manifest.digest);
  }

  /** Brings manifests whose children are there. */
  async function bring(manifests: readonly Manifest[]): Promise<void> {
    await blobs.copy(manifests.flatMap(blobsOf));
    await runTogether(manifests.map((manifest) => () => putManifest(to, manifest.digest, manifest)));
    manifestsPut += manifests.length;
  }

  async function bringChildren(parents: readonly Manifest[]): Promise<true> {
    const listed = new Map(parents.flatMap(childrenOf).map((child) => [child.digest, child]));
    const waiting = [...listed.values()].filter(({ digest }) => !done.has(digest));
    while (waiting.length > 0) {
      const some = waiting.splice(0, MANIFESTS_AT_ONCE);
      const read = await runTogether(some.map((child) => () => readWanted(child.digest)));
      const children = read.filter((child) => child !== undefined);
      await bringChildren(children);
      await bring(children);
      for (const { digest } of some) done.add(digest);
    }
    return true;
  }

  /** A child that is there is not read: such a read may be counted and limited. */
  async function readWanted(digest: Digest): Promise<Manifest | undefined> {
    return (await isWanted(from, to, digest)) ? readSource(from, digest) : undefined;
  }
}

/** Within a registry nothing is looked for first: putting a small manifest again costs no more. */
async function isWanted(from: Place, to: Place, digest: Digest): Promise<boolean> {
  return inOneRegistry(from, to) || (await resolveManifest(to.exchange, to.repository, digest)) === undefined;
}

async function readSource(from: Place, digest: Digest): Promise<Manifest> {
  const manifest = await readManifest(from.exchange, from.repository, digest);
  if (manifest === undefined) throw incomplete(from, digest);
  return manifest;
}

function incomplete(from: Place, digest: Digest): Error {
  return refusal(
    "INCOMPLETE_IMAGE",
    `${nameOfPlace(from)} lists ${digest} and does not have it, so the image is not whole`,
    "See whether a clean-up job removed parts of the image. Build and test a new beta, and promote that.",
  );
}
