import type { RecordedRequest } from "../loopback-server.ts";
import type { Answer } from "../world/answer.ts";
import {
  type Descriptor,
  DOCKER_LIST,
  DOCKER_MANIFEST,
  type ImageRepository,
  isIndex,
  type ManifestDocument,
  OCI_INDEX,
  OCI_MANIFEST,
} from "./model.ts";
import { refusal } from "./refusal.ts";

export type CheckedManifest =
  | { readonly kind: "valid"; readonly mediaType: string; readonly subject: string | undefined }
  | { readonly kind: "refused"; readonly answer: Answer };

const SIZE_LIMIT = 4 * 1024 * 1024;
const KNOWN_TYPES = new Set([OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST]);

/**
 * Checks a pushed manifest as the distribution registry does: at most 4 MiB, one of the four media types, the
 * document's own type equal to the header's, and everything that it refers to already in the repository.
 */
export function readManifest(repository: ImageRepository, request: RecordedRequest): CheckedManifest {
  if (request.body.length > SIZE_LIMIT) return invalid("manifest is larger than 4 MiB");
  const mediaType = contentType(request);
  if (!KNOWN_TYPES.has(mediaType)) return invalid(`unrecognized manifest content type ${mediaType}`);
  const document = parse(request.body);
  if (document === undefined) return invalid("manifest is not a JSON object");
  if (document.mediaType !== undefined && document.mediaType !== mediaType) {
    return invalid(`the content type ${mediaType} and the document's mediaType ${document.mediaType} differ`);
  }
  const missing = references(document, mediaType).find((descriptor) => !holds(repository, mediaType, descriptor));
  if (missing === undefined) return { kind: "valid", mediaType, subject: document.subject?.digest };
  return refused(refusal(400, "MANIFEST_BLOB_UNKNOWN", "blob unknown to registry", { digest: missing.digest }));
}

/** The document of a manifest, or nothing when the bytes are no JSON object. */
export function parse(bytes: Buffer): ManifestDocument | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function contentType(request: RecordedRequest): string {
  return request.headers["content-type"]?.split(";")[0]?.trim() ?? "";
}

function references(document: ManifestDocument, mediaType: string): readonly Descriptor[] {
  if (isIndex(mediaType)) return document.manifests ?? [];
  const config = document.config === undefined ? [] : [document.config];
  return [...config, ...(document.layers ?? []).filter((layer) => (layer.urls ?? []).length === 0)];
}

function holds(repository: ImageRepository, mediaType: string, descriptor: Descriptor): boolean {
  return isIndex(mediaType) ? repository.manifests.has(descriptor.digest) : repository.blobs.has(descriptor.digest);
}

function invalid(message: string): CheckedManifest {
  return refused(refusal(400, "MANIFEST_INVALID", "manifest invalid", message));
}

function refused(answer: Answer): CheckedManifest {
  return { kind: "refused", answer };
}
