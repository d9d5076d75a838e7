import type { RepositoryView } from "../site.ts";
import type { Objects } from "./object-store.ts";
import type { CommitObject } from "./objects.ts";

export interface NamedCommit {
  readonly sha: string;
  readonly commit: CommitObject;
}

/** The commit behind a name: itself, or what an annotated tag leads to. Undefined for trees, blobs and unknown names. */
export function peelToCommit(objects: Objects, sha: string): string | undefined {
  const object = objects.get(sha);
  if (object?.kind === "tag") return peelToCommit(objects, object.object);
  return object?.kind === "commit" ? sha : undefined;
}

/** The commit that a branch, a tag, a ref name with or without `refs/`, or a SHA of four digits or more stands for. */
export function resolveCommit(view: RepositoryView, revision: string): string | undefined {
  const names = [`refs/heads/${revision}`, `refs/tags/${revision}`, `refs/${revision}`, revision];
  const ref = names.map((name) => view.record.refs.get(name)).find((sha) => sha !== undefined);
  if (ref !== undefined) return peelToCommit(view.objects, ref);
  if (!/^[0-9a-f]{4,40}$/.test(revision)) return undefined;
  const commits = view.objects.abbreviated(revision).filter((sha) => peelToCommit(view.objects, sha) !== undefined);
  return commits.length === 1 && commits[0] !== undefined ? peelToCommit(view.objects, commits[0]) : undefined;
}

/** Every commit that can be reached from the tips, newest committer date first, as `git log` lists them. */
export function commitsFrom(objects: Objects, tips: readonly string[]): NamedCommit[] {
  const queue: NamedCommit[] = [];
  const seen = new Set<string>();
  const enqueue = (sha: string): void => {
    const commit = seen.has(sha) ? undefined : objects.commit(sha);
    seen.add(sha);
    if (commit === undefined) return;
    const place = queue.findIndex((other) => other.commit.committer.seconds < commit.committer.seconds);
    queue.splice(place < 0 ? queue.length : place, 0, { sha, commit });
  };
  const listed: NamedCommit[] = [];
  tips.forEach(enqueue);
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    listed.push(next);
    next.commit.parents.forEach(enqueue);
  }
  return listed;
}

/** Whether `older` is `newer` or one of its ancestors. */
export function isAncestor(objects: Objects, older: string, newer: string): boolean {
  const seen = new Set<string>([newer]);
  for (const sha of seen) {
    if (sha === older) return true;
    for (const parent of objects.commit(sha)?.parents ?? []) seen.add(parent);
  }
  return false;
}

/** A best common ancestor: one that no other common ancestor descends from. Undefined for unrelated histories. */
export function mergeBase(objects: Objects, left: string, right: string): string | undefined {
  const ofRight = new Set(commitsFrom(objects, [right]).map(({ sha }) => sha));
  const common = commitsFrom(objects, [left])
    .map(({ sha }) => sha)
    .filter((sha) => ofRight.has(sha));
  return common.find((sha) => !common.some((other) => other !== sha && isAncestor(objects, sha, other)));
}

/** The commits of `tip` that `excluded` does not have, oldest first. */
export function commitsBetween(objects: Objects, excluded: string, tip: string): NamedCommit[] {
  const known = new Set(commitsFrom(objects, [excluded]).map(({ sha }) => sha));
  return commitsFrom(objects, [tip])
    .filter(({ sha }) => !known.has(sha))
    .reverse();
}
