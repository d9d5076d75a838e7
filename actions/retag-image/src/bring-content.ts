import { shortDigest } from "@fairway/domain";

import type { CopyReport, Place } from "./ports.ts";
import type { Promotion } from "./promotion.ts";
import { isSamePlace, placeOf, renderPlace, type Target } from "./targets.ts";

/**
 * Brings the image, under its digest alone, into every repository of the targets that is not the source's own. All of it is
 * everywhere before the first tag is written, so that no tag is ever seen beside one that still lacks its image.
 */
export async function bringContent(promotion: Promotion, targets: readonly Target[]): Promise<void> {
  const { inputs, ports, image, digest, journal } = promotion;
  const from = placeOf(inputs.source);
  for (const to of placesOf(targets).filter((place) => !isSamePlace(place, from))) {
    if (journal.has(to)) continue;
    ports.signal.throwIfAborted();
    ports.log.info(`copying ${shortDigest(digest)} to ${renderPlace(to)}`);
    const report = await ports.registries.copy({ from, to, manifest: await image(), referrers: inputs.referrers });
    journal.copied(to, report);
    ports.log.info(`copied to ${renderPlace(to)}: ${renderReport(report)}`);
  }
}

/** What a copy took, in words. */
export function renderReport(report: CopyReport): string {
  const { manifests, blobsMounted, blobsPresent, blobsSent, bytesSent, referrers } = report;
  const blobs = `${blobsMounted} blobs mounted, ${blobsPresent} there already, ${blobsSent} sent (${megabytes(bytesSent)} MB)`;
  return `${manifests} manifests; ${blobs}; ${referrers} signatures, SBOMs or attestations beside it`;
}

function placesOf(targets: readonly Target[]): readonly Place[] {
  return [...new Map(targets.map(({ place }) => [renderPlace(place), place])).values()];
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
