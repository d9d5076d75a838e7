import type { Release, ReleaseAsset } from "@fairway/domain";

import { downloadAsset, uploadAsset, type AssetFile } from "./assets.ts";
import type { GitHubConnection } from "./connect.ts";
import { explainWorkflowRefusal, statusOf } from "./failures.ts";
import { toRelease, type RawRelease } from "./read-release.ts";

export interface NewRelease {
  readonly tag: string;
  readonly name: string;
  readonly notes: string;
  readonly prerelease: boolean;
}

/**
 * Releases of the repository. Creating, uploading and publishing are single tries: the caller reads what is there when one
 * fails. `publisher` creates and publishes; its token may have permissions that the other one does not need.
 */
export function openReleases(github: GitHubConnection, publisher: GitHubConnection = github) {
  return { ...readings(github), ...changes(publisher), ...assets(github), deleteDraft: draftDeletion(github) };
}

function readings(github: GitHubConnection) {
  const { octokit, at } = github;
  return {
    /** The published release of a tag. GitHub never answers drafts here, and may lag behind a publication. */
    byTag: (tag: string): Promise<Release | undefined> =>
      absentOn404(github, `read the release ${tag}`, () => octokit.rest.repos.getReleaseByTag({ ...at, tag })),
    /** The release with that id, a draft too; undefined when it is gone, or not visible yet a moment after it was made. */
    byId: (id: number): Promise<Release | undefined> =>
      absentOn404(github, `read the release ${id}`, () => octokit.rest.repos.getRelease({ ...at, release_id: id })),
    /** All releases, drafts included when the token may see them, from all pages. */
    all: (): Promise<readonly Release[]> =>
      github.repeat("list the releases", async () => {
        const pages = await octokit.paginate(octokit.rest.repos.listReleases, { ...at, per_page: 100 });
        return pages.map(toRelease);
      }),
    /** GitHub's own notes, from the previous tag given; without one GitHub chooses, and may choose a beta. */
    generateNotes: (tag: string, previousTag: string | undefined): Promise<string> =>
      github.repeat(`generate notes for ${tag}`, async () => {
        const previous = previousTag === undefined ? {} : { previous_tag_name: previousTag };
        return (await octokit.rest.repos.generateReleaseNotes({ ...at, tag_name: tag, ...previous })).data.body;
      }),
  };
}

function changes(github: GitHubConnection) {
  const { octokit, at } = github;
  return {
    createDraft: (release: NewRelease): Promise<Release> =>
      changeRelease(github, `create the draft release ${release.tag}`, () =>
        // No target_commitish: the tag exists already, and naming an older commit would ask for the workflows permission.
        octokit.rest.repos.createRelease({ ...at, ...contentOf(release), draft: true }),
      ),
    publish: (id: number, latest: boolean, release: NewRelease): Promise<Release> =>
      changeRelease(github, `publish the release ${release.tag}`, () => {
        const mark = { make_latest: latest ? "true" : "false" } as const;
        return octokit.rest.repos.updateRelease({
          ...at,
          release_id: id,
          ...contentOf(release),
          draft: false,
          ...mark,
        });
      }),
  };
}

function assets(github: GitHubConnection) {
  const { octokit, at } = github;
  return {
    upload: (release: Release, file: AssetFile): Promise<ReleaseAsset> => uploadAsset(github, release, file),
    /** Ids are never used again, so this may be repeated; what is gone already is deleted. */
    deleteAsset: (asset: ReleaseAsset): Promise<void> =>
      goneOn404(github, `delete the asset ${asset.name}`, () =>
        octokit.rest.repos.deleteReleaseAsset({ ...at, asset_id: asset.id }),
      ),
    /** The bytes of an asset, at most `maxBytes`. */
    download: (asset: ReleaseAsset, maxBytes: number): Promise<Uint8Array> => downloadAsset(github, asset, maxBytes),
  };
}

/** Deletes a draft by its id. The caller knows that it is one, and whose. */
function draftDeletion(github: GitHubConnection) {
  return (id: number): Promise<void> =>
    goneOn404(github, `delete the draft ${id}`, () =>
      github.octokit.rest.repos.deleteRelease({ ...github.at, release_id: id }),
    );
}

function contentOf({ tag, name, notes, prerelease }: NewRelease) {
  return { tag_name: tag, name, body: notes, prerelease };
}

function changeRelease(
  github: GitHubConnection,
  what: string,
  change: () => Promise<{ data: RawRelease }>,
): Promise<Release> {
  return github.once(what, async () => {
    try {
      return toRelease((await change()).data);
    } catch (error) {
      throw explainWorkflowRefusal(what, error) ?? error;
    }
  });
}

function absentOn404(
  github: GitHubConnection,
  what: string,
  read: () => Promise<{ data: RawRelease }>,
): Promise<Release | undefined> {
  return github.repeat(what, async () => {
    try {
      return toRelease((await read()).data);
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  });
}

function goneOn404(github: GitHubConnection, what: string, remove: () => Promise<unknown>): Promise<void> {
  return github.repeat(what, async () => {
    try {
      await remove();
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
    }
  });
}
