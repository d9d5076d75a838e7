import { parseReleaseManifest, RELEASE_MANIFEST_NAME, type Release } from "@fairway/domain";

import type { CreateReleaseInputs } from "./inputs.ts";
import { isSame } from "./plan-release.ts";
import type { CreateReleasePorts } from "./ports.ts";
import { prepareManifest, type PreparedAsset } from "./prepare-assets.ts";

const MAX_MANIFEST_BYTES = 1024 * 1024;

/**
 * The assets as they were published, where only who approved them differs: whoever approves a promotion again approves what
 * is there, and the release keeps the names of those who let it out. Anything else that differs stays different.
 */
export async function keepApprovers(
  inputs: CreateReleaseInputs,
  { assets, releases }: { readonly assets: readonly PreparedAsset[]; readonly releases: readonly Release[] },
  ports: CreateReleasePorts,
): Promise<readonly PreparedAsset[]> {
  const published = releases.find(({ tag, draft }) => tag === inputs.tag && !draft);
  const theirs = published?.assets.find(({ name, state }) => name === RELEASE_MANIFEST_NAME && state === "uploaded");
  const ours = assets.find(({ kind }) => kind === "manifest");
  if (theirs === undefined || ours === undefined || isSame(ours, theirs)) return assets;
  const bytes = await ports.releases.download(theirs, MAX_MANIFEST_BYTES);
  const manifest = parseReleaseManifest(new TextDecoder().decode(bytes));
  const attached = assets.filter(({ kind }) => kind !== "manifest");
  const kept = prepareManifest({ ...inputs, approvedBy: manifest?.approvedBy }, attached, ports);
  return isSame(kept, theirs) ? [...attached, kept] : assets;
}
