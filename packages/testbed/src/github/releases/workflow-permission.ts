import { mayDo } from "../access.ts";
import { readLeaves } from "../git/trees.ts";
import type { RepositoryCall } from "../http/call.ts";
import { notAccessible } from "../http/refusal.ts";
import { targetCommit } from "./release-rules.ts";

const ACCEPTED = "contents=write; contents=write,workflows=write";

/**
 * Throws 403 when a release names a target whose workflow files differ from the default branch's and the token has no
 * `workflows` permission, which a workflow's own token can never have. A release without a target, on a tag that is
 * there already, passes. https://docs.github.com/rest/releases/releases#create-a-release
 */
export function requireWorkflowPermission(call: RepositoryCall, target: string | undefined): void {
  if (target === undefined || mayDo(call.actor, "workflows=write")) return;
  const commit = targetCommit(call.view, target);
  const head = call.view.record.refs.get(`refs/heads/${call.repository.defaultBranch}`);
  if (commit === undefined || head === undefined) return;
  const known = workflowFiles(call, head);
  const changed = [...workflowFiles(call, commit)].some(([path, sha]) => known.get(path) !== sha);
  if (changed) throw notAccessible(ACCEPTED);
}

function workflowFiles(call: RepositoryCall, commit: string): Map<string, string> {
  const tree = call.view.objects.commit(commit)?.tree ?? "";
  const leaves = [...readLeaves(call.view.objects, tree)];
  return new Map(
    leaves.filter(([path]) => path.startsWith(".github/workflows/")).map(([path, leaf]) => [path, leaf.sha]),
  );
}
