import { FairwayError, refusal, shortDigest, type Digest } from "@fairway/domain";

import type { Promotion } from "./promotion.ts";

/**
 * Puts a tag. After a failure the tag is read: when it names the image all the same the write had landed, and otherwise the
 * journal knows what it names. Nothing is started once the run was cancelled.
 */
export async function writeTag(tag: string, promotion: Promotion): Promise<void> {
  const { manifests, log, signal } = promotion.ports;
  signal.throwIfAborted();
  const manifest = await promotion.image();
  try {
    await manifests.put(tag, manifest);
    promotion.journal.found(tag, promotion.digest);
  } catch (error) {
    const landed = (await readAfterFailure(tag, promotion)) === promotion.digest;
    if (!landed || !(error instanceof FairwayError) || error.kind !== "upstream") throw error;
    log.info(`${tag} names the image although its write failed: ${error.message}`);
  }
}

async function readAfterFailure(tag: string, { ports, journal }: Promotion): Promise<Digest | undefined> {
  // The write's own failure is what is reported; one of this reading only leaves the tag unknown.
  const now = await ports.manifests.resolve(tag).catch(() => undefined);
  journal.found(tag, now?.digest);
  return now?.digest;
}

/** Reads tags back, all of them. Throws a refusal that names those that do not name the image. */
export async function verifyTags(tags: readonly string[], promotion: Promotion): Promise<void> {
  const { ports, journal, digest } = promotion;
  const strayed: string[] = [];
  await Promise.all(
    tags.map(async (tag) => {
      const now = (await ports.manifests.resolve(tag))?.digest;
      journal.found(tag, now);
      if (now !== digest) strayed.push(`${tag} names ${now ?? "nothing"}`);
    }),
  );
  if (strayed.length === 0) return;
  throw refusal(
    "TAG_MOVED",
    `${strayed.join("; ")} when read back, where ${shortDigest(digest)} was put: somebody else moved it at the same time`,
    "Find out what else pushes this tag, then run this job again.",
  );
}
