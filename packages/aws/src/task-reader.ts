import { DescribeContainerInstancesCommand, DescribeTasksCommand, ListTasksCommand } from "@aws-sdk/client-ecs";

import type { EcsConnection } from "./ecs-connection.ts";
import type { ServiceTarget, Task } from "./model.ts";
import { readTask } from "./read-task.ts";

/** One DescribeTasks takes at most this many. */
const PAGE = 100;

/** Up to 100 tasks of a service, those that run or those that stopped within about the last hour. */
export async function readTasks(
  connection: EcsConnection,
  target: ServiceTarget,
  desiredStatus: "RUNNING" | "STOPPED",
): Promise<Task[]> {
  const { cluster, service: serviceName } = target;
  const list = new ListTasksCommand({ cluster, serviceName, desiredStatus, maxResults: PAGE });
  const { taskArns = [] } = await connection.send("ecs:ListTasks", "briefly", (options) =>
    connection.client.send(list, options),
  );
  if (taskArns.length === 0) return [];
  const describe = new DescribeTasksCommand({ cluster, tasks: taskArns });
  const { tasks = [] } = await connection.send("ecs:DescribeTasks", "briefly", (options) =>
    connection.client.send(describe, options),
  );
  return tasks.map(readTask);
}

/** The EC2 instances behind up to 100 container instances, by the ARN of the container instance. */
export async function readInstanceIds(
  connection: EcsConnection,
  cluster: string,
  arns: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const command = new DescribeContainerInstancesCommand({ cluster, containerInstances: arns.slice(0, PAGE) });
  const { containerInstances = [] } = await connection.send("ecs:DescribeContainerInstances", "briefly", (options) =>
    connection.client.send(command, options),
  );
  return new Map(
    containerInstances.map(({ containerInstanceArn = "", ec2InstanceId = "" }) => [
      containerInstanceArn,
      ec2InstanceId,
    ]),
  );
}
