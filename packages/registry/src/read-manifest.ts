import { createHash } from "node:crypto";

import { isDigest, parseJson, stringMember, upstream, type Digest } from "@fairway/domain";

import type { Exchange } from "./exchange.ts";
import type { RegistryAnswer, RegistryRequest } from "./exchange-types.ts";
import { ACCEPTED_TYPES, isManifestType, type Manifest, type ManifestName } from "./manifest-types.ts";
import { complaintOf } from "./registry-errors.ts";

/**
 * What a tag or digest names now, or undefined when the repository has none such. Only a 404 in the registry's own words
 * means that: an account without rights, a limit or a web page in between is an error.
 */
export async function resolveManifest(
  exchange: Exchange,
  repository: string,
  reference: string,
  signal?: AbortSignal,
): Promise<ManifestName | undefined> {
  const request = { ...manifestRequest("HEAD", repository, reference), signal };
  const answer = await exchange.send(request);
  if (answer.status === 404 && saysJson(answer)) return undefined;
  const name = answer.status === 200 ? nameIn(answer) : undefined;
  if (name !== undefined && isDigest(reference) && name.digest !== reference) {
    throw lyingDigest(exchange.registry.host, request.path, reference, name.digest);
  }
  if (name !== undefined) return name;
  // HEAD has no body to look at. What its headers leave unclear, GET answers.
  if (answer.status === 200 || answer.status === 404) return readManifest(exchange, repository, reference);
  throw await exchange.refused(request, answer);
}

/**
 * The exact bytes of a manifest, or undefined when there is none. The digest is the hash of the bytes, whatever the
 * registry calls them; a header or a name that says otherwise is an error, and so is a type that is not known.
 */
export async function readManifest(
  exchange: Exchange,
  repository: string,
  reference: string,
): Promise<Manifest | undefined> {
  const request = manifestRequest("GET", repository, reference);
  const answer = await exchange.send(request);
  if (isMissing(answer)) return undefined;
  if (answer.status !== 200) throw await exchange.refused(request, answer);
  const digest = digestOf(answer.body);
  const claimed = [reference, answer.headers["docker-content-digest"] ?? ""].find(
    (name) => isDigest(name) && name !== digest,
  );
  if (claimed !== undefined) throw lyingDigest(exchange.registry.host, request.path, claimed, digest);
  const mediaType = mediaTypeOf(exchange.registry.host, answer);
  return { digest, mediaType, bytes: answer.body, etag: answer.headers["etag"] };
}

/** `sha256:` and the hash of the bytes. */
export function digestOf(bytes: Uint8Array): Digest {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}` as Digest;
}

/** The error for bytes, or an acknowledgement, that do not have the digest that they go by. */
export function lyingDigest(host: string, what: string, claimed: string, actual: string): Error {
  return upstream("DIGEST_MISMATCH", `${host} says ${claimed} of ${what}, and the bytes are ${actual}`, {
    nextStep:
      "Do not use this image. Something between the registry and the runner, or the registry itself, changes content.",
  });
}

function manifestRequest(method: "GET" | "HEAD", repository: string, reference: string): RegistryRequest {
  const path = `/v2/${repository}/manifests/${reference}`;
  return { method, path, scope: { repository, actions: "pull" }, headers: { accept: ACCEPTED_TYPES } };
}

function nameIn(answer: RegistryAnswer): ManifestName | undefined {
  const digest = answer.headers["docker-content-digest"] ?? "";
  const mediaType = servedType(answer);
  return isDigest(digest) && isManifestType(mediaType)
    ? { digest, mediaType, etag: answer.headers["etag"] }
    : undefined;
}

function saysJson({ headers }: RegistryAnswer): boolean {
  const type = headers["content-type"];
  return type === undefined || /^application\/([a-z.+-]+\+)?json\b/i.test(type);
}

function isMissing(answer: RegistryAnswer): boolean {
  return answer.status === 404 && ["MANIFEST_UNKNOWN", "NAME_UNKNOWN", "NOT_FOUND"].includes(complaintOf(answer).code);
}

/** The document's own word when it has one; the two must agree, since clients decide by either. */
function mediaTypeOf(host: string, answer: RegistryAnswer): string {
  const served = servedType(answer);
  const document = parseJson(new TextDecoder().decode(answer.body));
  const own = stringMember(document, "mediaType") ?? served;
  if (own === served && isManifestType(own)) return own;
  const problem =
    own === served
      ? `"${own.slice(0, 100)}", which is no image manifest of today (schema 1 was given up in 2019)`
      : `"${served.slice(0, 100)}" while the document calls itself "${own.slice(0, 100)}"`;
  throw upstream("UNKNOWN_MEDIA_TYPE", `${host} serves the manifest as ${problem}`, {
    nextStep: "Build the image again with a current BuildKit, or check that the name is that of an image.",
  });
}

function servedType({ headers }: RegistryAnswer): string {
  return headers["content-type"]?.split(";")[0]?.trim() ?? "";
}
