import { presentAttempt } from "./actions/run-transitions.ts";
import { commitsFrom, peelToCommit } from "./git/history.ts";
import { latestRelease } from "./releases/latest.ts";
import { assetDigest } from "./releases/present-release.ts";
import type { Repository, Site } from "./site.ts";

export interface ReleaseSnapshot {
  readonly id: number;
  readonly tag: string;
  readonly name: string | null;
  readonly body: string | null;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly immutable: boolean;
  readonly latest: boolean;
  readonly assets: readonly {
    readonly name: string;
    readonly state: string;
    readonly size: number;
    readonly digest: string | null;
  }[];
}

/** Everything that a pipeline can move, as plain JSON, so that a test can compare before and after. */
export function siteSnapshot(site: Site): unknown {
  const repositories = [...site.repositories.values()];
  return {
    repositories: Object.fromEntries(
      repositories.map((repository) => [repository.fullName, repositorySnapshot(repository)]),
    ),
  };
}

/** Releases in the order of the list, drafts among them. */
export function releasesSnapshot(repository: Repository): ReleaseSnapshot[] {
  const { record } = repository.view();
  const latest = latestRelease(record);
  return record.releases.map(({ id, tag, name, body, draft, prerelease, immutable, assets }) => ({
    id,
    tag,
    name,
    body,
    draft,
    prerelease,
    immutable,
    latest: id === latest?.id,
    assets: assets.map((asset) => ({
      name: asset.name,
      state: asset.state,
      size: asset.content.length,
      digest: assetDigest(asset),
    })),
  }));
}

function repositorySnapshot(repository: Repository): unknown {
  const { record, objects } = repository.view();
  const refs = [...record.refs].sort(([a], [b]) => (a < b ? -1 : 1));
  const peeled = refs.map(([name, sha]): [string, string] => [name, peelToCommit(objects, sha) ?? sha]);
  const tags: [string, string][] = peeled
    .filter(([name]) => name.startsWith("refs/tags/"))
    .map(([name, sha]) => [name.slice("refs/tags/".length), sha]);
  const commits: [string, string][] = commitsFrom(
    objects,
    peeled.map(([, sha]) => sha),
  ).map(({ sha, commit }) => [sha, commit.message]);
  return {
    refs: Object.fromEntries(refs),
    tags: Object.fromEntries(tags),
    commits: Object.fromEntries(commits),
    releases: releasesSnapshot(repository),
    runs: record.runs.map((run) => {
      const { number, status, conclusion, jobs, pending } = presentAttempt(run);
      const shown = jobs.map((job) => ({ id: job.id, name: job.name, status: job.status, conclusion: job.conclusion }));
      return {
        id: run.id,
        title: run.title,
        attempt: number,
        status,
        conclusion,
        jobs: shown,
        pending,
        approvals: run.approvals,
      };
    }),
    deployments: record.deployments.map(({ id, ref, sha, environment, payload, statuses }) => ({
      id,
      ref,
      sha,
      environment,
      payload,
      states: statuses.map(({ state }) => state),
    })),
  };
}
