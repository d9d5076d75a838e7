import { upstream, type Release, type ReleaseAsset } from "@fairway/domain";

import type { GitHubConnection } from "./connect.ts";
import { toAsset } from "./read-release.ts";

const UPLOAD_TIMEOUT_MS = 10 * 60_000;

/** Uploads one asset in a single try; a broken upload may leave a `starter` asset that only the release's list shows. */
export function uploadAsset(
  github: GitHubConnection,
  release: Release,
  file: { name: string; content: Uint8Array },
): Promise<ReleaseAsset> {
  return github.once(`upload ${file.name}`, async () => {
    const { data } = await github.octokit.rest.repos.uploadReleaseAsset({
      ...github.at,
      release_id: release.id,
      name: file.name,
      // The type says string; the bytes go out as they are.
      data: file.content as unknown as string,
      headers: { "content-type": "application/octet-stream" },
      // The host is another one than the API's, and only the release knows it.
      url: release.uploadUrl,
      request: { signal: AbortSignal.any([github.signal, AbortSignal.timeout(UPLOAD_TIMEOUT_MS)]) },
    });
    return toAsset(data);
  });
}

/** Reads an asset. GitHub redirects to a storage host, which gets the signed URL and never the token. */
export function downloadAsset(github: GitHubConnection, asset: ReleaseAsset, maxBytes: number): Promise<Uint8Array> {
  return github.repeat(`download ${asset.name}`, async () => {
    const response = await github.octokit.rest.repos.getReleaseAsset({
      ...github.at,
      asset_id: asset.id,
      headers: { accept: "application/octet-stream" },
    });
    const location = response.headers.location;
    // The declared type is the JSON form; with this accept header it is the bytes.
    const content = response.data as unknown as ArrayBuffer | string;
    if (location === undefined)
      return typeof content === "string" ? Buffer.from(content, "utf8") : new Uint8Array(content);
    const answer = await github.http.request({ method: "GET", url: location, signal: github.signal });
    if (answer.status !== 200)
      throw upstream("GITHUB_FAILED", `the storage of ${asset.name} answered ${answer.status}`);
    return answer.bytes(maxBytes);
  });
}
