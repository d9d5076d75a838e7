import { parameter, type RepositoryCall } from "../http/call.ts";
import { paged } from "../http/paging.ts";
import { notFound } from "../http/refusal.ts";
import { json, type Reply } from "../http/reply.ts";
import { repositoryRoutes } from "../http/router.ts";
import { apiUrl, htmlUrl, nodeId, presentRepository } from "../present.ts";
import { peelToCommit } from "./history.ts";
import { presentCommit } from "./present-git.ts";

/** Branches and tags as lists of names, and the repository itself. https://docs.github.com/rest/branches/branches */
export const branchRoutes = repositoryRoutes("branches/branches", [
  ["GET /branches", "contents=read", listBranches],
  ["GET /branches/{branch+}", "contents=read", getBranch],
  ["GET /tags", "contents=read", listTags],
  ["GET ", "metadata=read", getRepository],
]);

function getRepository(call: RepositoryCall): Reply {
  return json({
    ...presentRepository(call.repository),
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    subscribers_count: 0,
    network_count: 0,
    open_issues: 0,
    open_issues_count: 0,
    size: 0,
    language: null,
    license: null,
    homepage: null,
    mirror_url: null,
    topics: [],
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    clone_url: `${htmlUrl(call.repository)}.git`,
    git_url: `${htmlUrl(call.repository)}.git`.replace(/^https?:/, "git:"),
    ssh_url: `git@${new URL(call.site.addresses.server).hostname}:${call.repository.fullName}.git`,
    svn_url: htmlUrl(call.repository),
  });
}

function listBranches(call: RepositoryCall): Reply {
  return paged(call, named(call, "refs/heads/"), ([name, sha]) => ({
    name,
    commit: { sha, url: apiUrl(call.repository, `/commits/${sha}`) },
    protected: false,
  }));
}

function getBranch(call: RepositoryCall): Reply {
  const name = parameter(call, "branch");
  const sha = call.view.record.refs.get(`refs/heads/${name}`);
  const commit = sha === undefined ? undefined : call.view.objects.commit(sha);
  if (sha === undefined || commit === undefined) throw notFound("Branch not found");
  const self = apiUrl(call.repository, `/branches/${name}`);
  return json({
    name,
    commit: presentCommit(call.repository, { sha, commit }),
    _links: { self, html: htmlUrl(call.repository, `/tree/${name}`) },
    protected: false,
    protection: { enabled: false, required_status_checks: { enforcement_level: "off", contexts: [], checks: [] } },
    protection_url: `${self}/protection`,
  });
}

/** In reverse order of names, which is what the site's own list comes to for versions of equal length. */
function listTags(call: RepositoryCall): Reply {
  const tags = named(call, "refs/tags/").reverse();
  return paged(call, tags, ([name, object]) => {
    const sha = peelToCommit(call.view.objects, object) ?? object;
    return {
      name,
      zipball_url: apiUrl(call.repository, `/zipball/refs/tags/${name}`),
      tarball_url: apiUrl(call.repository, `/tarball/refs/tags/${name}`),
      commit: { sha, url: apiUrl(call.repository, `/commits/${sha}`) },
      node_id: nodeId("Ref", `${call.repository.id}:refs/tags/${name}`),
    };
  });
}

function named(call: RepositoryCall, prefix: string): [string, string][] {
  return [...call.view.record.refs]
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, sha]): [string, string] => [name.slice(prefix.length), sha])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
