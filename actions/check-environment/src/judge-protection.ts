import type { EnvironmentProtection } from "./ports.ts";

/** What an environment lacks. One that does not exist lacks everything, which is said once. */
export type Lack = "environment" | "reviewers" | "branch-rule";

export interface ProtectionVerdict {
  readonly lacks: readonly Lack[];
}

/**
 * Whether an environment stops a run until somebody approves it, and takes none from just any branch: whoever may push a
 * branch may start the workflow file that is on it, with other steps behind the same approval. An environment that does not
 * exist is the worst: GitHub makes it, without any rule, as soon as a job names it.
 */
export function judgeProtection(protection: EnvironmentProtection | undefined): ProtectionVerdict {
  if (protection === undefined) return { lacks: ["environment"] };
  return {
    lacks: [
      ...(protection.reviewers.length > 0 ? [] : (["reviewers"] as const)),
      ...(protection.branchesRestricted ? [] : (["branch-rule"] as const)),
    ],
  };
}
