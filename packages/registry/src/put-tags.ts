import { FairwayError } from "@fairway/domain";

import type { RegistryAnswer } from "./exchange-types.ts";
import type { Manifest } from "./manifest-types.ts";
import type { Place } from "./place.ts";
import { requireSameDigest } from "./put-manifest.ts";

/** Fewer are not worth asking for: a registry that does not know this costs one request more. */
const WORTH_ASKING = 3;

/**
 * Points several tags at a manifest by one request, where the registry can, and gives those that it says it did. Most cannot:
 * they take the manifest, say nothing of tags, and make none. So nothing but the answer counts, and whatever goes wrong is left
 * to the writing of single tags to find again.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-manifests
 */
export async function putTags(to: Place, tags: readonly string[], manifest: Manifest): Promise<readonly string[]> {
  if (tags.length < WORTH_ASKING) return [];
  const { exchange, repository } = to;
  const query = tags.map((tag) => `tag=${encodeURIComponent(tag)}`).join("&");
  const path = `/v2/${repository}/manifests/${manifest.digest}?${query}`;
  try {
    const answer = await exchange.once({
      method: "PUT",
      path,
      scope: { repository, actions: "pull,push" },
      headers: { "content-type": manifest.mediaType },
      body: manifest.bytes,
    });
    if (answer.status !== 201) return [];
    requireSameDigest(to, path, answer, manifest.digest);
    return tagsIn(answer).filter((tag) => tags.includes(tag));
  } catch (error) {
    if (error instanceof FairwayError && error.kind === "upstream" && error.code !== "DIGEST_MISMATCH") return [];
    throw error;
  }
}

/** The header may come several times, and may list several tags. */
function tagsIn({ headers }: RegistryAnswer): readonly string[] {
  return (headers["oci-tag"] ?? "").split(",").map((tag) => tag.trim());
}
