import { createHash } from "node:crypto";

import { FairwayError, isRecord, member, parseJson, stringMember, type Digest } from "@fairway/domain";

import type { Manifest } from "./manifest-types.ts";
import type { Place } from "./place.ts";
import { putManifest } from "./put-manifest.ts";
import { readManifest } from "./read-manifest.ts";
import { askReferrersApi, fallbackTag } from "./read-referrers.ts";

/** Additions of others that are waited out. */
const TRIES = 5;

const INDEX = "application/vnd.oci.image.index.v1+json";

/**
 * Makes sure that what refers to a manifest can be found: what the registry's own list lacks is added to the index under the
 * tag that stands in for it, as clients must where a registry does not know `subject`. The list is read, since there are
 * registries that acknowledge a subject and list nothing.
 */
export async function ensureListed(to: Place, subject: Digest, referrers: readonly Manifest[]): Promise<void> {
  const listed = (await askReferrersApi(to, subject)) ?? [];
  const unlisted = referrers.filter(({ digest }) => !listed.includes(digest));
  if (unlisted.length === 0) return;
  for (let tries = 1; !(await addToIndex(to, fallbackTag(subject), unlisted, tries === TRIES)); tries += 1);
}

/** False when somebody else added to the index in between, and the registry told so. */
async function addToIndex(
  to: Place,
  tag: string,
  referrers: readonly Manifest[],
  isLastTry: boolean,
): Promise<boolean> {
  const index = await readManifest(to.exchange, to.repository, tag);
  const known = entriesOf(index);
  const added = referrers.filter(({ digest }) => !known.some((entry) => stringMember(entry, "digest") === digest));
  if (added.length === 0) return true;
  const manifests = [...known, ...added.map(describe)];
  const bytes = new TextEncoder().encode(JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests }));
  const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}` as Digest;
  const before = { digest: index?.digest, etag: index?.etag };
  try {
    await putManifest(to, tag, { digest, mediaType: INDEX, bytes }, before);
    return true;
  } catch (error) {
    if (isLastTry || !(error instanceof FairwayError) || error.code !== "TAG_MOVED") throw error;
    return false;
  }
}

function entriesOf(index: Manifest | undefined): readonly unknown[] {
  const entries = index === undefined ? undefined : member(documentOf(index), "manifests");
  return Array.isArray(entries) ? entries : [];
}

/** The descriptor of a referrer, with its artifact type and annotations: clients choose by them without reading it. */
function describe(manifest: Manifest): unknown {
  const document = documentOf(manifest);
  const artifactType = stringMember(document, "artifactType") ?? stringMember(member(document, "config"), "mediaType");
  const annotations = member(document, "annotations");
  return {
    mediaType: manifest.mediaType,
    digest: manifest.digest,
    size: manifest.bytes.byteLength,
    ...(artifactType !== undefined && { artifactType }),
    ...(isRecord(annotations) && { annotations }),
  };
}

function documentOf({ bytes }: Manifest): unknown {
  return parseJson(new TextDecoder().decode(bytes));
}
