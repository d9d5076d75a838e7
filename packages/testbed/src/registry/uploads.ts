import { randomUUID } from "node:crypto";
import type { Answer } from "../world/answer.ts";
import { type RegistryStore, digestOfBytes, openRepository } from "./model.ts";
import { refusal } from "./refusal.ts";
import type { RoutedRequest } from "./route.ts";

interface Upload {
  readonly name: string;
  readonly session: string | undefined;
}

/** Blob uploads: whole in one POST, POST then PUT, in PATCHed chunks, or mounted from another repository. */
export function answerUpload(store: RegistryStore, routed: RoutedRequest, upload: Upload): Answer {
  const { method } = routed.request;
  if (upload.session === undefined) {
    return method === "POST"
      ? begin(store, routed, upload.name)
      : refusal(405, "UNSUPPORTED", "The operation is unsupported.");
  }
  const arrived = store.uploads.get(upload.session);
  if (arrived === undefined) return refusal(404, "BLOB_UPLOAD_UNKNOWN", "blob upload unknown to registry");
  const session = { name: upload.name, id: upload.session, arrived };
  switch (method) {
    case "PATCH":
      return append(store, routed, session);
    case "PUT":
      return finish(store, routed, session);
    case "GET":
      return { status: 204, headers: progress(session.name, session.id, arrived.length) };
    case "DELETE":
      store.uploads.delete(session.id);
      return { status: 204 };
    default:
      return refusal(405, "UNSUPPORTED", "The operation is unsupported.");
  }
}

interface Session {
  readonly name: string;
  readonly id: string;
  readonly arrived: Buffer;
}

function begin(store: RegistryStore, { request, query }: RoutedRequest, name: string): Answer {
  const mount = query.get("mount");
  if (mount !== null && store.repositories.get(query.get("from") ?? "")?.blobs.has(mount) === true) {
    return stored(store, name, mount);
  }
  const digest = query.get("digest");
  if (digest !== null) return keep(store, name, digest, request.body);
  const id = randomUUID();
  store.uploads.set(id, Buffer.alloc(0));
  return { status: 202, headers: progress(name, id, 0) };
}

function append(store: RegistryStore, { request }: RoutedRequest, session: Session): Answer {
  const start = /^(\d+)-\d+$/u.exec(request.headers["content-range"] ?? "")?.[1];
  if (start !== undefined && Number(start) !== session.arrived.length) {
    return { status: 416, headers: progress(session.name, session.id, session.arrived.length) };
  }
  const arrived = Buffer.concat([session.arrived, request.body]);
  store.uploads.set(session.id, arrived);
  return { status: 202, headers: progress(session.name, session.id, arrived.length) };
}

function finish(store: RegistryStore, { request, query }: RoutedRequest, session: Session): Answer {
  const digest = query.get("digest");
  if (digest === null)
    return refusal(400, "DIGEST_INVALID", "provided digest did not match uploaded content", "digest missing");
  const answer = keep(store, session.name, digest, Buffer.concat([session.arrived, request.body]));
  if (answer.status === 201) store.uploads.delete(session.id);
  return answer;
}

function keep(store: RegistryStore, name: string, digest: string, bytes: Buffer): Answer {
  if (digestOfBytes(bytes) !== digest) {
    return refusal(400, "DIGEST_INVALID", "provided digest did not match uploaded content");
  }
  store.blobs.set(digest, bytes);
  return stored(store, name, digest);
}

function stored(store: RegistryStore, name: string, digest: string): Answer {
  openRepository(store, name).blobs.add(digest);
  return { status: 201, headers: { location: `/v2/${name}/blobs/${digest}`, "docker-content-digest": digest } };
}

function progress(name: string, id: string, length: number): Record<string, string> {
  return {
    location: `/v2/${name}/blobs/uploads/${id}`,
    range: `0-${Math.max(0, length - 1)}`,
    "docker-upload-uuid": id,
  };
}
