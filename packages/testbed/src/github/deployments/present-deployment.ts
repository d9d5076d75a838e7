import { apiUrl, nodeId, presentUser } from "../present.ts";
import type { DeploymentRecord, DeploymentStatusRecord } from "../records.ts";
import type { Repository } from "../site.ts";
import { timestamp } from "../timestamp.ts";

/** A deployment, of `GET /deployments/...`. */
export function presentDeployment(repository: Repository, deployment: DeploymentRecord): Record<string, unknown> {
  const url = apiUrl(repository, `/deployments/${deployment.id}`);
  return {
    url,
    id: deployment.id,
    node_id: nodeId("Deployment", deployment.id),
    task: deployment.task,
    original_environment: deployment.environment,
    environment: deployment.environment,
    description: deployment.description,
    created_at: timestamp(deployment.createdAt),
    updated_at: timestamp(deployment.updatedAt),
    statuses_url: `${url}/statuses`,
    repository_url: apiUrl(repository),
    creator: presentUser(repository.site, deployment.creator),
    sha: deployment.sha,
    ref: deployment.ref,
    payload: deployment.payload,
    transient_environment: deployment.transient,
    production_environment: deployment.production,
  };
}

/** A status of a deployment. */
export function presentStatus(
  repository: Repository,
  deployment: DeploymentRecord,
  status: DeploymentStatusRecord,
): unknown {
  const url = apiUrl(repository, `/deployments/${deployment.id}`);
  return {
    url: `${url}/statuses/${status.id}`,
    id: status.id,
    node_id: nodeId("DeploymentStatus", status.id),
    state: status.state,
    creator: presentUser(repository.site, status.creator),
    description: status.description,
    environment: status.environment,
    target_url: status.logUrl,
    created_at: timestamp(status.createdAt),
    updated_at: timestamp(status.createdAt),
    deployment_url: url,
    repository_url: apiUrl(repository),
    environment_url: status.environmentUrl,
    log_url: status.logUrl,
  };
}
