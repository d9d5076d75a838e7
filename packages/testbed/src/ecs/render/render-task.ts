import { type Account, arn, seconds, settingsOf } from "../account.ts";
import { launchOf } from "../settings.ts";
import { addressOf } from "../simulation/identity.ts";
import type { ContainerState, TaskState } from "../simulation/model.ts";

/** A task as DescribeTasks answers it. */
export function renderTask(account: Account, task: TaskState): object {
  return {
    taskArn: taskArn(account, task),
    clusterArn: arn(account, `cluster/${task.cluster}`),
    taskDefinitionArn: task.taskDefinition.arn,
    group: `service:${task.service}`,
    startedBy: `ecs-svc/${task.deployment}`,
    ...launchOf(settingsOf(account, { cluster: task.cluster, name: task.service })),
    connectivity: "CONNECTED",
    availabilityZone: `${account.naming.region}a`,
    attachments: [networkInterfaceOf(task)],
    tags: [],
    version: 1,
    lastStatus: task.lastStatus,
    desiredStatus: task.desiredStatus,
    healthStatus: task.health,
    containers: task.containers.map((container) => renderContainer(account, task, container)),
    ...datesOf(account, task),
    ...(task.stopCode !== undefined && { stopCode: task.stopCode, stoppedReason: task.stoppedReason }),
  };
}

/** Every task has a network interface of its own, as on Fargate and in awsvpc mode. */
function networkInterfaceOf(task: TaskState): object {
  const details = [{ name: "privateIPv4Address", value: addressOf(task) }];
  const status = task.lastStatus === "STOPPED" ? "DELETED" : "ATTACHED";
  return { id: attachmentIdOf(task), type: "ElasticNetworkInterface", status, details };
}

function attachmentIdOf({ id }: TaskState): string {
  return [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20, 32)].join("-");
}

/** The ARN of a task. */
export function taskArn(account: Account, task: TaskState): string {
  return arn(account, `task/${task.cluster}/${task.id}`);
}

function datesOf(account: Account, task: TaskState): Record<string, number> {
  const { createdAt, startedAt, stoppingAt, stoppedAt } = task;
  const known = { createdAt, startedAt, stoppingAt, stoppedAt };
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, at]) => (at === undefined ? [] : [[name, seconds(account, at)]])),
  );
}

function renderContainer(account: Account, task: TaskState, container: ContainerState): object {
  return {
    containerArn: `${arn(account, "container")}/${task.cluster}/${task.id}/${container.name}`,
    taskArn: taskArn(account, task),
    name: container.name,
    image: container.image,
    ...(container.imageDigest !== undefined && { imageDigest: container.imageDigest }),
    runtimeId: `${task.id}-${container.name}`,
    lastStatus: statusOf(task),
    healthStatus: task.health,
    networkInterfaces: [{ attachmentId: attachmentIdOf(task), privateIpv4Address: addressOf(task) }],
    ...(container.exitCode !== undefined && { exitCode: container.exitCode }),
    ...(container.reason !== undefined && { reason: container.reason }),
  };
}

function statusOf(task: TaskState): string {
  if (task.lastStatus === "RUNNING" || task.lastStatus === "DEACTIVATING") return "RUNNING";
  return task.desiredStatus === "STOPPED" ? "STOPPED" : "PENDING";
}
