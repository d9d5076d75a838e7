import { causeChain, upstream, type Release } from "@fairway/domain";

import { isEmptyTwin, planRelease } from "./plan-release.ts";
import type { CreateReleasePorts, NewRelease } from "./ports.ts";
import type { PreparedAsset } from "./prepare-assets.ts";
import { resolveWrite } from "./resolve-write.ts";

/** A draft that has all its assets. */
export interface CompleteDraft {
  readonly draft: Release;
  readonly wanted: NewRelease;
  readonly assets: readonly PreparedAsset[];
  readonly latest: boolean;
}

/**
 * Publishes a draft and reads the answer like any other: what the world sees must be what was asked. When another run has
 * published the tag meanwhile, the answer is that release, if it is the same.
 */
export async function publishDraft(
  { draft, wanted, assets, latest }: CompleteDraft,
  ports: CreateReleasePorts,
): Promise<Release> {
  const { releases } = ports;
  const published = await resolveWrite(
    {
      write: () => releases.publish(draft.id, latest, wanted),
      readBack: async () => {
        const own = await releases.byId(draft.id);
        if (own?.draft === false) return own;
        return (await releases.all()).find((release) => release.tag === wanted.tag && !release.draft);
      },
    },
    ports,
  );
  const verdict = planRelease(assets, wanted.prerelease, [published]);
  if (verdict.kind === "unchanged") return published;
  const reason = verdict.kind === "refuse" ? verdict.reason : "it still is a draft";
  throw upstream("NOT_PUBLISHED", `GitHub took the publication of ${published.tag}, but ${reason}`);
}

/** Where further drafts of the tag may be. */
export interface Twins {
  /** The draft that this run made, whatever it holds by now. */
  readonly made: number | undefined;
  readonly find: () => Promise<readonly Release[]>;
}

/**
 * Deletes drafts that runs like this one left beside the published release. Each is read again before; what is not empty
 * or not the same is left, and told. A deletion that fails does not change that the release is out.
 */
export async function removeTwins(
  release: Release,
  { made, find }: Twins,
  { releases, log, signal }: CreateReleasePorts,
): Promise<void> {
  try {
    const drafts = (await find()).filter((draft) => draft.draft && draft.id !== release.id);
    for (const { id, htmlUrl } of drafts) {
      const draft = await releases.byId(id);
      if (draft?.draft !== true) continue;
      if (id === made || isEmptyTwin(release, draft)) await releases.deleteDraft(id);
      else log.warning(`another draft of ${release.tag} is left as it is: ${htmlUrl}`);
    }
  } catch (error) {
    if (signal.aborted) throw error;
    log.warning(`drafts beside ${release.tag} may be left: ${causeChain(error).join(": ")}`);
  }
}
