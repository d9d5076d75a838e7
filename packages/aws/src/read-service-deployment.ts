import type { ServiceDeployment as EcsServiceDeployment } from "@aws-sdk/client-ecs";

import type { ServiceDeployment } from "./model.ts";

/** A service deployment in Fairway's words. */
export function readServiceDeployment(deployment: EcsServiceDeployment): ServiceDeployment {
  const { rollback, lifecycleHookDetails = [] } = deployment;
  const awaiting = lifecycleHookDetails.find((hook) => hook.status === "AWAITING_ACTION");
  return {
    arn: deployment.serviceDeploymentArn ?? "",
    revisionArn: deployment.targetServiceRevision?.arn,
    status: deployment.status ?? "",
    statusReason: deployment.statusReason,
    stage: deployment.lifecycleStage,
    rollback: rollback === undefined ? undefined : { reason: rollback.reason },
    triggeredAlarms: deployment.alarms?.triggeredAlarmNames ?? [],
    awaitingHook: awaiting === undefined ? undefined : { id: awaiting.hookId ?? "", expiresAt: awaiting.expiresAt },
  };
}
