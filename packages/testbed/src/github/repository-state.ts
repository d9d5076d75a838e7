import type { RunRequest } from "./actions/run-book.ts";
import { startRun, openRun, type RunState } from "./actions/run-state.ts";
import { configureEnvironment, type EnvironmentSettings } from "./deployments/environment-book.ts";
import { addCommit, type CommitRequest } from "./git/add-commit.ts";
import { seedRelease, type ReleaseSeed } from "./releases/seed-release.ts";
import type { Repository } from "./site.ts";
import { releasesSnapshot, type ReleaseSnapshot } from "./snapshot.ts";

/** A repository in a test's hands. It bypasses tokens and permissions, never the rules of git. */
export interface RepositoryState {
  readonly fullName: string;
  readonly defaultBranch: string;
  /** Adds a commit; answers its SHA. */
  commit(request: CommitRequest): string;
  /** Full ref name to SHA, as it is now. */
  readonly refs: ReadonlyMap<string, string>;
  /** Makes an environment or replaces its settings. */
  environment(name: string, settings?: EnvironmentSettings): void;
  startRun(request: RunRequest): RunState;
  run(id: number): RunState;
  /** Every release, newest first, drafts too. */
  readonly releases: readonly ReleaseSnapshot[];
  /** Puts a release in place as if an earlier pipeline had made it; answers its id. */
  seedRelease(seed: ReleaseSeed): number;
  /** Turns immutable releases on or off for releases published from now on. */
  immutableReleases(on: boolean): void;
}

/** The test's view of a repository. */
export function createRepositoryState(repository: Repository): RepositoryState {
  return {
    fullName: repository.fullName,
    defaultBranch: repository.defaultBranch,
    commit: (request) => addCommit(repository, request),
    get refs() {
      return repository.view().record.refs;
    },
    environment: (name, settings = {}) => void configureEnvironment(repository, name, settings),
    startRun: (request) => startRun(repository, request),
    run: (id) => openRun(repository, id),
    get releases() {
      return releasesSnapshot(repository);
    },
    seedRelease: (seed) => seedRelease(repository, seed),
    immutableReleases: (on) => repository.update({ immutableReleases: on }),
  };
}
