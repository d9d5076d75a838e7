import { RELEASE_MANIFEST_NAME, renderReleaseManifest, parseCommitSha, parseDigest } from "@fairway/domain";

/** An earlier release of the world, with everything that a staging run and a promotion would have left behind. */
export interface SeededRelease {
  readonly version: string;
  readonly betaTag: string;
  readonly commit: string;
  readonly digest: string;
}

export interface ReleaseApi {
  /** `<api>/repos/<owner>/<name>` */
  readonly url: string;
  readonly token: string;
}

/**
 * Publishes a release by the API as create-release does: with the manifest from which resolve-release reads the image.
 * The image reference is the one that the tag of the release names.
 */
export async function publishRelease(
  api: ReleaseApi,
  image: string,
  release: SeededRelease,
  kind: "prerelease" | "release",
): Promise<void> {
  const prerelease = kind === "prerelease";
  const tag = prerelease ? release.betaTag : release.version;
  const draft = { tag_name: tag, target_commitish: release.commit, name: tag, draft: true, prerelease };
  const created = (await send(api, "POST", `${api.url}/releases`, JSON.stringify(draft))) as {
    id: number;
    upload_url: string;
  };
  const manifest = renderReleaseManifest({
    schema: 1,
    tag,
    version: release.version,
    commit: parseCommitSha(release.commit),
    prerelease,
    image: `${image}:${tag}`,
    imageDigest: parseDigest(release.digest),
    ...(!prerelease && { promotedFrom: release.betaTag }),
    assets: [],
  });
  const uploadUrl = `${created.upload_url.replace(/\{.*$/u, "")}?name=${RELEASE_MANIFEST_NAME}`;
  await send(api, "POST", uploadUrl, manifest);
  await send(api, "PATCH", `${api.url}/releases/${created.id}`, JSON.stringify({ draft: false }));
}

async function send(api: ReleaseApi, method: string, url: string, body: string): Promise<unknown> {
  const headers = { authorization: `Bearer ${api.token}`, "content-type": "application/json" };
  const response = await fetch(url, { method, headers, body });
  if (response.ok) return response.json();
  throw new Error(`the embedded GitHub refused ${method} ${url} with ${response.status}: ${await response.text()}`);
}
