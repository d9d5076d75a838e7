import type { Answer } from "../world/answer.ts";
import { parse } from "./manifest-check.ts";
import { type ImageRepository, OCI_INDEX, type RegistryStore } from "./model.ts";
import { refusal } from "./refusal.ts";

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

/** `tags/list`, in lexical order, paged by `n` and `last` with a Link header while there is more. */
export function answerTags(store: RegistryStore, name: string, query: URLSearchParams): Answer {
  const repository = store.repositories.get(name);
  if (repository === undefined) return refusal(404, "NAME_UNKNOWN", "repository name not known to registry", { name });
  const page = pageOf([...repository.tags.keys()], query);
  const link = page.more ? { link: `</v2/${name}/tags/list?${page.next}>; rel="next"` } : {};
  return { status: 200, headers: { ...JSON_TYPE, ...link }, body: JSON.stringify({ name, tags: page.items }) };
}

/** `_catalog`, paged the same way. */
export function answerCatalog(store: RegistryStore, query: URLSearchParams): Answer {
  const page = pageOf([...store.repositories.keys()], query);
  const link = page.more ? { link: `</v2/_catalog?${page.next}>; rel="next"` } : {};
  return { status: 200, headers: { ...JSON_TYPE, ...link }, body: JSON.stringify({ repositories: page.items }) };
}

/**
 * The referrers API: an index of the manifests whose subject is this digest, empty rather than 404 when there are none.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-referrers
 */
export function answerReferrers(store: RegistryStore, name: string, digest: string, query: URLSearchParams): Answer {
  if (!/^sha256:[0-9a-f]{64}$/u.test(digest)) return refusal(400, "DIGEST_INVALID", "invalid digest", { digest });
  const wanted = query.get("artifactType");
  const all = referrersOf(store.repositories.get(name), digest);
  const manifests = all.filter((entry) => wanted === null || entry.artifactType === wanted);
  const filtered = wanted === null ? {} : { "oci-filters-applied": "artifactType" };
  const body = JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests });
  return { status: 200, headers: { "content-type": OCI_INDEX, ...filtered }, body };
}

function referrersOf(repository: ImageRepository | undefined, digest: string) {
  return [...(repository?.manifests.values() ?? [])].flatMap((manifest) => {
    const document = parse(manifest.bytes);
    if (document?.subject?.digest !== digest) return [];
    const artifactType = document.artifactType ?? document.config?.mediaType;
    const { annotations } = document;
    return [
      {
        mediaType: manifest.mediaType,
        digest: manifest.digest,
        size: manifest.bytes.length,
        ...(artifactType !== undefined && { artifactType }),
        ...(annotations !== undefined && { annotations }),
      },
    ];
  });
}

function pageOf(all: readonly string[], query: URLSearchParams) {
  const last = query.get("last") ?? "";
  const size = Number(query.get("n") ?? 1000);
  const rest = all.toSorted().filter((item) => item > last);
  const items = rest.slice(0, size);
  const next = new URLSearchParams({ last: items.at(-1) ?? "", n: String(size) }).toString();
  return { items, more: rest.length > items.length, next };
}
