import type { Digest } from "@fairway/domain";

import type { RepositoryName } from "./open-registries.ts";
import { openRegistry, type RegistryOptions } from "./open-registry.ts";
import { probeAccess, type RegistryAccess } from "./probe-access.ts";

export type { RegistryAccess };

/** What can be asked of registries without a change. */
export interface ImageProbe {
  /** Asks for access to a repository and does nothing with it. */
  access(image: RepositoryName, actions: "pull" | "pull,push"): Promise<RegistryAccess>;
  /** What a tag or digest names; undefined when there is none. */
  resolve(image: RepositoryName, reference: string): Promise<{ readonly digest: Digest } | undefined>;
  tags(image: RepositoryName): Promise<readonly string[]>;
}

/** Opens it. Nothing is sent until a method is called. */
export function openImageProbe(options: Omit<RegistryOptions, "host">): ImageProbe {
  const repositoryOf = ({ registry, repository }: RepositoryName) =>
    openRegistry({ ...options, host: registry }).repository(repository);
  return {
    access: ({ registry, repository }, actions) => probeAccess({ ...options, host: registry }, { repository, actions }),
    resolve: (image, reference) => repositoryOf(image).resolve(reference),
    tags: (image) => repositoryOf(image).tags(),
  };
}
