import type { Deployment as EcsDeployment, DeploymentConfiguration, Service as EcsService } from "@aws-sdk/client-ecs";

import type { Deployment, Service } from "./model.ts";

/** A service in Fairway's words. Members that ECS leaves out get the value that their absence means. */
export function readService(service: EcsService): Service {
  const { serviceName = "", serviceArn = "", status = "", taskDefinition = "", loadBalancers = [] } = service;
  const { deployments = [], events = [] } = service;
  return {
    name: serviceName,
    arn: serviceArn,
    status,
    taskDefinition,
    ...readCounts(service),
    controller: service.deploymentController?.type ?? "ECS",
    daemon: service.schedulingStrategy === "DAEMON",
    managedByEcs: service.resourceManagementType === "ECS",
    ...readConfiguration(service.deploymentConfiguration),
    loadBalanced: loadBalancers.length > 0,
    targetGroups: loadBalancers
      .flatMap((one) => [one.targetGroupArn, one.advancedConfiguration?.alternateTargetGroupArn])
      .filter((arn) => arn !== undefined),
    seededVolumes: deployments.filter(({ status }) => status === "PRIMARY").flatMap(readSeededVolumes),
    currentServiceDeployment: service.currentServiceDeployment,
    deployments: deployments.map(readDeployment),
    events: events.map(({ id = "", createdAt, message = "" }) => ({ id, at: createdAt, message })),
  };
}

function readConfiguration(configuration: DeploymentConfiguration | undefined) {
  const { deploymentCircuitBreaker: breaker, strategy = "ROLLING" } = configuration ?? {};
  return {
    strategy,
    circuitBreaker: { enabled: breaker?.enable ?? false, rollback: breaker?.rollback ?? false },
  };
}

function readDeployment(deployment: EcsDeployment): Deployment {
  const { id = "", status = "", taskDefinition = "", failedTasks = 0 } = deployment;
  const { rolloutState, rolloutStateReason, createdAt } = deployment;
  const rollout = { failedTasks, rolloutState, rolloutStateReason };
  return { id, status, taskDefinition, ...readCounts(deployment), ...rollout, createdAt };
}

function readSeededVolumes({ volumeConfigurations = [] }: EcsDeployment): string[] {
  const seeded = volumeConfigurations.filter(({ managedEBSVolume }) => managedEBSVolume?.snapshotId !== undefined);
  return seeded.map(({ name = "" }) => name);
}

function readCounts({ desiredCount = 0, runningCount = 0, pendingCount = 0 }: EcsService | EcsDeployment) {
  return { desiredCount, runningCount, pendingCount };
}
