import { presentEnvironment, presentReviewers } from "../deployments/present-environment.ts";
import type { RepositoryCall } from "../http/call.ts";
import { notAccessible, unprocessable } from "../http/refusal.ts";
import { json, type Reply } from "../http/reply.ts";
import { requestBody } from "../http/request-body.ts";
import { repositoryRoutes } from "../http/router.ts";
import { presentUser } from "../present.ts";
import type { EnvironmentRecord } from "../records.ts";
import { requireRun } from "./action-routes.ts";
import { requireReviewable, reviewObstacle } from "./review-rules.ts";
import { updateRun } from "./run-book.ts";
import { presentAttempt, reviewed } from "./run-transitions.ts";

/** Reviews of runs that wait for an environment. https://docs.github.com/rest/actions/workflow-runs */
export const approvalRoutes = repositoryRoutes("actions/workflow-runs", [
  ["GET /actions/runs/{run}/approvals", "actions=read", listApprovals],
  ["GET /actions/runs/{run}/pending_deployments", "actions=read", listPending],
  ["POST /actions/runs/{run}/pending_deployments", "deployments=write", review],
]);

function listApprovals(call: RepositoryCall): Reply {
  const { approvals } = requireRun(call);
  return json(
    approvals.map(({ environments, state, comment, actor }) => ({
      environments: named(call, environments).map((environment) => briefly(call, environment)),
      state,
      user: presentUser(call.site, actor),
      comment,
    })),
  );
}

function listPending(call: RepositoryCall): Reply {
  const run = requireRun(call);
  return json(
    named(call, presentAttempt(run).pending).map((environment) => ({
      environment: briefly(call, environment),
      wait_timer: 0,
      wait_timer_started_at: null,
      current_user_can_approve: reviewObstacle(environment, run, call.actor.login) === undefined,
      reviewers: presentReviewers(call.repository, environment),
    })),
  );
}

/** A workflow's own token reviews nothing: a person's is needed. */
function review(call: RepositoryCall): Reply {
  if (call.actor.permissions !== undefined) throw notAccessible("deployments=write");
  const run = requireRun(call);
  const body = requestBody(call);
  const ids = body.list("environment_ids").map(Number);
  const state = body.text("state");
  if (state !== "approved" && state !== "rejected") throw unprocessable("state must be approved or rejected");
  const environments = call.view.record.environments.filter((environment) => ids.includes(environment.id));
  const names = environments.map(({ name }) => name);
  const given = { environments: names, state, comment: body.text("comment"), actor: call.actor.login } as const;
  try {
    requireReviewable(run, environments, given);
  } catch (error) {
    throw unprocessable(error instanceof Error ? error.message : String(error));
  }
  updateRun(call.repository, run.id, (before) => reviewed(before, given, call.site.now()));
  return json([]);
}

function named(call: RepositoryCall, names: readonly string[]): EnvironmentRecord[] {
  return call.view.record.environments.filter((environment) => names.includes(environment.name));
}

function briefly(call: RepositoryCall, environment: EnvironmentRecord): unknown {
  const shown = presentEnvironment(call.repository, environment);
  return Object.fromEntries(
    ["id", "node_id", "name", "url", "html_url", "created_at", "updated_at"].map((field) => [field, shown[field]]),
  );
}
