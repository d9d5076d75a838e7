import { FairwayError, runTogether, shortDigest, type Digest, type Log } from "@fairway/domain";

import type { ManifestCopier } from "./copy-manifests.ts";
import { childrenOf } from "./descriptors.ts";
import { ensureListed } from "./fallback-index.ts";
import type { Manifest } from "./manifest-types.ts";
import { nameOfPlace, type Place } from "./place.ts";
import { putManifest } from "./put-manifest.ts";
import { resolveManifest } from "./read-manifest.ts";
import type { ReferrerReader, TaggedReferrer } from "./read-referrers.ts";

export interface ReferrerCopy {
  readonly from: Place;
  readonly to: Place;
  readonly reader: ReferrerReader;
  readonly copier: ManifestCopier;
  /** Whether a referrer that cannot be copied is an error, or a warning. */
  readonly required: boolean;
  readonly log: Log;
}

const SUBJECTS_AT_ONCE = 4;

/** Failures that are about one referrer alone: the registry does not take such a thing, or nobody can read it. */
const OF_ONE_REFERRER = ["REGISTRY_REFUSED", "UNKNOWN_MEDIA_TYPE", "MANIFEST_TOO_LARGE", "INCOMPLETE_IMAGE"];

/**
 * Copies what refers to an image, to the images that it lists, and to those referrers in turn: signatures, SBOMs,
 * attestations. Inline attestations are parts of the index and need nothing. Gives the number of referrers that are there now.
 */
export async function copyReferrers(copy: ReferrerCopy, image: Manifest): Promise<number> {
  const { reader } = copy;
  const subjects = subjectsIn(image);
  const seen = new Set<Digest>(subjects);
  let count = 0;
  for (let subject = subjects.shift(); subject !== undefined; subject = subjects.shift()) {
    const copied = await copyListed(copy, reader, subject);
    count += copied.length + (await copyTagged(copy, reader, subject));
    for (const { digest } of copied.filter((one) => !seen.has(one.digest))) {
      seen.add(digest);
      subjects.push(digest);
    }
  }
  return count;
}

/**
 * Asks for what refers to an image and to the images that it lists, so that `copyReferrers` finds the answers: this may go
 * beside the copying of the image. The image comes first, since its answer may save the others.
 */
export async function readReferrers(reader: ReferrerReader, image: Manifest): Promise<void> {
  const [first, ...others] = subjectsIn(image);
  for (const subjects of [[first], others]) {
    const wanted = subjects.filter((subject) => subject !== undefined);
    await runTogether(
      wanted.map((subject) => () => reader.referringTo(subject)),
      SUBJECTS_AT_ONCE,
    );
  }
}

function subjectsIn(image: Manifest): Digest[] {
  const images = childrenOf(image).filter(({ isAttestation }) => !isAttestation);
  return [image.digest, ...images.map(({ digest }) => digest)];
}

async function copyListed(copy: ReferrerCopy, reader: ReferrerReader, subject: Digest): Promise<readonly Manifest[]> {
  const copied: Manifest[] = [];
  for (const digest of await reader.referringTo(subject)) {
    await attempt(copy, digest, async () => void copied.push(await copy.copier.copyByDigest(digest)));
  }
  if (copied.length > 0) await attempt(copy, subject, () => ensureListed(copy.to, subject, copied));
  return copied;
}

async function copyTagged(copy: ReferrerCopy, reader: ReferrerReader, subject: Digest): Promise<number> {
  let count = 0;
  for (const tagged of await reader.cosignTags(subject)) {
    await attempt(copy, tagged.digest, async () => {
      if (await copyCosignTag(copy, tagged)) count += 1;
    });
  }
  return count;
}

/** A tag that has something else at the target may hold signatures that exist only there, so it is left alone. */
async function copyCosignTag({ to, copier, log }: ReferrerCopy, { tag, digest }: TaggedReferrer): Promise<boolean> {
  const there = await resolveManifest(to.exchange, to.repository, tag);
  if (there === undefined) {
    await putManifest(to, tag, await copier.copyByDigest(digest), { digest: undefined });
  } else if (there.digest !== digest) {
    log.warning(`left ${nameOfPlace(to)}:${tag} as it is: it names ${there.digest}, and the source has ${digest}`);
    return false;
  }
  return true;
}

async function attempt({ required, log }: ReferrerCopy, digest: Digest, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const ofOne = error instanceof FairwayError && OF_ONE_REFERRER.includes(error.code);
    if (required || !ofOne) throw error;
    log.warning(`a referrer did not come along (${shortDigest(digest)}): ${error.message}`);
  }
}
