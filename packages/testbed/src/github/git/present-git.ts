import { apiUrl, htmlUrl, nodeId, presentUser } from "../present.ts";
import type { Repository, Site } from "../site.ts";
import { timestamp } from "../timestamp.ts";
import type { NamedCommit } from "./history.ts";
import type { Objects } from "./object-store.ts";
import type { Signature } from "./objects.ts";

const UNSIGNED = { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null };

/** A ref, of `GET /git/ref/...`. */
export function presentRef(repository: Repository, objects: Objects, pair: readonly [string, string]): unknown {
  const [ref, sha] = pair;
  const type = objects.get(sha)?.kind ?? "commit";
  return {
    ref,
    node_id: nodeId("Ref", `${repository.id}:${ref}`),
    url: apiUrl(repository, `/git/${ref}`),
    object: { sha, type, url: apiUrl(repository, `/git/${type}s/${sha}`) },
  };
}

/** A git commit, of `GET /git/commits/...`. */
export function presentGitCommit(repository: Repository, { sha, commit }: NamedCommit): Record<string, unknown> {
  return {
    sha,
    node_id: nodeId("Commit", sha),
    url: apiUrl(repository, `/git/commits/${sha}`),
    html_url: htmlUrl(repository, `/commit/${sha}`),
    author: presentSignature(commit.author),
    committer: presentSignature(commit.committer),
    tree: { sha: commit.tree, url: apiUrl(repository, `/git/trees/${commit.tree}`) },
    message: commit.message,
    parents: commit.parents.map((parent) => ({
      sha: parent,
      url: apiUrl(repository, `/git/commits/${parent}`),
      html_url: htmlUrl(repository, `/commit/${parent}`),
    })),
    verification: UNSIGNED,
  };
}

/** A commit, of `GET /commits`: the git commit inside, and the accounts of its people outside. */
export function presentCommit(repository: Repository, { sha, commit }: NamedCommit): Record<string, unknown> {
  const { author, committer, tree, message } = presentGitCommit(repository, { sha, commit });
  const url = apiUrl(repository, `/git/commits/${sha}`);
  return {
    sha,
    node_id: nodeId("Commit", sha),
    commit: { author, committer, message, tree, url, comment_count: 0, verification: UNSIGNED },
    url: apiUrl(repository, `/commits/${sha}`),
    html_url: htmlUrl(repository, `/commit/${sha}`),
    comments_url: apiUrl(repository, `/commits/${sha}/comments`),
    author: accountOf(repository.site, commit.author),
    committer: accountOf(repository.site, commit.committer),
    parents: commit.parents.map((parent) => ({
      sha: parent,
      url: apiUrl(repository, `/commits/${parent}`),
      html_url: htmlUrl(repository, `/commit/${parent}`),
    })),
  };
}

/** The signature with its moment in UTC. */
export function presentSignature({ name, email, seconds }: Signature): { name: string; email: string; date: string } {
  return { name, email, date: timestamp(new Date(seconds * 1000)) };
}

/** A tag object, of `GET /git/tags/...`. Undefined when there is none of that name. */
export function presentTagObject(repository: Repository, objects: Objects, sha: string): unknown {
  const tag = objects.tag(sha);
  if (tag === undefined) return undefined;
  const type = tag.objectKind;
  return {
    node_id: nodeId("Tag", sha),
    sha,
    url: apiUrl(repository, `/git/tags/${sha}`),
    tag: tag.name,
    message: tag.message,
    tagger: presentSignature(tag.tagger),
    object: { sha: tag.object, type, url: apiUrl(repository, `/git/${type}s/${tag.object}`) },
    verification: UNSIGNED,
  };
}

/** A tree's entries with GitHub's spelling of modes. */
export function presentTreeEntry(
  repository: Repository,
  objects: Objects,
  entry: { mode: string; path: string; sha: string },
): unknown {
  const type = entry.mode === "40000" ? "tree" : entry.mode === "160000" ? "commit" : "blob";
  return {
    path: entry.path,
    mode: entry.mode.padStart(6, "0"),
    type,
    sha: entry.sha,
    ...(type === "blob" ? { size: objects.blob(entry.sha)?.length ?? 0 } : {}),
    ...(type === "commit" ? {} : { url: apiUrl(repository, `/git/${type}s/${entry.sha}`) }),
  };
}

/** The account with the noreply address of a signature; an author of any other address has none here. */
function accountOf(site: Site, { email }: Signature): unknown {
  const login = /^(?:\d+\+)?(?<login>.+)@users\.noreply\.github\.com$/.exec(email)?.groups?.["login"];
  return login === undefined ? null : presentUser(site, login);
}
