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
    addresses: readAddresses(task),
    containerInstance: task.containerInstanceArn,
    hostPorts: (task.containers ?? []).flatMap(({ networkBindings = [] }) =>
      networkBindings.flatMap(({ hostPort }) => hostPort ?? []),
    ),
    containers: (task.containers ?? []).map(({ name = "", image, imageDigest, exitCode, reason }) => ({
      name,
      image,
      imageDigest,
      exitCode,
      reason,
    })),
  };
}

const ADDRESSES = new Set(["privateIPv4Address", "privateIPv6Address"]);

function readAddresses({ attachments = [] }: EcsTask): string[] {
  const details = attachments.flatMap((attachment) => attachment.details ?? []);
  return details.flatMap(({ name = "", value }) => (ADDRESSES.has(name) && value !== undefined ? [value] : []));
}
