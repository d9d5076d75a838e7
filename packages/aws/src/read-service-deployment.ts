import type { DeploymentLifecycleHookDetail, ServiceDeployment as EcsServiceDeployment } from "@aws-sdk/client-ecs";

import type { ServiceDeployment } from "./model.ts";

/** A service deployment in Fairway's words. */
export function readServiceDeployment(deployment: EcsServiceDeployment): ServiceDeployment {
  const { serviceDeploymentArn = "", status = "", rollback, lifecycleHookDetails } = deployment;
  const { arn: revisionArn, requestedProductionTrafficWeight: trafficPercent } = deployment.targetServiceRevision ?? {};
  return {
    arn: serviceDeploymentArn,
    revisionArn,
    status,
    statusReason: deployment.statusReason,
    stage: deployment.lifecycleStage,
    trafficPercent,
    rollback: rollback === undefined ? undefined : { reason: rollback.reason },
    failureCount: deployment.deploymentCircuitBreaker?.failureCount ?? 0,
    triggeredAlarms: deployment.alarms?.triggeredAlarmNames ?? [],
    awaitingHook: readAwaitingHook(lifecycleHookDetails),
  };
}

function readAwaitingHook(hooks: readonly DeploymentLifecycleHookDetail[] = []): ServiceDeployment["awaitingHook"] {
  const hook = hooks.find(({ status }) => status === "AWAITING_ACTION");
  return hook === undefined ? undefined : { id: hook.hookId ?? "", expiresAt: hook.expiresAt };
}
