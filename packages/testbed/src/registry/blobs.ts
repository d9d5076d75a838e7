import type { RecordedRequest } from "../loopback-server.ts";
import type { Answer } from "../world/answer.ts";
import type { RegistryStore } from "./model.ts";
import { refusal } from "./refusal.ts";

/** GET (whole or one byte range), HEAD and DELETE of a blob. */
export function answerBlob(store: RegistryStore, request: RecordedRequest, name: string, digest: string): Answer {
  const repository = store.repositories.get(name);
  const bytes = repository?.blobs.has(digest) === true ? store.blobs.get(digest) : undefined;
  if (repository === undefined || bytes === undefined) {
    return refusal(404, "BLOB_UNKNOWN", "blob unknown to registry", digest);
  }
  if (request.method === "DELETE") {
    repository.blobs.delete(digest);
    return { status: 202 };
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    return refusal(405, "UNSUPPORTED", "The operation is unsupported.");
  }
  return rangeOf(request, bytes, digest);
}

function rangeOf(request: RecordedRequest, bytes: Buffer, digest: string): Answer {
  const headers = {
    "accept-ranges": "bytes",
    "content-type": "application/octet-stream",
    "docker-content-digest": digest,
    etag: `"${digest}"`,
  };
  const asked = /^bytes=(\d+)-(\d*)$/u.exec(request.headers.range ?? "");
  if (asked === null) return { status: 200, headers, body: bytes };
  const first = Number(asked[1]);
  const last = asked[2] === "" ? bytes.length - 1 : Math.min(Number(asked[2]), bytes.length - 1);
  if (first > last) return { status: 416, headers: { "content-range": `bytes */${bytes.length}` } };
  const range = { "content-range": `bytes ${first}-${last}/${bytes.length}` };
  return { status: 206, headers: { ...headers, ...range }, body: bytes.subarray(first, last + 1) };
}
