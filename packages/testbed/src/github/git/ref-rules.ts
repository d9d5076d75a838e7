import { unprocessable } from "../http/refusal.ts";
import type { RepositoryRecord } from "../records.ts";
import type { RepositoryView } from "../site.ts";
import { isAncestor, peelToCommit } from "./history.ts";
import { requireRefName } from "./ref-name.ts";

type Refs = ReadonlyMap<string, string>;

/** The refs with one more. Throws 422 when the name is taken or malformed, or the object unknown. */
export function withNewRef(view: RepositoryView, name: string, sha: string): Refs {
  const { refs, burnedTags } = view.record;
  requireRefName(name);
  requireTarget(view, name, sha);
  if (refs.has(name)) throw unprocessable("Reference already exists");
  if ([...refs.keys()].some((other) => other.startsWith(`${name}/`) || name.startsWith(`${other}/`))) {
    throw unprocessable("Reference update failed");
  }
  if (burnedTags.some((tag) => name === `refs/tags/${tag}`))
    throw ruleViolation("Cannot create ref due to creations being restricted.");
  return new Map(refs).set(name, sha);
}

/** The refs with one moved. Without force only to a descendant, or to where it is already; otherwise throws 422. */
export function withMovedRef(view: RepositoryView, name: string, target: { sha: string; force: boolean }): Refs {
  const { refs } = view.record;
  const from = refs.get(name);
  if (from === undefined) throw unprocessable("Reference does not exist");
  requireTarget(view, name, target.sha);
  if (from === target.sha) return refs;
  if (isFrozenTag(view.record, name)) throw ruleViolation("Cannot update this protected ref.");
  if (!target.force && !isFastForward(view, from, target.sha)) throw unprocessable("Update is not a fast forward");
  return new Map(refs).set(name, target.sha);
}

/** The refs with one fewer. Throws 422 when there is no such ref, or a rule protects it. */
export function withoutRef(view: RepositoryView, name: string, defaultBranch: string): Refs {
  const { refs } = view.record;
  if (!refs.has(name)) throw unprocessable("Reference does not exist");
  if (name === `refs/heads/${defaultBranch}`) throw unprocessable("Cannot delete the default branch");
  if (isFrozenTag(view.record, name)) throw ruleViolation("Cannot delete this protected ref.");
  const left = new Map(refs);
  left.delete(name);
  return left;
}

/** A published immutable release freezes its tag. https://docs.github.com/code-security/concepts/supply-chain-security/immutable-releases */
function isFrozenTag(record: RepositoryRecord, name: string): boolean {
  return record.releases.some((release) => release.immutable && name === `refs/tags/${release.tag}`);
}

function requireTarget(view: RepositoryView, name: string, sha: string): void {
  if (!/^[0-9a-f]{40}$/.test(sha))
    throw unprocessable("The sha parameter must be exactly 40 characters and contain only [0-9a-f].");
  const object = view.objects.get(sha);
  if (object === undefined) throw unprocessable("Object does not exist");
  if (name.startsWith("refs/heads/") && object.kind !== "commit") throw unprocessable("Reference update failed");
}

function isFastForward(view: RepositoryView, from: string, to: string): boolean {
  const [older, newer] = [peelToCommit(view.objects, from), peelToCommit(view.objects, to)];
  return older !== undefined && newer !== undefined && isAncestor(view.objects, older, newer);
}

function ruleViolation(sentence: string): Error {
  return unprocessable(`Repository rule violations found\n\n${sentence}\n\n`);
}
