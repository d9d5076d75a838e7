import { parseRetryAfter, refusal, type Clock, type Digest, type HttpTransport, type Log } from "@fairway/domain";

import { createAuthorizer } from "./authorizer.ts";
import type { Credentials } from "./credentials.ts";
import { createExchange, type Exchange } from "./exchange.ts";
import { findReferrers } from "./find-referrers.ts";
import { listTags } from "./list-tags.ts";
import { lookUpCredentials } from "./look-up-credentials.ts";
import type { Manifest, ManifestName } from "./manifest-types.ts";
import { putManifest, type TagState } from "./put-manifest.ts";
import { putTags } from "./put-tags.ts";
import { readManifest, resolveManifest } from "./read-manifest.ts";
import { readPlatforms } from "./read-platforms.ts";
import { addressOf } from "./registry-address.ts";

export interface RegistryOptions {
  /** As image references write it, such as `ghcr.io`, `docker.io` or `localhost:5000`. */
  readonly host: string;
  readonly http: HttpTransport;
  readonly clock: Clock;
  /** From 0 up to 1, for the jitter between tries. */
  readonly random: () => number;
  readonly log: Log;
  /** Given credentials come first; without them Docker's configuration is asked, and nobody is the last resort. */
  readonly credentials?: { readonly username: string; readonly password: string } | undefined;
  /** Called with every secret and token before its first use. */
  readonly mask?: (secret: string) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface Registry {
  /** A repository by its name, without the host. Nothing is asked yet. */
  repository(name: string): ImageRepository;
}

/** One repository of a registry. Every method throws a FairwayError for whatever is neither an answer nor "there is none". */
export interface ImageRepository {
  /** What a tag or digest names now, by HEAD; undefined when there is none. */
  resolve(reference: string, signal?: AbortSignal): Promise<ManifestName | undefined>;
  /** The manifest of a digest, its bytes checked against it. Throws when it is gone. */
  fetch(digest: Digest): Promise<Manifest>;
  /**
   * Points a tag at a manifest that the repository has; one that does not name `before` any more is not overwritten, where the
   * registry honours conditions. The write is acknowledged, not yet read back.
   */
  put(tag: string, manifest: Manifest, before?: TagState): Promise<void>;
  /** Points several tags at once, where the registry can, and gives those that it pointed. */
  putTogether(tags: readonly string[], manifest: Manifest): Promise<readonly string[]>;
  tags(): Promise<readonly string[]>;
  /** `os/architecture`, or with a variant, for each image that the manifest stands for. */
  platforms(manifest: Manifest): Promise<readonly string[]>;
  /** Digests of signatures, SBOMs and attestations that refer to the manifest, or to one that it lists, or stand in it. */
  referrers(manifest: Manifest): Promise<readonly string[]>;
}

/** Opens a registry by the OCI distribution API: https://github.com/opencontainers/distribution-spec/blob/main/spec.md */
export function openRegistry(options: RegistryOptions): Registry {
  const exchange = openExchange(options);
  return { repository: (name) => openRepository(exchange, name) };
}

/** The way to talk to one registry, with its login. */
export function openExchange(options: RegistryOptions): Exchange {
  const { http, clock, random, log, signal } = options;
  const registry = addressOf(options.host);
  const given = options.credentials;
  const credentials = async (): Promise<Credentials> =>
    given === undefined ? lookUpCredentials(registry) : { kind: "password", ...given };
  const authorizer = createAuthorizer({
    http,
    clock,
    registry,
    credentials,
    mask: options.mask ?? (() => undefined),
    signal,
    retryAfterMs: (header) => parseRetryAfter(header, clock.now()),
  });
  return createExchange({ http, clock, random, log, signal, registry, authorizer });
}

/** One repository of a registry. */
export function openRepository(exchange: Exchange, name: string): ImageRepository {
  const place = { exchange, repository: name };
  return {
    resolve: (reference, signal) => resolveManifest(exchange, name, reference, signal),
    fetch: async (digest) => {
      const manifest = await readManifest(exchange, name, digest);
      if (manifest === undefined) throw gone(`${exchange.registry.host}/${name}@${digest}`);
      return manifest;
    },
    put: (tag, manifest, before) => putManifest(place, tag, manifest, before),
    putTogether: (tags, manifest) => putTags(place, tags, manifest),
    tags: () => listTags(exchange, name),
    platforms: (manifest) => readPlatforms(exchange, name, manifest),
    referrers: (manifest) => findReferrers(place, manifest),
  };
}

function gone(image: string): Error {
  return refusal(
    "MISSING_IMAGE",
    `${image} is not in the registry, though a tag named it a moment ago`,
    "See whether a clean-up job of the registry removes images, then run the job again.",
  );
}
