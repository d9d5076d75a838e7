import { refusal, type Digest } from "@fairway/domain";

import type { RegistryAnswer, RegistryRequest } from "./exchange-types.ts";
import type { Manifest } from "./manifest-types.ts";
import { nameOfPlace, type Place } from "./place.ts";
import { lyingDigest, resolveManifest } from "./read-manifest.ts";
import { complaintOf, TransientError } from "./registry-errors.ts";

/** What a tag named when it was decided to write it: nothing, or a manifest. */
export interface TagState {
  readonly digest: Digest | undefined;
  readonly etag?: string | undefined;
}

/**
 * Points a tag at a manifest that the repository has, by putting back the same bytes. A try whose end is unknown is not
 * simply repeated: the tag is read first, since the write may have landed. Where it is said what the tag named before, a
 * registry that honours conditions does not let the write overwrite anything else; others ignore them, and no harm is done.
 * Throws a refusal for a tag that somebody else has moved since, and for an immutable tag that names something else; one that
 * names this manifest already is what was wanted.
 */
export async function putManifest(to: Place, reference: string, manifest: Manifest, before?: TagState): Promise<void> {
  const { exchange } = to;
  const request = putRequest(to, reference, manifest);
  let condition = conditionOf(before);
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
    return (await resolveManifest(exchange, to.repository, reference))?.digest;
  }

  async function put(): Promise<void> {
    const answer = await exchange.once({ ...request, headers: { ...request.headers, ...condition } });
    if (answer.status === 201 || answer.status === 200) {
      requireSameDigest(to, request.path, answer, manifest.digest);
      return;
    }
    if (!namesAnother(answer)) throw await exchange.refused(request, answer);
    const named = await digestNow();
    if (named === manifest.digest) return;
    const isOfCondition = condition !== undefined && answer.status === 412 && !speaksOfImmutability(answer);
    if (!isOfCondition) throw immutable(to, reference, named);
    if (named !== before?.digest) throw moved(to, reference, { before, named, wanted: manifest.digest });
    // Nobody was faster: this registry means something else by its marks.
    condition = undefined;
    await put();
  }
}

function putRequest({ repository }: Place, reference: string, { mediaType, bytes }: Manifest): RegistryRequest {
  return {
    method: "PUT",
    path: `/v2/${repository}/manifests/${reference}`,
    scope: { repository, actions: "pull,push" },
    headers: { "content-type": mediaType },
    body: bytes,
  };
}

/** Only a strong mark can be a condition: https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1 */
function conditionOf(before: TagState | undefined): Readonly<Record<string, string>> | undefined {
  if (before === undefined) return undefined;
  if (before.digest === undefined) return { "if-none-match": "*" };
  return before.etag?.startsWith('"') === true ? { "if-match": before.etag } : undefined;
}

/** The error for an acknowledgement that names another digest than the bytes have. */
export function requireSameDigest(to: Place, path: string, answer: RegistryAnswer, digest: Digest): void {
  const stored = answer.headers["docker-content-digest"] ?? "";
  if (stored !== "" && stored !== digest) throw lyingDigest(to.exchange.registry.host, path, stored, digest);
}

/** Registries word an immutable tag differently: ECR in the message of TAG_INVALID, others by 409 or 412. */
function namesAnother(answer: RegistryAnswer): boolean {
  return answer.status === 409 || answer.status === 412 || speaksOfImmutability(answer);
}

function speaksOfImmutability(answer: RegistryAnswer): boolean {
  const { code, message } = complaintOf(answer);
  return answer.status >= 400 && /immutab|already ?exists/i.test(`${code} ${message}`);
}

function immutable(to: Place, tag: string, named: Digest | undefined): Error {
  return refusal(
    "TAG_IMMUTABLE",
    `${to.exchange.registry.host} keeps ${nameOfPlace(to)}:${tag} immutable, and it names ${named ?? "nothing"}; nothing else can be put there`,
    "Release under a new version. For a floating tag, exclude it from the repository's immutability.",
  );
}

interface Overtaken {
  readonly before: TagState | undefined;
  readonly named: Digest | undefined;
  readonly wanted: Digest;
}

function moved(to: Place, tag: string, { before, named, wanted }: Overtaken): Error {
  return refusal(
    "TAG_MOVED",
    `${nameOfPlace(to)}:${tag} names ${named ?? "nothing"}, and named ${before?.digest ?? "nothing"} a moment ago: somebody else moved it before ${wanted} was put there, and it was not overwritten`,
    "Find out what else pushes this tag, then run this job again.",
  );
}
