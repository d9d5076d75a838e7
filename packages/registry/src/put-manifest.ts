import { refusal, type Digest } from "@fairway/domain";

import type { Exchange } from "./exchange.ts";
import type { RegistryAnswer, RegistryRequest } from "./exchange-types.ts";
import type { Manifest } from "./manifest-types.ts";
import { lyingDigest, resolveManifest } from "./read-manifest.ts";
import { complaintOf, TransientError } from "./registry-errors.ts";

/**
 * Points a tag at a manifest that the repository has, by putting back the same bytes. A try whose end is unknown is not
 * simply repeated: the tag is read first, since the write may have landed. Throws a refusal for an immutable tag that
 * names something else; one that names this manifest already is what was wanted.
 */
export async function putManifest(
  exchange: Exchange,
  repository: string,
  tag: string,
  manifest: Manifest,
): Promise<void> {
  const request = putRequest(repository, tag, manifest);
  let uncertain = false;
  await exchange.again(async () => {
    if (uncertain && (await digestNow()) === manifest.digest) return;
    try {
      await put();
    } catch (error) {
      uncertain = error instanceof TransientError && error.ambiguous;
      throw error;
    }
  });

  async function digestNow(): Promise<Digest | undefined> {
    return (await resolveManifest(exchange, repository, tag))?.digest;
  }

  async function put(): Promise<void> {
    const answer = await exchange.once(request);
    if (answer.status === 201 || answer.status === 200) {
      requireSameDigest(exchange.registry.host, request.path, answer, manifest.digest);
      return;
    }
    if (!speaksOfImmutability(answer)) throw await exchange.refused(request, answer);
    const named = await digestNow();
    if (named !== manifest.digest) throw immutable(exchange.registry.host, `${repository}:${tag}`, named);
  }
}

function putRequest(repository: string, tag: string, { mediaType, bytes }: Manifest): RegistryRequest {
  return {
    method: "PUT",
    path: `/v2/${repository}/manifests/${tag}`,
    scope: { repository, actions: "pull,push" },
    headers: { "content-type": mediaType },
    body: bytes,
  };
}

function requireSameDigest(host: string, path: string, answer: RegistryAnswer, digest: Digest): void {
  const stored = answer.headers["docker-content-digest"] ?? "";
  if (stored !== "" && stored !== digest) throw lyingDigest(host, path, stored, digest);
}

/** Registries word this differently: ECR in the message of TAG_INVALID, others by 409 or 412. */
function speaksOfImmutability(answer: RegistryAnswer): boolean {
  if (answer.status === 409 || answer.status === 412) return true;
  const { code, message } = complaintOf(answer);
  return answer.status >= 400 && /immutab|already ?exists/i.test(`${code} ${message}`);
}

function immutable(host: string, image: string, named: Digest | undefined): Error {
  return refusal(
    "TAG_IMMUTABLE",
    `${host} keeps ${image} immutable, and it names ${named ?? "nothing"}; nothing else can be put there`,
    "Release under a new version. For a floating tag, exclude it from the repository's immutability.",
  );
}
