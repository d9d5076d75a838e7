import { apiUrl, htmlUrl, nodeId, presentUser } from "../present.ts";
import type { EnvironmentRecord } from "../records.ts";
import type { Repository } from "../site.ts";
import { timestamp } from "../timestamp.ts";

/** An environment with its protection rules, of `GET /environments/...`. */
export function presentEnvironment(repository: Repository, environment: EnvironmentRecord): Record<string, unknown> {
  const { id, name, branchPolicy } = environment;
  const isProtected = branchPolicy === "protected";
  return {
    id,
    node_id: nodeId("Environment", id),
    name,
    url: apiUrl(repository, `/environments/${encodeURIComponent(name)}`),
    html_url: htmlUrl(repository, `/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`),
    created_at: timestamp(environment.createdAt),
    updated_at: timestamp(environment.createdAt),
    can_admins_bypass: true,
    protection_rules: protectionRules(repository, environment),
    deployment_branch_policy:
      branchPolicy === undefined ? null : { protected_branches: isProtected, custom_branch_policies: !isProtected },
  };
}

/** The reviewers as GitHub lists them; all of them are people here, no teams. */
export function presentReviewers(repository: Repository, environment: EnvironmentRecord): unknown[] {
  return environment.reviewers.map((login) => ({ type: "User", reviewer: presentUser(repository.site, login) }));
}

function protectionRules(repository: Repository, environment: EnvironmentRecord): unknown[] {
  const rules: unknown[] = [];
  const rule = (type: string) => ({ id: environment.id, node_id: nodeId("Gate", `${environment.id}:${type}`), type });
  if (environment.reviewers.length > 0) {
    const reviewers = presentReviewers(repository, environment);
    rules.push({ ...rule("required_reviewers"), prevent_self_review: environment.preventSelfReview, reviewers });
  }
  if (environment.branchPolicy !== undefined) rules.push(rule("branch_policy"));
  return rules;
}
