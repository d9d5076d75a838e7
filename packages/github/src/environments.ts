import type { GitHubConnection } from "./connect.ts";
import { statusOf } from "./failures.ts";

/** How a GitHub environment is protected. */
export interface EnvironmentProtection {
  /** Names of the required reviewers, users and teams; empty when anybody's run passes. */
  readonly reviewers: readonly string[];
  /** Whether only protected branches, or branches and tags of certain names, may deploy to it. */
  readonly branchesRestricted: boolean;
}

/** Environments of the repository, read only. */
export function openEnvironments(github: GitHubConnection) {
  return {
    /** Undefined when the environment does not exist; naming it in a job would then create it without any protection. */
    protectionOf: (name: string): Promise<EnvironmentProtection | undefined> =>
      github.repeat(`read the environment ${name}`, async () => {
        try {
          const { data } = await github.octokit.rest.repos.getEnvironment({ ...github.at, environment_name: name });
          const reviewers = (data.protection_rules ?? []).flatMap((rule) =>
            "reviewers" in rule ? (rule.reviewers ?? []) : [],
          );
          return { reviewers: reviewers.map(nameOf), branchesRestricted: data.deployment_branch_policy !== null };
        } catch (error) {
          if (statusOf(error) === 404) return undefined;
          throw error;
        }
      }),
  };
}

function nameOf({ reviewer }: { reviewer?: object }): string {
  if (reviewer !== undefined && "login" in reviewer) return String(reviewer.login);
  return reviewer !== undefined && "slug" in reviewer ? String(reviewer.slug) : "somebody";
}
