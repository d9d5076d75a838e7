import { commitsBetween, commitsFrom, isAncestor, resolveCommit, type NamedCommit } from "../git/history.ts";
import { Refusal } from "../http/refusal.ts";
import { htmlUrl } from "../present.ts";
import type { Repository, RepositoryView } from "../site.ts";

export interface NotesRequest {
  readonly tag: string;
  readonly target: string | undefined;
  readonly previousTag: string | undefined;
}

/**
 * Release notes as GitHub generates them: the merged pull requests, known here by a commit subject that ends in their
 * number, and a link to the changes. Without a previous tag the nearest published release in the history counts.
 * https://docs.github.com/rest/releases/releases#generate-release-notes-content-for-a-release
 */
export function generateNotes(
  repository: Repository,
  view: RepositoryView,
  request: NotesRequest,
): { name: string; body: string } {
  const head =
    resolveCommit(view, `tags/${request.tag}`) ?? resolveCommit(view, request.target ?? repository.defaultBranch);
  if (head === undefined) throw new Refusal(422, "Invalid target_commitish parameter");
  const previous = request.previousTag ?? nearestReleaseTag(view, head, request.tag);
  const base = previous === undefined ? undefined : resolveCommit(view, `tags/${previous}`);
  if (request.previousTag !== undefined && base === undefined) throw new Refusal(422, "Invalid previous_tag parameter");
  const changes = changeList(repository, view, { base, head });
  const range = previous === undefined ? `commits/${request.tag}` : `compare/${previous}...${request.tag}`;
  return { name: request.tag, body: `${changes}**Full Changelog**: ${htmlUrl(repository, `/${range}`)}` };
}

function changeList(
  repository: Repository,
  { objects }: RepositoryView,
  range: { base: string | undefined; head: string },
): string {
  const { base, head } = range;
  const commits = base === undefined ? commitsFrom(objects, [head]) : commitsBetween(objects, base, head).reverse();
  const lines = commits.flatMap((named) => pullRequestLine(repository, named));
  return lines.length === 0 ? "" : `## What's Changed\n${lines.join("\n")}\n\n`;
}

function pullRequestLine(repository: Repository, { commit }: NamedCommit): string[] {
  const [subject = ""] = commit.message.split("\n");
  const found = /^(?<title>.+) \(#(?<number>\d+)\)$/.exec(subject)?.groups;
  if (found === undefined) return [];
  const link = htmlUrl(repository, `/pull/${found["number"]}`);
  return [`* ${found["title"]} by @${commit.author.name} in ${link}`];
}

function nearestReleaseTag(view: RepositoryView, head: string, tag: string): string | undefined {
  const published = view.record.releases.filter((release) => !release.draft && release.tag !== tag);
  const behind = published.flatMap((release) => {
    const commit = resolveCommit(view, `tags/${release.tag}`);
    return commit !== undefined && isAncestor(view.objects, commit, head) ? [{ release, commit }] : [];
  });
  const order = commitsFrom(view.objects, [head]).map(({ sha }) => sha);
  return behind.sort((a, b) => order.indexOf(a.commit) - order.indexOf(b.commit))[0]?.release.tag;
}
