import { createHash } from "node:crypto";
import type { Repository, Site } from "./site.ts";
import { timestamp } from "./timestamp.ts";

/** Opaque to clients, as GitHub's are: the kind of thing and its id. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString("base64url");
}

/** Address of a repository's resource in the API. */
export function apiUrl(repository: Repository, path = ""): string {
  return `${repository.site.addresses.api}/repos/${repository.fullName}${path}`;
}

/** Address of a repository's page for people. */
export function htmlUrl(repository: Repository, path = ""): string {
  return `${repository.site.addresses.server}/${repository.fullName}${path}`;
}

/** GitHub's "simple user". Logins ending in `[bot]` are applications. */
export function presentUser(site: Site, login: string): Record<string, unknown> {
  const id = userId(login);
  const url = `${site.addresses.api}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: nodeId("User", id),
    avatar_url: `${site.addresses.server}/avatars/u/${id}`,
    gravatar_id: "",
    url,
    html_url: `${site.addresses.server}/${login.replace("[bot]", "")}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: login.endsWith("[bot]") ? "Bot" : "User",
    site_admin: false,
  };
}

/** GitHub's "minimal repository". */
export function presentRepository(repository: Repository): Record<string, unknown> {
  const { site, id, name, fullName, owner } = repository;
  return {
    id,
    node_id: nodeId("Repository", id),
    name,
    full_name: fullName,
    private: false,
    owner: presentUser(site, owner),
    html_url: htmlUrl(repository),
    description: null,
    fork: false,
    url: apiUrl(repository),
    ...repositoryLinks(repository),
    created_at: timestamp(repository.createdAt),
    updated_at: timestamp(repository.createdAt),
    pushed_at: timestamp(repository.createdAt),
    default_branch: repository.defaultBranch,
    visibility: "public",
    archived: false,
    disabled: false,
    permissions: { admin: false, maintain: false, push: true, triage: true, pull: true },
  };
}

const LINKS: Readonly<Record<string, string>> = {
  archive_url: "/{archive_format}{/ref}",
  assignees_url: "/assignees{/user}",
  blobs_url: "/git/blobs{/sha}",
  branches_url: "/branches{/branch}",
  collaborators_url: "/collaborators{/collaborator}",
  comments_url: "/comments{/number}",
  commits_url: "/commits{/sha}",
  compare_url: "/compare/{base}...{head}",
  contents_url: "/contents/{+path}",
  contributors_url: "/contributors",
  deployments_url: "/deployments",
  downloads_url: "/downloads",
  events_url: "/events",
  forks_url: "/forks",
  git_commits_url: "/git/commits{/sha}",
  git_refs_url: "/git/refs{/sha}",
  git_tags_url: "/git/tags{/sha}",
  hooks_url: "/hooks",
  issue_comment_url: "/issues/comments{/number}",
  issue_events_url: "/issues/events{/number}",
  issues_url: "/issues{/number}",
  keys_url: "/keys{/key_id}",
  labels_url: "/labels{/name}",
  languages_url: "/languages",
  merges_url: "/merges",
  milestones_url: "/milestones{/number}",
  notifications_url: "/notifications{?since,all,participating}",
  pulls_url: "/pulls{/number}",
  releases_url: "/releases{/id}",
  stargazers_url: "/stargazers",
  statuses_url: "/statuses/{sha}",
  subscribers_url: "/subscribers",
  subscription_url: "/subscription",
  tags_url: "/tags",
  teams_url: "/teams",
  trees_url: "/git/trees{/sha}",
};

function repositoryLinks(repository: Repository): Record<string, string> {
  return Object.fromEntries(Object.entries(LINKS).map(([name, path]) => [name, apiUrl(repository, path)]));
}

/** A number that is always the same for a login. */
function userId(login: string): number {
  return createHash("sha256").update(login).digest().readUInt32BE() % 100_000_000;
}
