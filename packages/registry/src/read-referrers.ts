import { FairwayError, refusal, type Digest } from "@fairway/domain";

import { listedIn } from "./descriptors.ts";
import type { RegistryRequest } from "./exchange-types.ts";
import { listTags } from "./list-tags.ts";
import type { ManifestName } from "./manifest-types.ts";
import { nextPage } from "./next-page.ts";
import { nameOfPlace, type Place } from "./place.ts";
import { readManifest, resolveManifest } from "./read-manifest.ts";

/** cosign's names from before there were referrers: https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md */
const COSIGN_SUFFIXES = [".sig", ".att", ".sbom"];

/** A signature or two and an SBOM are usual; a list without end is not followed. */
const MAX_PAGES = 100;

/** What the tags named after a digest say about it. */
export interface TaggedReferrer extends ManifestName {
  readonly tag: string;
}

export interface ReferrerReader {
  /** Digests of what refers to a manifest, by the referrers API or by the tag that stands in for it. */
  referringTo(digest: Digest): Promise<readonly Digest[]>;
  /** What cosign's tags for a digest name. */
  cosignTags(digest: Digest): Promise<readonly TaggedReferrer[]>;
}

/**
 * Reads what refers to the manifests of one repository, each of them once. The repository's tags are listed once, instead of
 * asking for four names of every manifest; a list that is too long, or is not given, is done without. A registry that says
 * that it has no referrers API is not asked again.
 */
export function createReferrerReader(place: Place): ReferrerReader {
  const { exchange, repository } = place;
  const listings = new Map<Digest, Promise<readonly Digest[]>>();
  let listed: Promise<ReadonlySet<string> | undefined> | undefined;
  let hasApi = true;
  return {
    referringTo: (digest) => {
      const listing = listings.get(digest) ?? list(digest);
      listings.set(digest, listing);
      return listing;
    },
    cosignTags: async (digest) => {
      const tags = COSIGN_SUFFIXES.map((suffix) => `${fallbackTag(digest)}${suffix}`);
      return (await Promise.all(tags.map(find))).flat();
    },
  };

  async function list(digest: Digest): Promise<readonly Digest[]> {
    const listedByApi = hasApi ? await askReferrersApi(place, digest) : undefined;
    if (listedByApi === undefined) hasApi = false;
    // An empty answer is not believed: there are registries that take referrers and list none.
    if (listedByApi !== undefined && listedByApi.length > 0) return listedByApi;
    const tag = fallbackTag(digest);
    const index = (await mayExist(tag)) ? await readManifest(exchange, repository, tag) : undefined;
    return index === undefined ? [] : digestsIn(index.bytes);
  }

  async function find(tag: string): Promise<readonly TaggedReferrer[]> {
    const name = (await mayExist(tag)) ? await resolveManifest(exchange, repository, tag) : undefined;
    return name === undefined ? [] : [{ tag, ...name }];
  }

  async function mayExist(tag: string): Promise<boolean> {
    listed ??= tagsOf(place);
    return (await listed)?.has(tag) ?? true;
  }
}

/** The tag that stands in for the referrers API: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#referrers-tag-schema */
export function fallbackTag(digest: Digest): string {
  return digest.replace(":", "-");
}

/**
 * What the referrers API lists for a digest, or undefined where there is no such API.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-referrers
 */
export async function askReferrersApi(place: Place, digest: Digest): Promise<readonly Digest[] | undefined> {
  const { exchange, repository } = place;
  const found: Digest[] = [];
  let path: string | undefined = `/v2/${repository}/referrers/${digest}`;
  for (let page = 0; path !== undefined && page < MAX_PAGES; page += 1) {
    const request: RegistryRequest = { method: "GET", path, scope: { repository, actions: "pull" } };
    const answer = await exchange.send(request);
    if ([400, 404, 405, 501].includes(answer.status)) return undefined;
    if (answer.status !== 200) throw await exchange.refused(request, answer);
    found.push(...digestsIn(answer.body));
    const { origin } = exchange.registry;
    path = nextPage(answer.headers["link"], origin + path, origin);
  }
  if (path === undefined) return found;
  throw tooMany(place, digest, found.length);
}

function tooMany(place: Place, digest: Digest, count: number): Error {
  return refusal(
    "TOO_MANY_REFERRERS",
    `${nameOfPlace(place)} lists more than ${count} referrers of ${digest}, more than are read`,
    "Remove those that nobody needs, or promote with referrers: none and copy them by a tool of your choice.",
  );
}

async function tagsOf({ exchange, repository }: Place): Promise<ReadonlySet<string> | undefined> {
  try {
    return new Set(await listTags(exchange, repository));
  } catch (error) {
    if (error instanceof FairwayError && ["TOO_MANY_TAGS", "REGISTRY_REFUSED"].includes(error.code)) return undefined;
    throw error;
  }
}

function digestsIn(bytes: Uint8Array): readonly Digest[] {
  return listedIn(bytes).map(({ digest }) => digest);
}
