import { createHash } from "node:crypto";

import { FairwayError, upstream } from "@fairway/domain";

import type { Descriptor } from "./descriptors.ts";
import type { RegistryRequest } from "./exchange-types.ts";
import { nameOfPlace, type Place } from "./place.ts";
import { lyingDigest } from "./read-manifest.ts";
import { unreachable } from "./registry-errors.ts";

/** The content of a blob on its way from one registry to another. */
export interface BlobFeed {
  /** Asks for the content before it is opened, so that it is on its way by then. */
  readonly ask: () => void;
  /** Opens the content that was asked for, and whenever else anew. */
  readonly open: () => AsyncIterable<Uint8Array>;
  /** What stopped the content half way, which the receiving side knows only as a broken upload. */
  readonly failure: () => unknown;
  /** Gives up content that was asked for and never opened. */
  readonly close: () => void;
}

/**
 * Reads a blob as it arrives, never all of it in memory. Its size and digest are checked on the way; the last part of a blob
 * that is not what its name says is held back, so that the receiving side cannot take it for whole.
 */
export function createBlobFeed(from: Place, blob: Descriptor, signal: AbortSignal): BlobFeed {
  const unwanted = new AbortController();
  let asked: Promise<AsyncIterable<Uint8Array>> | undefined;
  let failure: unknown;
  return { ask, open, failure: () => failure, close };

  function ask(): void {
    asked = contentOf(from, blob, AbortSignal.any([signal, unwanted.signal]));
    // Who opens it has the error.
    asked.catch(() => undefined);
  }

  function close(): void {
    if (asked !== undefined) unwanted.abort();
    asked = undefined;
  }

  async function* open(): AsyncIterable<Uint8Array> {
    failure = undefined;
    const wanted = asked ?? contentOf(from, blob, signal);
    asked = undefined;
    let isOnItsWay = false;
    try {
      const content = await wanted;
      isOnItsWay = true;
      const check = createBlobCheck(from, blob);
      // All in one loop: every further generator would cost time for each part.
      for await (const part of content) {
        const before = check.take(part);
        if (before === undefined) continue;
        yield before;
        release(before);
      }
      const last = check.finish();
      if (last !== undefined) yield last;
    } catch (error) {
      failure = isOnItsWay ? brokenOff(from, error) : error;
      throw failure;
    }
  }
}

/** Milliseconds for a blob: a minute, and as long as a slow line of 256 kB in a second needs. */
export function transferTimeoutMs({ size }: Descriptor): number {
  return 60_000 + Math.ceil(size / 256);
}

async function contentOf(from: Place, blob: Descriptor, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
  const request: RegistryRequest = {
    method: "GET",
    path: `/v2/${from.repository}/blobs/${blob.digest}`,
    scope: { repository: from.repository, actions: "pull" },
    streamed: true,
    timeoutMs: transferTimeoutMs(blob),
    signal,
  };
  const answer = await from.exchange.once(request);
  if (answer.content !== undefined) return answer.content;
  throw await from.exchange.refused(request, answer);
}

/** A connection that is cut in the middle of the content is a failure of the registry that it comes from. */
function brokenOff(from: Place, error: unknown): FairwayError {
  return error instanceof FairwayError ? error : unreachable(from.exchange.registry.host, error);
}

interface BlobCheck {
  /** Takes the next part of the content and gives the one before it. Throws when there is more than there should be. */
  take(part: Uint8Array): Uint8Array | undefined;
  /** Gives the last part when all of them together are the blob, and throws when they are not. */
  finish(): Uint8Array | undefined;
}

function createBlobCheck(from: Place, blob: Descriptor): BlobCheck {
  const hash = createHash("sha256");
  let held: Uint8Array | undefined;
  let size = 0;
  return { take, finish };

  function take(part: Uint8Array): Uint8Array | undefined {
    const before = held;
    hash.update(part);
    size += part.byteLength;
    held = part;
    if (size > blob.size) throw wrongSize(from, blob, size);
    return before;
  }

  function finish(): Uint8Array | undefined {
    if (size !== blob.size) throw wrongSize(from, blob, size);
    const actual = `sha256:${hash.digest("hex")}`;
    if (actual !== blob.digest) throw lyingDigest(from.exchange.registry.host, "a blob", blob.digest, actual);
    return held;
  }
}

/**
 * Gives the memory of a part back once it was sent. The garbage collector would do so too, but only after tens of megabytes:
 * it sees the small objects and not what hangs on them. A part that shares its memory with others is left to it.
 */
function release({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}

function wrongSize(from: Place, blob: Descriptor, size: number): FairwayError {
  const found = size > blob.size ? `more than ${blob.size}` : String(size);
  return upstream(
    "DIGEST_MISMATCH",
    `${nameOfPlace(from)} serves ${found} bytes for ${blob.digest}, and its manifest says ${blob.size}`,
    {
      nextStep:
        "Do not use this image. Something between the registry and the runner, or the registry itself, changes content.",
    },
  );
}
