import type { AssetRecord, ReleaseRecord } from "../records.ts";
import type { Repository } from "../site.ts";
import type { MakeLatest } from "./latest.ts";
import { withRelease } from "./release-rules.ts";

export interface ReleaseSeed {
  readonly tag: string;
  /** A branch or a SHA; the default branch unless told. Used for the tag when there is none. */
  readonly target?: string;
  readonly name?: string;
  readonly body?: string;
  readonly draft?: boolean;
  readonly prerelease?: boolean;
  /** Name to content. */
  readonly assets?: Readonly<Record<string, string | Buffer>>;
  readonly makeLatest?: MakeLatest;
  /** Login of its author; the repository's owner unless told. */
  readonly author?: string;
}

/** Adds a release under the same rules as the API's; answers its id. */
export function seedRelease(repository: Repository, seed: ReleaseSeed): number {
  const release = seededRelease(repository, seed);
  repository.update(withRelease(repository, release, seed.makeLatest ?? "true"));
  return release.id;
}

function seededRelease(repository: Repository, seed: ReleaseSeed): ReleaseRecord {
  const { tag, draft = false, prerelease = false, name = tag, body = "", author = repository.owner } = seed;
  const now = repository.site.now();
  return {
    id: repository.site.nextId(),
    tag,
    target: seed.target ?? repository.defaultBranch,
    name,
    body,
    draft,
    prerelease,
    immutable: !draft && repository.view().record.immutableReleases,
    author,
    createdAt: now,
    publishedAt: draft ? undefined : now,
    assets: Object.entries(seed.assets ?? {}).map((entry) => seededAsset(repository, author, entry)),
  };
}

function seededAsset(repository: Repository, uploader: string, entry: [string, string | Buffer]): AssetRecord {
  const [name, content] = entry;
  const now = repository.site.now();
  return {
    id: repository.site.nextId(),
    name,
    label: null,
    state: "uploaded",
    contentType: "application/octet-stream",
    content: Buffer.from(content),
    uploader,
    createdAt: now,
    updatedAt: now,
  };
}
