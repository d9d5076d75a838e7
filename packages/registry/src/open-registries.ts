import { runTogether, type Log } from "@fairway/domain";

import { createManifestCopier, type CopyCounts } from "./copy-manifests.ts";
import { copyReferrers, readReferrers } from "./copy-referrers.ts";
import type { Exchange } from "./exchange.ts";
import type { Manifest } from "./manifest-types.ts";
import { openExchange, openRepository, type ImageRepository, type RegistryOptions } from "./open-registry.ts";
import type { Place } from "./place.ts";
import { createReferrerReader } from "./read-referrers.ts";

export interface RegistriesOptions extends Omit<RegistryOptions, "host" | "credentials"> {
  /** A login for one registry, which no other registry is given. */
  readonly credentials?:
    | { readonly registry: string; readonly username: string; readonly password: string }
    | undefined;
}

/** Where an image is, as an image reference has it. */
export interface RepositoryName {
  readonly registry: string;
  readonly repository: string;
}

export interface ImageCopy {
  readonly from: RepositoryName;
  readonly to: RepositoryName;
  readonly manifest: Manifest;
  /** `auto` warns of a referrer that cannot be copied, `require` fails, `none` copies none. */
  readonly referrers: "auto" | "require" | "none";
}

export interface CopyReport extends Readonly<CopyCounts> {
  readonly referrers: number;
}

/** Several registries, each with its own login. */
export interface Registries {
  repository(name: RepositoryName): ImageRepository;
  /** Brings an image, under its digest alone, into another repository or registry. Done again, it finishes what is missing. */
  copy(copy: ImageCopy): Promise<CopyReport>;
}

/** Opens registries on first use. Nothing is asked yet. */
export function openRegistries(options: RegistriesOptions): Registries {
  const exchanges = new Map<string, Exchange>();
  return {
    repository: (name) => {
      const { exchange, repository } = placeOf(name);
      return openRepository(exchange, repository);
    },
    copy: (copy) => copyImage(placeOf(copy.from), placeOf(copy.to), copy, options.log),
  };

  function placeOf({ registry, repository }: RepositoryName): Place {
    const exchange =
      exchanges.get(registry) ?? openExchange({ ...options, host: registry, credentials: loginFor(registry) });
    exchanges.set(registry, exchange);
    return { exchange, repository };
  }

  function loginFor(registry: string): RegistryOptions["credentials"] {
    return options.credentials?.registry === registry ? options.credentials : undefined;
  }
}

async function copyImage(from: Place, to: Place, { manifest, referrers }: ImageCopy, log: Log): Promise<CopyReport> {
  const copier = createManifestCopier(from, to, log);
  if (referrers === "none") {
    await copier.copy(manifest);
    return { ...copier.counts(), referrers: 0 };
  }
  const reader = createReferrerReader(from);
  await runTogether([() => copier.copy(manifest), () => readReferrers(reader, manifest)]);
  const required = referrers === "require";
  const count = await copyReferrers({ from, to, reader, copier, required, log }, manifest);
  return { ...copier.counts(), referrers: count };
}
