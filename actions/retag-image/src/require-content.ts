import { refusal } from "@fairway/domain";

import type { RetagImageInputs } from "./inputs.ts";
import { missingPlatforms } from "./match-platforms.ts";
import type { Manifest, RetagImagePorts } from "./ports.ts";
import { placeOf } from "./targets.ts";

/** Refuses an image that lacks a platform, or signatures and the like, that the inputs require. Reads only what they ask for. */
export async function requireContent(
  inputs: RetagImageInputs,
  image: () => Promise<Manifest>,
  { registries, log }: RetagImagePorts,
): Promise<void> {
  const manifests = registries.repository(placeOf(inputs.source));
  const required = inputs.requirePlatforms ?? [];
  if (required.length > 0) requirePlatforms(required, await manifests.platforms(await image()));
  if (inputs.referrers !== "require") return;
  const referrers = await manifests.referrers(await image());
  if (referrers.length === 0) throw noReferrers();
  log.info(`found ${referrers.length} signatures, SBOMs or attestations of the image`);
}

function requirePlatforms(required: readonly string[], available: readonly string[]): void {
  const missing = missingPlatforms(required, available);
  if (missing.length === 0) return;
  throw refusal(
    "MISSING_PLATFORM",
    `the image has no ${missing.join(", ")}; it has ${available.length === 0 ? "no platform at all" : available.join(", ")}`,
    "Build the beta for all required platforms, for example with platforms: of docker/build-push-action.",
  );
}

function noReferrers(): Error {
  return refusal(
    "NO_REFERRERS",
    "the image has no signature, SBOM or attestation, and referrers is require",
    "Sign or attest the beta where it is built, for example with provenance: true of docker/build-push-action.",
  );
}
