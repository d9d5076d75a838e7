import { upstream, type Release, type ReleaseAsset } from "@fairway/domain";

import type { GitHubConnection } from "./connect.ts";
import { toAsset } from "./read-release.ts";
import { createTransportFetch } from "./transport-fetch.ts";

/** An upload gets a minute, and a second more for each megabyte: a slower line is taken for a dead one. */
const UPLOAD_BASE_MS = 60_000;
const UPLOAD_BYTES_PER_MS = 1000;

/** A file that becomes an asset. */
export interface AssetFile {
  readonly name: string;
  readonly size: number;
  /** The content from its start; it may be larger than memory. */
  readonly read: () => Uint8Array | AsyncIterable<Uint8Array>;
}

/** Uploads one asset in a single try; a broken upload may leave a `starter` asset that only the release itself shows. */
export function uploadAsset(github: GitHubConnection, release: Release, file: AssetFile): Promise<ReleaseAsset> {
  const timeoutMs = UPLOAD_BASE_MS + Math.ceil(file.size / UPLOAD_BYTES_PER_MS);
  return github.once(`upload ${file.name}`, async () => {
    const { data } = await github.octokit.rest.repos.uploadReleaseAsset({
      ...github.at,
      release_id: release.id,
      name: file.name,
      // The type says string; the bytes go out as they are.
      data: file.read() as unknown as string,
      headers: { "content-type": "application/octet-stream", "content-length": String(file.size) },
      // The host is another one than the API's, and only the release knows it.
      url: release.uploadUrl,
      request: { fetch: createTransportFetch(github.http, timeoutMs), signal: github.signal },
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
    if (location === undefined) return readDirect(asset, response.data as unknown as ArrayBuffer | string, maxBytes);
    const answer = await github.http.request({ method: "GET", url: location, signal: github.signal });
    if (answer.status !== 200)
      throw upstream("GITHUB_FAILED", `the storage of ${asset.name} answered ${answer.status}`);
    return answer.bytes(maxBytes);
  });
}

/** GitHub Enterprise Server may answer the bytes themselves. */
function readDirect({ name }: ReleaseAsset, content: ArrayBuffer | string, maxBytes: number): Uint8Array {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : new Uint8Array(content);
  if (bytes.byteLength <= maxBytes) return bytes;
  throw upstream("ANSWER_TOO_LARGE", `${name} has ${bytes.byteLength} bytes, at most ${maxBytes} are read`);
}
