import { isDigest, member, parseJson, stringMember, type Digest } from "@fairway/domain";

import type { Exchange } from "./exchange.ts";
import type { RegistryRequest } from "./exchange-types.ts";
import { isIndexType, type Manifest } from "./manifest-types.ts";
import { readManifest, resolveManifest } from "./read-manifest.ts";

/** cosign's names from before there were referrers: https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md */
const COSIGN_SUFFIXES = [".sig", ".att", ".sbom"];

/**
 * Digests of what refers to a manifest or to one that it lists: by the referrers API, by the tag that stands in for it, by
 * cosign's tags, and the attestations that BuildKit puts into the index itself. No registry is trusted to have all of them.
 */
export async function findReferrers(
  exchange: Exchange,
  repository: string,
  manifest: Manifest,
): Promise<readonly string[]> {
  const entries = entriesOf(manifest);
  const found: string[] = entries.filter(isAttestation).map(digestOfEntry);
  for (const digest of [manifest.digest, ...entries.filter((entry) => !isAttestation(entry)).map(digestOfEntry)]) {
    found.push(...(await referrersOf(exchange, repository, digest)));
  }
  return [...new Set(found)];
}

async function referrersOf(exchange: Exchange, repository: string, digest: string): Promise<readonly string[]> {
  const tag = digest.replace(":", "-");
  const listed = await fromApi(exchange, repository, digest);
  const cosign = await Promise.all(
    COSIGN_SUFFIXES.map((suffix) => resolveManifest(exchange, repository, tag + suffix)),
  );
  // An empty answer is not believed: there are registries that take referrers and list none.
  const standIn = listed.length > 0 ? listed : await fromFallbackTag(exchange, repository, tag);
  return [...standIn, ...cosign.flatMap((name) => (name === undefined ? [] : [name.digest]))];
}

/** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-referrers */
async function fromApi(exchange: Exchange, repository: string, digest: string): Promise<readonly string[]> {
  const path = `/v2/${repository}/referrers/${digest}`;
  const request: RegistryRequest = { method: "GET", path, scope: { repository, actions: "pull" } };
  const answer = await exchange.send(request);
  if (answer.status === 200) return digestsIn(answer.body);
  if ([400, 404, 405, 501].includes(answer.status)) return [];
  throw await exchange.refused(request, answer);
}

async function fromFallbackTag(exchange: Exchange, repository: string, tag: string): Promise<readonly string[]> {
  const index = await readManifest(exchange, repository, tag);
  return index === undefined ? [] : digestsIn(index.bytes);
}

function entriesOf({ mediaType, bytes }: Manifest): readonly unknown[] {
  return isIndexType(mediaType) ? listedIn(bytes) : [];
}

function digestsIn(bytes: Uint8Array): readonly string[] {
  return listedIn(bytes).map(digestOfEntry);
}

function listedIn(bytes: Uint8Array): readonly unknown[] {
  const manifests = member(parseJson(new TextDecoder().decode(bytes)), "manifests");
  return Array.isArray(manifests) ? manifests.filter((entry) => isDigest(stringMember(entry, "digest") ?? "")) : [];
}

function digestOfEntry(entry: unknown): Digest {
  return (stringMember(entry, "digest") ?? "") as Digest;
}

/** https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
function isAttestation(entry: unknown): boolean {
  return stringMember(member(entry, "annotations"), "vnd.docker.reference.type") === "attestation-manifest";
}
