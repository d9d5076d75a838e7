import type { DeploymentRecord, DeploymentStatusRecord } from "../records.ts";

/**
 * The deployments after a status was added to one. With `auto_inactive` a success also marks the earlier deployments of
 * the same environment inactive, those that are neither transient nor production and stand at success.
 * https://docs.github.com/rest/deployments/statuses#create-a-deployment-status
 */
export function withStatus(
  deployments: readonly DeploymentRecord[],
  target: DeploymentRecord,
  status: DeploymentStatusRecord,
  nextId: (() => number) | undefined,
): DeploymentRecord[] {
  return deployments.map((deployment) => {
    if (deployment.id === target.id) return added({ ...deployment, environment: status.environment }, status);
    if (nextId === undefined || status.state !== "success" || !isReplaced(deployment, target, status))
      return deployment;
    return added(deployment, { ...status, id: nextId(), state: "inactive", description: "" });
  });
}

function isReplaced(deployment: DeploymentRecord, target: DeploymentRecord, status: DeploymentStatusRecord): boolean {
  const sameEnvironment = deployment.environment === status.environment;
  const kept = deployment.transient || deployment.production;
  return sameEnvironment && !kept && deployment.id < target.id && deployment.statuses.at(-1)?.state === "success";
}

function added(deployment: DeploymentRecord, status: DeploymentStatusRecord): DeploymentRecord {
  return { ...deployment, updatedAt: status.createdAt, statuses: [...deployment.statuses, status] };
}
