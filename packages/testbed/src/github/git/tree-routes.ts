import { parameter, type RepositoryCall } from "../http/call.ts";
import { notFound, unprocessable } from "../http/refusal.ts";
import { json, type Reply } from "../http/reply.ts";
import { entryFields, requestBody, type RequestBody } from "../http/request-body.ts";
import { repositoryRoutes } from "../http/router.ts";
import { apiUrl } from "../present.ts";
import { resolveCommit } from "./history.ts";
import type { Objects, ObjectStore } from "./object-store.ts";
import { presentTreeEntry } from "./present-git.ts";
import { readLeaves, without, writeTree, type Leaf } from "./trees.ts";

/** Trees. https://docs.github.com/rest/git/trees */
export const treeRoutes = repositoryRoutes("git/trees", [
  ["GET /git/trees/{tree+}", "contents=read", getTree],
  ["POST /git/trees", "contents=write; contents=write,workflows=write", createTree],
]);

const MODES = ["100644", "100755", "040000", "160000", "120000"];

/** The name may be that of a tree, or of a commit or ref, whose tree is meant then. */
function getTree(call: RepositoryCall): Reply {
  const name = parameter(call, "tree");
  const { objects } = call.view;
  const commit = resolveCommit(call.view, name);
  const sha = commit === undefined ? name : (objects.commit(commit)?.tree ?? name);
  if (objects.tree(sha) === undefined) throw notFound();
  return json(presentTree(call, sha, call.query.has("recursive")));
}

function createTree(call: RepositoryCall): Reply {
  const body = requestBody(call);
  const { objects } = call.view;
  const entries = body.list("tree");
  const base = body.optionalText("base_tree");
  const baseTree = base === undefined ? undefined : (objects.commit(base)?.tree ?? base);
  if (baseTree !== undefined && objects.tree(baseTree) === undefined) throw notFound();
  if (entries.length === 0) throw unprocessable("Invalid tree info");
  let leaves = baseTree === undefined ? new Map<string, Leaf>() : readLeaves(objects, baseTree);
  for (const entry of entries) leaves = withEntry(call.repository.objects, leaves, entryFields(entry));
  const sha = writeTree(call.repository.objects, leaves);
  call.repository.update({});
  return json(presentTree(call, sha, false), 201, { location: apiUrl(call.repository, `/git/trees/${sha}`) });
}

function withEntry(store: ObjectStore, leaves: Map<string, Leaf>, entry: RequestBody): Map<string, Leaf> {
  const path = entry.text("path");
  if (path.startsWith("/") || path.split("/").some((part) => ["", ".", "..", ".git"].includes(part))) {
    throw unprocessable("tree.path contains a malformed path component");
  }
  const left = without(leaves, path);
  if (entry.has("sha") && entry.raw("sha") === null) return left;
  const mode = entry.text("mode");
  if (!MODES.includes(mode)) throw unprocessable("Must supply a valid tree.mode");
  const sha = entry.optionalText("sha") ?? store.add({ kind: "blob", content: Buffer.from(entry.text("content")) });
  requireObject(store, mode, sha);
  if (mode !== "040000") return left.set(path, { mode, sha });
  for (const [below, leaf] of readLeaves(store, sha, `${path}/`)) left.set(below, leaf);
  return left;
}

function requireObject(objects: Objects, mode: string, sha: string): void {
  const wanted = mode === "040000" ? "tree" : "blob";
  if (mode !== "160000" && objects.get(sha)?.kind !== wanted)
    throw unprocessable(`tree.sha ${sha} is not a valid ${wanted}`);
}

function presentTree(call: RepositoryCall, sha: string, recursive: boolean): unknown {
  const { objects } = call.repository.view();
  const url = apiUrl(call.repository, `/git/trees/${sha}`);
  const entries = recursive ? entriesBelow(objects, sha, "") : entriesOf(objects, sha, "");
  return {
    sha,
    url,
    tree: entries.map((entry) => presentTreeEntry(call.repository, objects, entry)),
    truncated: false,
  };
}

type PathEntry = Leaf & { readonly path: string };

function entriesOf(objects: Objects, sha: string, prefix: string): PathEntry[] {
  return (objects.tree(sha) ?? [])
    .map((entry) => ({ mode: entry.mode, sha: entry.sha, path: `${prefix}${entry.name}` }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function entriesBelow(objects: Objects, sha: string, prefix: string): PathEntry[] {
  return entriesOf(objects, sha, prefix).flatMap((entry) =>
    entry.mode === "40000" ? [entry, ...entriesBelow(objects, entry.sha, `${entry.path}/`)] : [entry],
  );
}
