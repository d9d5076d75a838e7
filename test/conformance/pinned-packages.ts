import { openPackagesOf, type PinnedPackages } from "../support/pinned-packages.ts";

/** The packages that the embedded GitHub is held against. The published schemas alone unpack to 385 MB. */
export function openPinnedPackages(): PinnedPackages {
  return openPackagesOf(import.meta.dirname);
}
