import type { RecordedRequest } from "../loopback-server.ts";
import type { Answer } from "../world/answer.ts";
import { readManifest } from "./manifest-check.ts";
import {
  type ImageRepository,
  type RegistryStore,
  type StoredManifest,
  digestOfBytes,
  openRepository,
} from "./model.ts";
import { refusal } from "./refusal.ts";

/** GET, HEAD, PUT and DELETE of a manifest by tag or digest, the bytes kept exactly as they came. */
export function answerManifest(
  store: RegistryStore,
  request: RecordedRequest,
  name: string,
  reference: string,
): Answer {
  switch (request.method) {
    case "GET":
    case "HEAD":
      return read(store.repositories.get(name), request, reference);
    case "PUT":
      return write(store, openRepository(store, name), request, reference);
    case "DELETE":
      return remove(store.repositories.get(name), reference);
    default:
      return refusal(405, "UNSUPPORTED", "The operation is unsupported.");
  }
}

/** The manifest that a tag or a digest names, if the repository has it. */
export function findManifest(repository: ImageRepository | undefined, reference: string): StoredManifest | undefined {
  if (repository === undefined) return undefined;
  const digest = isDigest(reference) ? reference : repository.tags.get(reference);
  return digest === undefined ? undefined : repository.manifests.get(digest);
}

function read(repository: ImageRepository | undefined, request: RecordedRequest, reference: string): Answer {
  if (repository === undefined) return refusal(404, "NAME_UNKNOWN", "repository name not known to registry");
  const found = findManifest(repository, reference);
  if (found === undefined) return unknown(reference);
  // As the distribution registry does: a type that the client does not list is answered as if it did not exist.
  if (!acceptedTypes(request).has(found.mediaType)) return unknown(reference);
  const headers = { "docker-content-digest": found.digest, etag: `"${found.digest}"` };
  if (request.headers["if-none-match"]?.replaceAll('"', "") === found.digest) return { status: 304, headers };
  return { status: 200, headers: { ...headers, "content-type": found.mediaType }, body: found.bytes };
}

function acceptedTypes(request: RecordedRequest): Set<string> {
  const accept = request.headers.accept ?? "";
  return new Set(accept.split(",").map((part) => part.split(";")[0]?.trim() ?? ""));
}

function write(
  { extras }: RegistryStore,
  repository: ImageRepository,
  request: RecordedRequest,
  reference: string,
): Answer {
  const isUnexpected = extras.conditionalWrites && !isAsExpected(repository, request, reference);
  const problem =
    problemOfName(request, reference) ?? (isUnexpected ? unexpected() : problemOfTag(repository, reference));
  if (problem !== undefined) return problem;
  const document = readManifest(repository, request);
  if (document.kind === "refused") return document.answer;
  const digest = digestOfBytes(request.body);
  repository.manifests.set(digest, { digest, mediaType: document.mediaType, bytes: request.body });
  if (!isDigest(reference)) repository.tags.set(reference, digest);
  const location = `/v2/${repository.name}/manifests/${digest}`;
  const subject = document.subject === undefined ? {} : { "oci-subject": document.subject };
  const tags = extras.tagsByQuery && isDigest(reference) ? makeTags(repository, request, digest) : {};
  return { status: 201, headers: { location, "docker-content-digest": digest, ...subject, ...tags } };
}

function problemOfName({ body }: RecordedRequest, reference: string): Answer | undefined {
  if (isDigest(reference)) {
    if (reference === digestOfBytes(body)) return undefined;
    return refusal(400, "DIGEST_INVALID", "provided digest did not match uploaded content");
  }
  if (/^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/u.test(reference)) return undefined;
  return refusal(400, "TAG_INVALID", "manifest tag did not match URI", { tag: reference });
}

function problemOfTag({ name, tags, immutableTags }: ImageRepository, tag: string): Answer | undefined {
  if (!immutableTags || !tags.has(tag)) return undefined;
  const text = `The image tag '${tag}' already exists in the '${name}' repository and cannot be overwritten because the tag is immutable.`;
  return refusal(400, "TAG_INVALID", text);
}

function unexpected(): Answer {
  return refusal(412, "DENIED", "the tag is not what it was expected to be");
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-13.1 */
function isAsExpected(repository: ImageRepository, { headers }: RecordedRequest, reference: string): boolean {
  const named = findManifest(repository, reference)?.digest;
  if (headers["if-none-match"] === "*") return named === undefined;
  return headers["if-match"] === undefined || headers["if-match"] === `"${named ?? ""}"`;
}

/** Immutable tags are left out of the answer, which says by that that they were not made. */
function makeTags(repository: ImageRepository, { path }: RecordedRequest, digest: string): Record<string, string> {
  const wanted = new URL(path, "http://registry.invalid").searchParams.getAll("tag");
  const made = wanted.filter((tag) => !repository.immutableTags || !repository.tags.has(tag));
  for (const tag of made) repository.tags.set(tag, digest);
  return made.length === 0 ? {} : { "oci-tag": made.join(", ") };
}

function remove(repository: ImageRepository | undefined, reference: string): Answer {
  const found = findManifest(repository, reference);
  if (repository === undefined || found === undefined) return unknown(reference);
  if (!isDigest(reference)) {
    repository.tags.delete(reference);
    return { status: 202 };
  }
  repository.manifests.delete(found.digest);
  for (const [tag, digest] of repository.tags) if (digest === found.digest) repository.tags.delete(tag);
  return { status: 202 };
}

function isDigest(reference: string): boolean {
  return reference.includes(":");
}

function unknown(reference: string): Answer {
  return refusal(404, "MANIFEST_UNKNOWN", "manifest unknown", { name: reference });
}
