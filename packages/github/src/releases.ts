import type { Release, ReleaseAsset } from "@fairway/domain";

import { downloadAsset, uploadAsset } from "./assets.ts";
import type { GitHubConnection } from "./connect.ts";
import { statusOf } from "./failures.ts";
import { toRelease, type RawRelease } from "./read-release.ts";

export interface NewRelease {
  readonly tag: string;
  readonly name: string;
  readonly notes: string;
  readonly prerelease: boolean;
}

/** Releases of the repository. Writes are single tries: the caller reads the list again when one fails. */
export function openReleases(github: GitHubConnection) {
  return { ...readings(github), ...writings(github) };
}

function readings(github: GitHubConnection) {
  const { octokit, at } = github;
  return {
    /** The published release of a tag. GitHub never answers drafts here, and may lag behind a publication. */
    byTag: (tag: string): Promise<Release | undefined> =>
      absentOn404(github, `read the release ${tag}`, () => octokit.rest.repos.getReleaseByTag({ ...at, tag })),
    /** All releases, drafts included when the token may see them, from all pages. */
    all: (): Promise<readonly Release[]> =>
      github.repeat("list the releases", async () => {
        const pages = await octokit.paginate(octokit.rest.repos.listReleases, { ...at, per_page: 100 });
        return pages.map(toRelease);
      }),
    /** The bytes of an asset, at most `maxBytes`. */
    download: (asset: ReleaseAsset, maxBytes: number): Promise<Uint8Array> => downloadAsset(github, asset, maxBytes),
    /** GitHub's own notes, from the previous tag given; without one GitHub would choose, and choose a beta. */
    generateNotes: (tag: string, previousTag: string | undefined): Promise<string> =>
      github.repeat(`generate notes for ${tag}`, async () => {
        const previous = previousTag === undefined ? {} : { previous_tag_name: previousTag };
        return (await octokit.rest.repos.generateReleaseNotes({ ...at, tag_name: tag, ...previous })).data.body;
      }),
  };
}

function writings(github: GitHubConnection) {
  const { octokit, at } = github;
  return {
    createDraft: (release: NewRelease): Promise<Release> =>
      github.once(`create the draft release ${release.tag}`, async () => {
        // No target_commitish: the tag exists already, and naming an older commit would ask for the workflows permission.
        const { tag, name, notes, prerelease } = release;
        const { data } = await octokit.rest.repos.createRelease({
          ...at,
          tag_name: tag,
          name,
          body: notes,
          prerelease,
          draft: true,
        });
        return toRelease(data);
      }),
    publish: (id: number, latest: boolean, release: NewRelease): Promise<Release> =>
      github.once(`publish the release ${release.tag}`, async () => {
        const { tag, name, notes, prerelease } = release;
        const content = { tag_name: tag, name, body: notes, prerelease, draft: false };
        const mark = { make_latest: latest ? "true" : "false" } as const;
        const { data } = await octokit.rest.repos.updateRelease({ ...at, release_id: id, ...content, ...mark });
        return toRelease(data);
      }),
    upload: (release: Release, name: string, content: Uint8Array): Promise<ReleaseAsset> =>
      uploadAsset(github, release, { name, content }),
    deleteAsset: async (asset: ReleaseAsset): Promise<void> => {
      await github.once(`delete the half-made asset ${asset.name}`, () =>
        octokit.rest.repos.deleteReleaseAsset({ ...at, asset_id: asset.id }),
      );
    },
  };
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
