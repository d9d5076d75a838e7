import { accepts, parameter, type RepositoryCall } from "../http/call.ts";
import { pageOf, paged } from "../http/paging.ts";
import { notFound, unprocessable } from "../http/refusal.ts";
import { bytes, json, type Reply } from "../http/reply.ts";
import { repositoryRoutes } from "../http/router.ts";
import { apiUrl, htmlUrl } from "../present.ts";
import { treeChanges, type FileChange } from "./changes.ts";
import { commitsBetween, commitsFrom, mergeBase, resolveCommit, type NamedCommit } from "./history.ts";
import type { Objects } from "./object-store.ts";
import { presentCommit } from "./present-git.ts";
import { entryAt } from "./trees.ts";

/** Commits as history. https://docs.github.com/rest/commits/commits */
export const commitRoutes = repositoryRoutes("commits/commits", [
  ["GET /commits", "contents=read", listCommits],
  ["GET /commits/{ref+}", "contents=read", getCommit],
  ["GET /compare/{basehead+}", "contents=read", compare],
]);

function listCommits(call: RepositoryCall): Reply {
  const { objects } = call.view;
  const tip = resolveCommit(call.view, call.query.get("sha") ?? call.repository.defaultBranch);
  if (tip === undefined) throw notFound();
  const path = call.query.get("path");
  const [since, until] = [secondsOf(call.query.get("since")), secondsOf(call.query.get("until"))];
  const listed = commitsFrom(objects, [tip])
    .filter(({ commit }) => commit.committer.seconds >= (since ?? 0))
    .filter(({ commit }) => commit.committer.seconds <= (until ?? Number.POSITIVE_INFINITY))
    .filter((named) => path === null || touches(objects, named, path));
  return paged(call, listed, (named) => presentCommit(call.repository, named));
}

function secondsOf(text: string | null): number | undefined {
  return text === null ? undefined : Date.parse(text) / 1000;
}

function touches(objects: Objects, { commit }: NamedCommit, path: string): boolean {
  const at = (tree: string | undefined) => (tree === undefined ? undefined : entryAt(objects, tree, path)?.sha);
  return at(commit.tree) !== at(parentTree(objects, { commit }));
}

function parentTree(objects: Objects, { commit }: Pick<NamedCommit, "commit">): string | undefined {
  const [parent] = commit.parents;
  return parent === undefined ? undefined : objects.commit(parent)?.tree;
}

function getCommit(call: RepositoryCall): Reply {
  const revision = parameter(call, "ref");
  const named = resolveNamed(call, revision);
  if (named === undefined) throw unprocessable(`No commit found for SHA: ${revision}`);
  if (accepts(call, "sha")) return bytes(Buffer.from(named.sha), "application/vnd.github.sha; charset=utf-8");
  const files = treeChanges(call.view.objects, parentTree(call.view.objects, named), named.commit.tree);
  const [additions, deletions] = [sum(files, "additions"), sum(files, "deletions")];
  const { slice, headers } = pageOf(call, files);
  return json(
    {
      ...presentCommit(call.repository, named),
      stats: { additions, deletions, total: additions + deletions },
      files: slice.map((file) => presentChange(call, named.sha, file)),
    },
    200,
    headers,
  );
}

function sum(files: readonly FileChange[], field: "additions" | "deletions"): number {
  return files.reduce((total, file) => total + file[field], 0);
}

/** Compares from the merge base, as `git diff base...head` does. */
function compare(call: RepositoryCall): Reply {
  const basehead = parameter(call, "basehead");
  const [base, head] = basehead.split("...").map((revision) => resolveNamed(call, revision));
  if (base === undefined || head === undefined) throw notFound();
  const { objects } = call.view;
  const shared = mergeBase(objects, base.sha, head.sha);
  const ancestor = shared === undefined ? undefined : objects.commit(shared);
  if (shared === undefined || ancestor === undefined) throw notFound(`No common ancestor between ${basehead}.`);
  const ahead = commitsBetween(objects, base.sha, head.sha);
  const behind = commitsBetween(objects, head.sha, base.sha);
  const { slice, headers } = pageOf(call, ahead);
  const page = htmlUrl(call.repository, `/compare/${basehead}`);
  const body = {
    url: apiUrl(call.repository, `/compare/${basehead}`),
    html_url: page,
    permalink_url: htmlUrl(
      call.repository,
      `/compare/${call.repository.owner}:${base.sha}...${call.repository.owner}:${head.sha}`,
    ),
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    base_commit: presentCommit(call.repository, base),
    merge_base_commit: presentCommit(call.repository, { sha: shared, commit: ancestor }),
    status: statusOf(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: slice.map((named) => presentCommit(call.repository, named)),
    files: treeChanges(objects, ancestor.tree, head.commit.tree).map((file) => presentChange(call, head.sha, file)),
  };
  return json(body, 200, headers);
}

function statusOf(ahead: number, behind: number): "ahead" | "behind" | "diverged" | "identical" {
  if (ahead > 0) return behind > 0 ? "diverged" : "ahead";
  return behind > 0 ? "behind" : "identical";
}

function resolveNamed(call: RepositoryCall, revision: string): NamedCommit | undefined {
  const sha = resolveCommit(call.view, revision);
  const commit = sha === undefined ? undefined : call.view.objects.commit(sha);
  return sha === undefined || commit === undefined ? undefined : { sha, commit };
}

function presentChange(call: RepositoryCall, commit: string, change: FileChange): unknown {
  const { path, sha, status, additions, deletions } = change;
  return {
    sha,
    filename: path,
    status,
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: htmlUrl(call.repository, `/blob/${commit}/${path}`),
    raw_url: htmlUrl(call.repository, `/raw/${commit}/${path}`),
    contents_url: apiUrl(call.repository, `/contents/${path}?ref=${commit}`),
  };
}
