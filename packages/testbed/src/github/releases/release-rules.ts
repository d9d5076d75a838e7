import { peelToCommit, resolveCommit } from "../git/history.ts";
import { isWellFormed } from "../git/ref-name.ts";
import { validationFailed, type FieldError } from "../http/refusal.ts";
import type { ReleaseRecord, RepositoryRecord } from "../records.ts";
import type { Repository, RepositoryView } from "../site.ts";
import { markAfter, type MakeLatest } from "./latest.ts";

const MAX_BODY = 125_000;

/**
 * The changes to a repository that put a release in its list, over an earlier state of it or as a new one. A published
 * release gets its tag, at the target, when there is none yet. Throws 422 for a tag that another published release has,
 * or that a deleted immutable release had.
 */
export function withRelease(
  repository: Repository,
  release: ReleaseRecord,
  makeLatest: MakeLatest,
): Pick<RepositoryRecord, "releases" | "refs" | "latestReleaseId"> {
  const view = repository.view();
  const { record } = view;
  requireValid(view, release);
  const refs = release.draft ? record.refs : refsWithTag(view, release);
  const placed = { ...release, createdAt: commitDate(view, release) };
  const releases = [placed, ...record.releases.filter((other) => other.id !== release.id)].sort(newestFirst);
  return { releases, refs, latestReleaseId: markAfter(record, placed, makeLatest) };
}

/** Throws 422 for what GitHub refuses in any release, draft or published. */
function requireValid(view: RepositoryView, release: ReleaseRecord): void {
  const errors: FieldError[] = [];
  if (release.tag === "" || !isWellFormed(`refs/tags/${release.tag}`)) {
    errors.push(custom("tag_name", "tag_name is not well-formed"));
  }
  if ((release.body ?? "").length > MAX_BODY) {
    errors.push(custom("body", `body is too long (maximum is ${MAX_BODY} characters)`));
  }
  if (tagCommit(view, release.tag) === undefined && targetCommit(view, release.target) === undefined) {
    errors.push({ resource: "Release", code: "invalid", field: "target_commitish" });
  }
  if (errors.length > 0) throw validationFailed(...errors);
}

function refsWithTag(view: RepositoryView, release: ReleaseRecord): ReadonlyMap<string, string> {
  const { record } = view;
  const name = `refs/tags/${release.tag}`;
  const taken = record.releases.some((other) => !other.draft && other.tag === release.tag && other.id !== release.id);
  if (taken) throw validationFailed({ resource: "Release", code: "already_exists", field: "tag_name" });
  if (record.burnedTags.includes(release.tag)) {
    throw validationFailed(custom("tag_name", "tag_name was used by an immutable release"), {
      resource: "Release",
      code: "custom",
      message: "Published releases must have a valid tag",
    });
  }
  if (record.refs.has(name)) return record.refs;
  const target = targetCommit(view, release.target);
  return target === undefined ? record.refs : new Map(record.refs).set(name, target);
}

/** A branch or a whole SHA; nothing else is a target. */
export function targetCommit(view: RepositoryView, target: string): string | undefined {
  const branch = view.record.refs.get(`refs/heads/${target.replace(/^refs\/heads\//, "")}`);
  if (branch !== undefined) return branch;
  return /^[0-9a-f]{40}$/.test(target) ? resolveCommit(view, target) : undefined;
}

/** The commit that an existing tag leads to. */
function tagCommit(view: RepositoryView, tag: string): string | undefined {
  const object = view.record.refs.get(`refs/tags/${tag}`);
  return object === undefined ? undefined : peelToCommit(view.objects, object);
}

function commitDate(view: RepositoryView, release: ReleaseRecord): Date {
  const sha = tagCommit(view, release.tag) ?? targetCommit(view, release.target);
  const commit = sha === undefined ? undefined : view.objects.commit(sha);
  return commit === undefined ? release.createdAt : new Date(commit.committer.seconds * 1000);
}

function newestFirst(a: ReleaseRecord, b: ReleaseRecord): number {
  return b.createdAt.getTime() - a.createdAt.getTime() || b.id - a.id;
}

function custom(field: string, message: string): FieldError {
  return { resource: "Release", code: "custom", field, message };
}
