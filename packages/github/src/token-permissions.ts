import type { GitHubConnection } from "./connect.ts";
import { statusOf } from "./failures.ts";

/** What a job's `permissions:` names, as far as Fairway's actions need it. */
export type TokenPermission = "contents: read" | "contents: write" | "actions: read" | "deployments: write";

/** Whether a token has a permission; `unproven` when nothing short of a change would show it. */
export type PermissionAnswer = "granted" | "refused" | "unproven";

interface Seen {
  readonly headers: { readonly "x-oauth-scopes"?: string | undefined };
}

/** Scopes of a person's classic token that allow to write deployments. */
const DEPLOYMENT_SCOPE = /(?:^|, )repo(?:_deployment)?(?:,|$)/;

/**
 * What the token may do, found out without a change: each permission is tried with a request that needs it and stores nothing.
 * Of `contents: write` that is the generation of release notes, which "are not saved anywhere"
 * (https://docs.github.com/en/rest/releases/releases#generate-release-notes-content-for-a-release).
 */
export function openTokenPermissions(github: GitHubConnection) {
  const { octokit, at } = github;
  const { actions, repos } = octokit.rest;
  const tries: Readonly<Record<TokenPermission, () => Promise<PermissionAnswer>>> = {
    "contents: read": () => answerOf(repos.listReleases({ ...at, per_page: 1 })),
    "contents: write": () => answerOf(repos.generateReleaseNotes({ ...at, tag_name: "fairway-check-setup" })),
    "actions: read": () => answerOf(actions.listWorkflowRunsForRepo({ ...at, per_page: 1 })),
    // Only the scopes of a person's token tell that it may write; reading tells no more than that it may read.
    "deployments: write": () =>
      answerOf(repos.listDeployments({ ...at, per_page: 1 }), ({ headers }) =>
        DEPLOYMENT_SCOPE.test(headers["x-oauth-scopes"] ?? "") ? "granted" : "unproven",
      ),
  };
  return {
    allows: (permission: TokenPermission): Promise<PermissionAnswer> =>
      github.repeat(`try the permission ${permission}`, tries[permission]),
  };
}

/** GitHub answers 404 in place of 403 for what a token may not know of; 422 is an answer to somebody who may ask. */
async function answerOf(
  request: Promise<Seen>,
  judge: (seen: Seen) => PermissionAnswer = () => "granted",
): Promise<PermissionAnswer> {
  try {
    return judge(await request);
  } catch (error) {
    const status = statusOf(error);
    if (status === 404 || (status === 403 && isAboutPermission(error))) return "refused";
    if (status === 422) return "unproven";
    throw error;
  }
}

/** A 403 is also how GitHub answers too many requests. */
function isAboutPermission(error: unknown): boolean {
  const { response } = error as { response?: { headers: Readonly<Record<string, string | undefined>> } };
  const { "retry-after": wait, "x-ratelimit-remaining": left } = response?.headers ?? {};
  return wait === undefined && left !== "0" && !/rate limit/i.test((error as Error).message);
}
