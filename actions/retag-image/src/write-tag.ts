import { FairwayError, refusal, runTogether, type Digest } from "@fairway/domain";

import type { Promotion } from "./promotion.ts";
import { groupByPlace, type Target } from "./targets.ts";

/**
 * Puts a tag. After a failure the tag is read: when it names the image all the same the write had landed, and otherwise the
 * journal knows what it names. Nothing is started once the run was cancelled.
 */
export async function writeTag(target: Target, promotion: Promotion): Promise<void> {
  const { ports, targets, journal, digest } = promotion;
  ports.signal.throwIfAborted();
  const manifest = await promotion.image();
  try {
    const plan = journal.planOf(target.name);
    await targets.storeOf(target.place).put(target.tag, manifest, { digest: plan?.before, etag: plan?.etag });
    journal.found(target.name, digest);
  } catch (error) {
    const landed = (await readAfterFailure(target, promotion)) === digest;
    if (!landed || !(error instanceof FairwayError) || error.kind !== "upstream") throw error;
    ports.log.info(`${target.name} names the image although its write failed: ${error.message}`);
  }
}

/**
 * Puts tags by one request a repository, where its registry can; the others are left for `writeTag`. Gives those that are
 * left.
 */
export async function writeTogether(targets: readonly Target[], promotion: Promotion): Promise<readonly Target[]> {
  const { ports, journal, digest } = promotion;
  const done = new Set<string>();
  for (const [place, tags] of groupByPlace(targets)) {
    ports.signal.throwIfAborted();
    const names = tags.map(({ tag }) => tag);
    const accepted = await promotion.targets.storeOf(place).putTogether(names, await promotion.image());
    for (const { name } of tags.filter(({ tag }) => accepted.includes(tag))) {
      journal.found(name, digest);
      done.add(name);
    }
  }
  return targets.filter(({ name }) => !done.has(name));
}

async function readAfterFailure(target: Target, promotion: Promotion): Promise<Digest | undefined> {
  // The write's own failure is what is reported; one of this reading only leaves the tag unknown.
  const now = await readTag(target, promotion).catch(() => undefined);
  promotion.journal.found(target.name, now);
  return now;
}

/** Reads tags back, all of them. Throws a refusal that names those that do not name the image. */
export async function verifyTags(targets: readonly Target[], promotion: Promotion): Promise<void> {
  const { journal, digest } = promotion;
  const strayed: string[] = [];
  await runTogether(
    targets.map((target) => async (signal) => {
      const now = await readTag(target, promotion, signal);
      journal.found(target.name, now);
      if (now !== digest) strayed.push(`${target.name} names ${now ?? "nothing"}`);
    }),
  );
  if (strayed.length === 0) return;
  throw refusal(
    "TAG_MOVED",
    `${strayed.join("; ")} when read back, where ${digest} was put: somebody else moved it at the same time`,
    "Find out what else pushes this tag, then run this job again.",
  );
}

async function readTag(
  { place, tag }: Target,
  { targets }: Promotion,
  signal?: AbortSignal,
): Promise<Digest | undefined> {
  return (await targets.storeOf(place).resolve(tag, signal))?.digest;
}
