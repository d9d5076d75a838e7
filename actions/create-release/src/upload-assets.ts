import { refusal, upstream, type Release, type ReleaseAsset } from "@fairway/domain";

import { isSame } from "./plan-release.ts";
import type { CreateReleasePorts } from "./ports.ts";
import type { PreparedAsset } from "./prepare-assets.ts";
import { resolveWrite } from "./resolve-write.ts";

/** More at once meets GitHub's secondary limits: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
const UPLOADS_AT_ONCE = 2;

/**
 * Uploads assets to a draft, two at a time in the order given, the manifest alone and last, so that a manifest is never
 * there without what it names. A failed upload is resolved by reading the draft: what arrived whole is kept, what is
 * half-made is deleted first.
 */
export async function uploadAssets(
  draft: Release,
  assets: readonly PreparedAsset[],
  ports: CreateReleasePorts,
): Promise<void> {
  const upload = (asset: PreparedAsset) => uploadOne(draft, asset, ports);
  await inLanes(
    assets.filter(({ kind }) => kind !== "manifest"),
    upload,
  );
  await inLanes(
    assets.filter(({ kind }) => kind === "manifest"),
    upload,
  );
}

/** After a failure no further item is started, and those under way are waited for: nothing is in flight when it is told. */
async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  let failed = false;
  const lane = async () => {
    for (const item of queue) {
      if (failed) return;
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: UPLOADS_AT_ONCE }, lane));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

async function uploadOne(draft: Release, asset: PreparedAsset, ports: CreateReleasePorts): Promise<void> {
  const { releases, log } = ports;
  await resolveWrite(
    {
      write: async () => {
        const uploaded = await releases.upload(draft, asset);
        requireWhole(asset, uploaded);
        return uploaded;
      },
      readBack: async () => {
        const there = (await releases.byId(draft.id))?.assets.find(({ name }) => name === asset.name);
        if (there === undefined || isSame(asset, there)) return there;
        log.info(`removing ${there.name} (${there.state}, ${there.size} bytes), which did not arrive whole`);
        await releases.deleteAsset(there);
        return undefined;
      },
    },
    ports,
  );
  log.info(`uploaded ${asset.name} (${asset.size} bytes)`);
}

function requireWhole(asset: PreparedAsset, uploaded: ReleaseAsset): void {
  if (uploaded.name !== asset.name) {
    throw refusal(
      "ASSET_RENAMED",
      `GitHub keeps ${asset.name} as ${uploaded.name}, so the checksums would name a file that is not there`,
      `Rename the file to ${uploaded.name} before.`,
    );
  }
  if (isSame(asset, uploaded)) return;
  throw upstream(
    "BAD_UPLOAD",
    `GitHub holds ${uploaded.name} with ${uploaded.size} bytes, state ${uploaded.state}; ${asset.size} bytes were sent`,
  );
}
