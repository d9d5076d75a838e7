import { createHash } from "node:crypto";
import { apiUrl, htmlUrl, nodeId, presentUser } from "../present.ts";
import type { AssetRecord, ReleaseRecord } from "../records.ts";
import type { Repository } from "../site.ts";
import { timestamp } from "../timestamp.ts";

/** A release, of `GET /releases/...`. A draft shows under an address of its own, since its tag may not exist. */
export function presentRelease(repository: Repository, release: ReleaseRecord): Record<string, unknown> {
  const url = apiUrl(repository, `/releases/${release.id}`);
  const { kind, addresses } = repository.site;
  return {
    url,
    assets_url: `${url}/assets`,
    upload_url: `${addresses.root}/api/uploads/repos/${repository.fullName}/releases/${release.id}/assets{?name,label}`,
    html_url: htmlUrl(repository, `/releases/tag/${shownTag(release)}`),
    id: release.id,
    author: presentUser(repository.site, release.author),
    node_id: nodeId("Release", release.id),
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name,
    draft: release.draft,
    ...(kind === "github.com" && { immutable: release.immutable }),
    prerelease: release.prerelease,
    created_at: timestamp(release.createdAt),
    updated_at: timestamp(release.publishedAt ?? release.createdAt),
    published_at: release.publishedAt === undefined ? null : timestamp(release.publishedAt),
    assets: release.assets.map((asset) => presentAsset(repository, release, asset)),
    tarball_url: release.draft ? null : apiUrl(repository, `/tarball/${release.tag}`),
    zipball_url: release.draft ? null : apiUrl(repository, `/zipball/${release.tag}`),
    body: release.body,
  };
}

/** An asset. One that a broken upload left behind has no digest. */
export function presentAsset(repository: Repository, release: ReleaseRecord, asset: AssetRecord): unknown {
  return {
    url: apiUrl(repository, `/releases/assets/${asset.id}`),
    id: asset.id,
    node_id: nodeId("ReleaseAsset", asset.id),
    name: asset.name,
    label: asset.label ?? "",
    uploader: presentUser(repository.site, asset.uploader),
    content_type: asset.contentType,
    state: asset.state,
    size: asset.content.length,
    ...(repository.site.kind === "github.com" && { digest: assetDigest(asset) }),
    download_count: 0,
    created_at: timestamp(asset.createdAt),
    updated_at: timestamp(asset.updatedAt),
    browser_download_url: htmlUrl(
      repository,
      `/releases/download/${shownTag(release)}/${encodeURIComponent(asset.name)}`,
    ),
  };
}

/** `sha256:` and the hex digest of the bytes; null for an asset that was never complete. */
export function assetDigest(asset: AssetRecord): string | null {
  return asset.state === "uploaded" ? `sha256:${createHash("sha256").update(asset.content).digest("hex")}` : null;
}

/** The tag in a release's addresses. */
function shownTag(release: ReleaseRecord): string {
  if (!release.draft) return release.tag;
  return `untagged-${createHash("sha256").update(String(release.id)).digest("hex").slice(0, 20)}`;
}
