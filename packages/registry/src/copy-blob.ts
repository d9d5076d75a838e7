import { configuration, FairwayError, shortDigest, upstream } from "@fairway/domain";

import { createBlobFeed, transferTimeoutMs, type BlobFeed } from "./blob-feed.ts";
import type { Descriptor } from "./descriptors.ts";
import type { RegistryAnswer, RegistryRequest, Scope } from "./exchange-types.ts";
import { inOneRegistry, nameOfPlace, type Place } from "./place.ts";
import { complaintOf, TransientError } from "./registry-errors.ts";

/** How a blob came to be where it should. */
export type BlobOutcome = "mounted" | "present" | "sent";

/** The way of one copy. A registry that refuses to mount once is not asked again. */
export interface BlobRoute {
  readonly from: Place;
  readonly to: Place;
  mounts: boolean;
}

export function createBlobRoute(from: Place, to: Place): BlobRoute {
  return { from, to, mounts: inOneRegistry(from, to) };
}

/**
 * Brings a blob into another repository: by mounting it, which moves no byte, where both are in one registry that allows it,
 * and else as a stream, unless it is there already. An upload whose end is unknown is not repeated before looking.
 * Protocol: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#mounting-a-blob-from-another-repository
 */
export async function copyBlob(route: BlobRoute, blob: Descriptor, signal: AbortSignal): Promise<BlobOutcome> {
  const { to } = route;
  const mount = route.mounts ? await mountBlob(route, blob, signal) : ({ kind: "refused" } as const);
  if (mount.kind === "mounted") return "mounted";
  // A registry that does not mount has opened an upload already, which is used.
  let upload = mount.kind === "opened" ? mount.url : undefined;
  // One try of a large blob may take longer than all tries of anything else.
  const limits = { budgetMs: transferTimeoutMs(blob), signal };
  return to.exchange.again(async () => {
    if (upload === undefined && (await hasBlob(to, blob, signal))) return "present";
    const feed = createBlobFeed(route.from, blob, signal);
    feed.ask();
    try {
      const url = upload ?? (await openUpload(to, signal));
      upload = undefined;
      await send(to, blob, { feed, url, signal });
    } finally {
      feed.close();
    }
    return "sent";
  }, limits);
}

type Mount =
  | { readonly kind: "mounted" }
  | { readonly kind: "opened"; readonly url: string }
  | { readonly kind: "refused" };

async function mountBlob(route: BlobRoute, { digest }: Descriptor, signal: AbortSignal): Promise<Mount> {
  const { from, to } = route;
  const query = `mount=${encodeURIComponent(digest)}&from=${encodeURIComponent(from.repository)}`;
  const path = `/v2/${to.repository}/blobs/uploads/?${query}`;
  const scope: Scope = { ...writing(to), mountFrom: from.repository };
  const answer = await to.exchange.send({ method: "POST", path, scope, signal }).catch(withoutRights);
  if (answer?.status === 201) return { kind: "mounted" };
  const url = answer === undefined ? undefined : uploadUrl(to, answer);
  if (url !== undefined) return { kind: "opened", url };
  // Without the right to pull the source the token service or the registry says no, and that is all that this means here:
  // whatever is wrong with the credentials shows again in the plain copy.
  route.mounts = false;
  return { kind: "refused" };
}

function withoutRights(error: unknown): undefined {
  if (error instanceof FairwayError && error.kind === "configuration") return undefined;
  throw error;
}

async function hasBlob(to: Place, { digest }: Descriptor, signal: AbortSignal): Promise<boolean> {
  const path = `/v2/${to.repository}/blobs/${digest}`;
  const request: RegistryRequest = { method: "HEAD", path, scope: writing(to), signal };
  const { status } = await to.exchange.once(request);
  // What the answer leaves unclear the upload will tell.
  return status === 200;
}

async function openUpload(to: Place, signal: AbortSignal): Promise<string> {
  const request: RegistryRequest = {
    method: "POST",
    path: `/v2/${to.repository}/blobs/uploads/`,
    scope: writing(to),
    signal,
  };
  const answer = await to.exchange.once(request);
  const url = uploadUrl(to, answer);
  if (url !== undefined) return url;
  if (complaintOf(answer).code === "NAME_UNKNOWN") throw missingRepository(to);
  throw await to.exchange.refused(request, answer);
}

function missingRepository(to: Place): Error {
  return configuration(
    "MISSING_REPOSITORY",
    `${nameOfPlace(to)} does not exist, and its registry makes no repository by itself`,
    "Create the repository, then run the job again. Amazon ECR, for one, wants it made beforehand.",
  );
}

/** Where an upload that was opened goes on, which a registry may name by its path alone, or on another host. */
function uploadUrl({ exchange: { registry } }: Place, { status, headers }: RegistryAnswer): string | undefined {
  const location = headers["location"];
  if (status !== 202 || location === undefined || !URL.canParse(location, registry.origin)) return undefined;
  const url = new URL(location, registry.origin);
  // A registry behind a proxy may think that it speaks plain http.
  return url.host === new URL(registry.origin).host ? `${url.pathname}${url.search}` : url.href;
}

interface Upload {
  readonly feed: BlobFeed;
  readonly url: string;
  readonly signal: AbortSignal;
}

async function send(to: Place, blob: Descriptor, { feed, url, signal }: Upload): Promise<void> {
  const request: RegistryRequest = {
    method: "PUT",
    path: `${url}${url.includes("?") ? "&" : "?"}digest=${encodeURIComponent(blob.digest)}`,
    scope: writing(to),
    headers: { "content-type": "application/octet-stream", "content-length": String(blob.size) },
    body: feed.open,
    timeoutMs: transferTimeoutMs(blob),
    signal,
  };
  const answer = await to.exchange.once(request).catch((error: unknown) => {
    throw feed.failure() ?? error;
  });
  if (answer.status === 201 || answer.status === 204) return;
  if (answer.status !== 404 && answer.status !== 416) throw await to.exchange.refused(request, answer);
  throw lostUpload(to, blob, answer.status);
}

function lostUpload(to: Place, blob: Descriptor, status: number): FairwayError {
  const error = upstream(
    "UPLOAD_LOST",
    `${nameOfPlace(to)} answered ${status} to the content of ${shortDigest(blob.digest)}: it does not know the upload that it opened`,
    { nextStep: "Run the job again: what was sent is found there. If this stays, ask the registry's operator." },
  );
  return new TransientError(error, { ambiguous: true });
}

function writing({ repository }: Place): Scope {
  return { repository, actions: "pull,push" };
}
