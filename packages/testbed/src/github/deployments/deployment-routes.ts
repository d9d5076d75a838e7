import { isAncestor, resolveCommit } from "../git/history.ts";
import { parameter, type RepositoryCall } from "../http/call.ts";
import { paged } from "../http/paging.ts";
import { invalidRequest, notFound, Refusal, unprocessable } from "../http/refusal.ts";
import { json, type Reply } from "../http/reply.ts";
import { requestBody, type RequestBody } from "../http/request-body.ts";
import { repositoryRoutes } from "../http/router.ts";
import type { DeploymentRecord, DeploymentState, DeploymentStatusRecord } from "../records.ts";
import { ensureEnvironment } from "./environment-book.ts";
import { presentDeployment, presentStatus } from "./present-deployment.ts";
import { withStatus } from "./status-rules.ts";

const STATES: readonly DeploymentState[] = [
  "error",
  "failure",
  "inactive",
  "in_progress",
  "queued",
  "pending",
  "success",
];
const MAX_DESCRIPTION = 140;

/** Deployments and their statuses. https://docs.github.com/rest/deployments/deployments */
export const deploymentRoutes = repositoryRoutes("deployments/deployments", [
  ["GET /deployments", "deployments=read", listDeployments],
  ["POST /deployments", "deployments=write", createDeployment],
  ["GET /deployments/{id}", "deployments=read", getDeployment],
  ["GET /deployments/{id}/statuses", "deployments=read", listStatuses],
  ["POST /deployments/{id}/statuses", "deployments=write", createStatus],
  ["GET /deployments/{id}/statuses/{status}", "deployments=read", getStatus],
]);

function listDeployments(call: RepositoryCall): Reply {
  const wants = (name: string, value: string) => (call.query.get(name) ?? value) === value;
  const found = call.view.record.deployments.filter(
    ({ sha, ref, task, environment }) =>
      wants("sha", sha) && wants("ref", ref) && wants("task", task) && wants("environment", environment),
  );
  return paged(call, found, (deployment) => presentDeployment(call.repository, deployment));
}

function getDeployment(call: RepositoryCall): Reply {
  return json(presentDeployment(call.repository, requireDeployment(call)));
}

function createDeployment(call: RepositoryCall): Reply {
  const body = requestBody(call);
  const ref = body.text("ref");
  const sha = resolveCommit(call.view, ref);
  if (sha === undefined) throw unprocessable(`No ref found for: ${ref}`);
  if (body.optionalFlag("auto_merge") ?? true) requireUpToDate(call, ref, sha);
  const environment = ensureEnvironment(call.repository, body.optionalText("environment") ?? "production").name;
  const now = call.site.now();
  const deployment: DeploymentRecord = {
    id: call.site.nextId(),
    sha,
    ref,
    task: body.optionalText("task") ?? "deploy",
    payload: body.raw("payload") ?? {},
    environment,
    description: body.optionalText("description") ?? null,
    creator: call.actor.login,
    transient: body.optionalFlag("transient_environment") ?? false,
    production: body.optionalFlag("production_environment") ?? environment === "production",
    createdAt: now,
    updatedAt: now,
    statuses: [],
  };
  call.repository.update({ deployments: [deployment, ...call.repository.view().record.deployments] });
  return json(presentDeployment(call.repository, deployment), 201);
}

/** GitHub would merge the default branch into a branch that is behind it; here that always counts as a conflict. */
function requireUpToDate(call: RepositoryCall, ref: string, sha: string): void {
  const { refs } = call.view.record;
  const head = refs.get(`refs/heads/${call.repository.defaultBranch}`);
  if (head === undefined || !refs.has(`refs/heads/${ref}`) || isAncestor(call.view.objects, head, sha)) return;
  throw new Refusal(409, `Conflict merging ${call.repository.defaultBranch} into ${ref}.`);
}

function requireDeployment(call: RepositoryCall): DeploymentRecord {
  const id = parameter(call, "id");
  const found = call.view.record.deployments.find((deployment) => String(deployment.id) === id);
  if (found === undefined) throw notFound();
  return found;
}

/** Newest first. */
function listStatuses(call: RepositoryCall): Reply {
  const deployment = requireDeployment(call);
  return paged(call, deployment.statuses.toReversed(), (status) => presentStatus(call.repository, deployment, status));
}

function getStatus(call: RepositoryCall): Reply {
  const deployment = requireDeployment(call);
  const status = deployment.statuses.find(({ id }) => String(id) === parameter(call, "status"));
  if (status === undefined) throw notFound();
  return json(presentStatus(call.repository, deployment, status));
}

function createStatus(call: RepositoryCall): Reply {
  const deployment = requireDeployment(call);
  const body = requestBody(call);
  const description = body.optionalText("description") ?? "";
  if (description.length > MAX_DESCRIPTION)
    throw unprocessable(`description is too long (maximum is ${MAX_DESCRIPTION} characters)`);
  const status: DeploymentStatusRecord = {
    id: call.site.nextId(),
    state: readState(body),
    description,
    environment: body.optionalText("environment") ?? deployment.environment,
    environmentUrl: body.optionalText("environment_url") ?? "",
    logUrl: body.optionalText("log_url") ?? body.optionalText("target_url") ?? "",
    creator: call.actor.login,
    createdAt: call.site.now(),
  };
  const autoInactive = body.optionalFlag("auto_inactive") ?? true;
  const { deployments } = call.view.record;
  const nextId = () => call.site.nextId();
  call.repository.update({
    deployments: withStatus(deployments, deployment, status, autoInactive ? nextId : undefined),
  });
  return json(presentStatus(call.repository, deployment, status), 201);
}

function readState(body: RequestBody): DeploymentState {
  const given = body.text("state");
  const state = STATES.find((known) => known === given);
  if (state === undefined)
    throw invalidRequest(`For 'properties/state', "${given}" is not a member of ${JSON.stringify(STATES)}.`);
  return state;
}
