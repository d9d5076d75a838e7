import { createObjectStore } from "./git/object-store.ts";
import { accountSignature } from "./git/signature.ts";
import { writeTree } from "./git/trees.ts";
import type { RepositoryRecord } from "./records.ts";
import type { Age, Repository, RepositoryView, Site } from "./site.ts";

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
  const signature = accountSignature(repository.owner, repository.createdAt);
  const people = { author: signature, committer: signature };
  return repository.objects.add({ kind: "commit", tree, parents: [], ...people, message: "Initial commit" });
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
