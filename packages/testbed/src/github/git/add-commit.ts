import type { Repository } from "../site.ts";
import { accountSignature } from "./signature.ts";
import { readLeaves, without, writeTree, type Leaf } from "./trees.ts";

export interface CommitRequest {
  readonly message: string;
  /** Path to content, over the files of the first parent; null removes the path. */
  readonly files?: Readonly<Record<string, string | null>>;
  /** Path to mode for files that are not just read: a script is 100755, a link 120000 and its content the target. */
  readonly modes?: Readonly<Record<string, "100755" | "120000">>;
  /** The branch's tip unless told; an empty list begins a history of its own. */
  readonly parents?: readonly string[];
  /** The branch that moves to the commit, made when it is new; null moves none. The default branch unless told. */
  readonly branch?: string | null;
  /** Now unless told. */
  readonly date?: Date;
  /** Login of the author; the repository's owner unless told. */
  readonly author?: string;
}

/** Adds a commit as a push would. Throws when a parent is not a commit. */
export function addCommit(repository: Repository, request: CommitRequest): string {
  const { record, objects } = repository.view();
  const branch = request.branch === undefined ? repository.defaultBranch : request.branch;
  const tip = record.refs.get(`refs/heads/${branch}`) ?? record.refs.get(`refs/heads/${repository.defaultBranch}`);
  const parents = request.parents ?? (tip === undefined ? [] : [tip]);
  const trees = parents.map((parent) => {
    const commit = objects.commit(parent);
    if (commit === undefined) throw new Error(`${parent} is not a commit of ${repository.fullName}`);
    return commit.tree;
  });
  const [base] = trees;
  const before = base === undefined ? new Map<string, Leaf>() : readLeaves(objects, base);
  const leaves = withFiles(repository, before, request);
  const signature = accountSignature(request.author ?? repository.owner, request.date ?? repository.site.now());
  const tree = writeTree(repository.objects, leaves);
  const message = request.message;
  const sha = repository.objects.add({
    kind: "commit",
    tree,
    parents,
    author: signature,
    committer: signature,
    message,
  });
  repository.update(branch === null ? {} : { refs: new Map(record.refs).set(`refs/heads/${branch}`, sha) });
  return sha;
}

function withFiles(
  repository: Repository,
  leaves: Map<string, Leaf>,
  { files = {}, modes = {} }: CommitRequest,
): Map<string, Leaf> {
  let changed = leaves;
  for (const [path, content] of Object.entries(files)) {
    changed = without(changed, path);
    if (content === null) continue;
    const sha = repository.objects.add({ kind: "blob", content: Buffer.from(content) });
    changed.set(path, { mode: modes[path] ?? "100644", sha });
  }
  return changed;
}
