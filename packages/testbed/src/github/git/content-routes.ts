import { accepts, type RepositoryCall } from "../http/call.ts";
import { notFound } from "../http/refusal.ts";
import { bytes, json, type Reply } from "../http/reply.ts";
import { repositoryRoutes } from "../http/router.ts";
import { apiUrl, htmlUrl } from "../present.ts";
import { resolveCommit } from "./history.ts";
import { base64Lines } from "./object-routes.ts";
import type { TreeEntry } from "./objects.ts";
import { entryAt } from "./trees.ts";

/** Files and folders of a commit. https://docs.github.com/rest/repos/contents */
export const contentRoutes = repositoryRoutes("repos/contents", [
  ["GET /contents/{path+}", "contents=read", getContents],
  ["GET /contents", "contents=read", getContents],
]);

function getContents(call: RepositoryCall): Reply {
  const path = call.params["path"] ?? "";
  const revision = call.query.get("ref") ?? call.repository.defaultBranch;
  const sha = resolveCommit(call.view, revision);
  const commit = sha === undefined ? undefined : call.view.objects.commit(sha);
  if (commit === undefined) throw notFound(`No commit found for the ref ${revision}`);
  const entry = entryAt(call.view.objects, commit.tree, path);
  if (entry === undefined) throw notFound();
  const content = call.view.objects.blob(entry.sha);
  if (content === undefined) return json(listFolder(call, entry, path));
  if (accepts(call, "raw")) return bytes(content, "application/vnd.github.raw; charset=utf-8");
  return json({ ...presentEntry(call, entry, path), content: base64Lines(content), encoding: "base64" });
}

function listFolder(call: RepositoryCall, folder: TreeEntry, path: string): unknown[] {
  const prefix = path === "" ? "" : `${path.replace(/\/$/, "")}/`;
  const entries = [...(call.view.objects.tree(folder.sha) ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.map((entry) => presentEntry(call, entry, `${prefix}${entry.name}`));
}

function presentEntry(call: RepositoryCall, entry: TreeEntry, path: string): Record<string, unknown> {
  const { repository, view } = call;
  const ref = call.query.get("ref") ?? repository.defaultBranch;
  const folder = entry.mode === "40000";
  const self = apiUrl(repository, `/contents/${path}?ref=${ref}`);
  const git = apiUrl(repository, `/git/${folder ? "trees" : "blobs"}/${entry.sha}`);
  const html = htmlUrl(repository, `/${folder ? "tree" : "blob"}/${ref}/${path}`);
  return {
    name: entry.name,
    path,
    sha: entry.sha,
    size: view.objects.blob(entry.sha)?.length ?? 0,
    url: self,
    html_url: html,
    git_url: git,
    download_url: folder ? null : htmlUrl(repository, `/raw/${ref}/${path}`),
    type: folder ? "dir" : "file",
    _links: { self, git, html },
  };
}
