import { runTogether, shortDigest, type Digest, type Log } from "@fairway/domain";

import { copyBlob, createBlobRoute, type BlobOutcome } from "./copy-blob.ts";
import type { Descriptor } from "./descriptors.ts";
import { inOneRegistry, nameOfPlace, type Place } from "./place.ts";

/** Blobs that are sent at the same time: each holds a connection to both sides. */
const SENT_AT_ONCE = 6;
/** Blobs that are mounted at the same time, of which each is one small request. */
const MOUNTED_AT_ONCE = 8;

/** What became of the blobs. */
export interface BlobCounts {
  blobsMounted: number;
  blobsPresent: number;
  blobsSent: number;
  bytesSent: number;
}

export interface BlobCopier {
  /** Brings blobs side by side, each once. When one fails for good the others are stopped. */
  copy(blobs: readonly Descriptor[]): Promise<void>;
  readonly counts: Readonly<BlobCounts>;
}

/** Copies blobs from one repository to another. */
export function createBlobCopier(from: Place, to: Place, log: Log): BlobCopier {
  const route = createBlobRoute(from, to);
  const counts = { blobsMounted: 0, blobsPresent: 0, blobsSent: 0, bytesSent: 0 };
  const done = new Set<Digest>();
  return {
    counts,
    copy: async (blobs) => {
      const wanted = new Map(blobs.filter(({ digest }) => !done.has(digest)).map((blob) => [blob.digest, blob]));
      await runTogether(
        [...wanted.values()].map((blob) => (signal) => copyOne(blob, signal)),
        inOneRegistry(from, to) ? MOUNTED_AT_ONCE : SENT_AT_ONCE,
      );
    },
  };

  async function copyOne(blob: Descriptor, signal: AbortSignal): Promise<void> {
    const outcome = await copyBlob(route, blob, signal);
    done.add(blob.digest);
    count(counts, outcome, blob);
    if (outcome !== "sent") return;
    log.info(`sent ${shortDigest(blob.digest)} to ${nameOfPlace(to)}: ${(blob.size / 1e6).toFixed(1)} MB`);
  }
}

function count(counts: BlobCounts, outcome: BlobOutcome, { size }: Descriptor): void {
  if (outcome === "mounted") counts.blobsMounted += 1;
  else if (outcome === "present") counts.blobsPresent += 1;
  else {
    counts.blobsSent += 1;
    counts.bytesSent += size;
  }
}
