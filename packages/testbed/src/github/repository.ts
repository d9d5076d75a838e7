import { createObjectStore, type Objects, type ObjectStore } from "./git/object-store.ts";
import { writeTree } from "./git/trees.ts";
import type { RepositoryRecord } from "./records.ts";
import type { Site } from "./site.ts";

/** What a read sees: one state of the repository, and the git objects that existed in it. */
export interface RepositoryView {
  readonly record: RepositoryRecord;
  readonly objects: Objects;
}

/** How far back a stale read looks. */
export type Age = { readonly kind: "writes"; readonly writes: number } | { readonly kind: "ms"; readonly ms: number };

export interface Repository {
  readonly site: Site;
  readonly id: number;
  readonly fullName: string;
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
  readonly createdAt: Date;
  readonly objects: ObjectStore;
  /** The present state. */
  view(): RepositoryView;
  /** The state as it was; the oldest one kept when the age reaches further back. */
  viewBefore(age: Age): RepositoryView;
  /** Replaces parts of the record in one step. Every call is one write, and the state before it stays readable. */
  update(change: Partial<RepositoryRecord>): void;
}

const KEPT_STATES = 512;
const DEFAULT_BRANCH = "main";

/** A repository with one commit on its default branch. */
export function createRepository(site: Site, fullName: string): Repository {
  const [owner = "", name = ""] = fullName.split("/");
  const objects = createObjectStore();
  const states: { at: number; record: RepositoryRecord }[] = [];
  const present = (): RepositoryRecord => states.at(-1)?.record ?? emptyRecord();
  const seen = (record: RepositoryRecord): RepositoryView => ({ record, objects: objects.upTo(record.objectCount) });
  const repository: Repository = {
    site,
    id: site.nextId(),
    fullName,
    owner,
    name,
    defaultBranch: DEFAULT_BRANCH,
    createdAt: site.now(),
    objects,
    view: () => seen(present()),
    viewBefore: (age) => seen(stateBefore(states, age, site.now())),
    update(change) {
      states.push({ at: site.now().getTime(), record: { ...present(), ...change, objectCount: objects.size() } });
      if (states.length > KEPT_STATES) states.shift();
    },
  };
  repository.update({ refs: new Map([[`refs/heads/${DEFAULT_BRANCH}`, firstCommit(repository)]]) });
  return repository;
}

function stateBefore(
  states: readonly { at: number; record: RepositoryRecord }[],
  age: Age,
  now: Date,
): RepositoryRecord {
  const old =
    age.kind === "writes"
      ? states.at(-1 - Math.min(age.writes, states.length - 1))
      : states.findLast((state) => state.at <= now.getTime() - age.ms);
  return (old ?? states[0])?.record ?? emptyRecord();
}

function firstCommit(repository: Repository): string {
  const readme = repository.objects.add({ kind: "blob", content: Buffer.from(`# ${repository.name}\n`) });
  const tree = writeTree(repository.objects, new Map([["README.md", { mode: "100644", sha: readme }]]));
  const signature = {
    name: repository.owner,
    email: `${repository.owner}@users.noreply.github.com`,
    seconds: Math.floor(repository.createdAt.getTime() / 1000),
    offset: "+0000",
  };
  const message = "Initial commit";
  return repository.objects.add({
    kind: "commit",
    tree,
    parents: [],
    author: signature,
    committer: signature,
    message,
  });
}

function emptyRecord(): RepositoryRecord {
  return {
    refs: new Map(),
    objectCount: 0,
    immutableReleases: false,
    burnedTags: [],
    releases: [],
    latestReleaseId: undefined,
    workflows: [],
    runs: [],
    environments: [],
    deployments: [],
  };
}
