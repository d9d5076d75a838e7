import type { Task as EcsTask } from "@aws-sdk/client-ecs";

import type { Task } from "./model.ts";

/** A task in Fairway's words. */
export function readTask(task: EcsTask): Task {
  return {
    arn: task.taskArn ?? "",
    taskDefinition: task.taskDefinitionArn ?? "",
    startedBy: task.startedBy,
    lastStatus: task.lastStatus ?? "",
    stopCode: task.stopCode,
    stoppedReason: task.stoppedReason,
    stoppedAt: task.stoppedAt,
    containers: (task.containers ?? []).map(({ name = "", image, imageDigest, exitCode, reason }) => ({
      name,
      image,
      imageDigest,
      exitCode,
      reason,
    })),
  };
}
