import type { EnvironmentRecord, RunRecord } from "../records.ts";
import { presentAttempt, type Review } from "./run-transitions.ts";

/** Why somebody may not review a run for an environment; undefined when they may. */
export function reviewObstacle(
  environment: EnvironmentRecord | undefined,
  run: RunRecord,
  actor: string,
): string | undefined {
  if (environment === undefined) return "the environment does not exist";
  if (!environment.reviewers.includes(actor)) return `${actor} is not a required reviewer of ${environment.name}`;
  const own = presentAttempt(run).actor === actor;
  if (environment.preventSelfReview && own)
    return `${actor} started the run, and ${environment.name} prevents self-review`;
  return undefined;
}

/** Whether a branch may deploy to an environment. A pattern's `*` stands for any characters but a slash. */
export function admitsBranch(environment: EnvironmentRecord, branch: string | null, defaultBranch: string): boolean {
  const policy = environment.branchPolicy;
  if (policy === undefined) return true;
  if (policy === "protected") return branch === defaultBranch;
  const escaped = policy.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("*", "[^/]*");
  return new RegExp(`^${escaped}$`).test(branch ?? "");
}

/** Throws unless the review's environments are waited for and the reviewer may decide on each. */
export function requireReviewable(run: RunRecord, environments: readonly EnvironmentRecord[], review: Review): void {
  const { pending } = presentAttempt(run);
  if (review.environments.length === 0) throw new Error(`run ${run.id} waits for nobody`);
  for (const name of review.environments) {
    const unasked = pending.includes(name) ? undefined : `run ${run.id} does not wait for ${name}`;
    const environment = environments.find((other) => other.name === name);
    const obstacle = unasked ?? reviewObstacle(environment, run, review.actor);
    if (obstacle !== undefined) throw new Error(obstacle);
  }
}
