import { childrenOf } from "./descriptors.ts";
import type { Manifest } from "./manifest-types.ts";
import type { Place } from "./place.ts";
import { createReferrerReader } from "./read-referrers.ts";

/**
 * Digests of what refers to a manifest or to one that it lists: by the referrers API, by the tag that stands in for it, by
 * cosign's tags, and the attestations that BuildKit puts into the index itself. No registry is trusted to have all of them.
 */
export async function findReferrers(place: Place, manifest: Manifest): Promise<readonly string[]> {
  const children = childrenOf(manifest);
  const found: string[] = children.filter(({ isAttestation }) => isAttestation).map(({ digest }) => digest);
  const reader = createReferrerReader(place);
  const images = children.filter(({ isAttestation }) => !isAttestation);
  for (const { digest } of [manifest, ...images]) {
    found.push(...(await reader.referringTo(digest)));
    found.push(...(await reader.cosignTags(digest)).map((tagged) => tagged.digest));
  }
  return [...new Set(found)];
}
