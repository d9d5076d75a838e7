import { type Action, arn, type Call, clusterOf, lookUpService } from "../account.ts";
import { lastSegment } from "../names.ts";
import { renderTask, taskArn } from "../render/render-task.ts";
import type { TaskState } from "../simulation/model.ts";
import { AwsError } from "../wire/aws-error.ts";
import { type Input, invalid, optionalText, requiredText, textList } from "../wire/input.ts";
import { pageOf } from "../wire/paging.ts";

/** Tasks of services: listed, described, stopped. */
export const TASK_ACTIONS: Readonly<Record<string, Action>> = {
  ListTasks: listTasks,
  DescribeTasks: describeTasks,
  StopTask: stopTask,
};

function listTasks(call: Call): object {
  const { account, input } = call;
  const wanted = optionalText(input, "desiredStatus") ?? "RUNNING";
  const found = tasksIn(call).filter((task) => task.desiredStatus === wanted && isAskedFor(task, input));
  const page = pageOf(found, input);
  return {
    taskArns: page.items.map((task) => taskArn(account, task)),
    ...(page.nextToken !== undefined && { nextToken: page.nextToken }),
  };
}

function describeTasks(call: Call): object {
  const { account, input } = call;
  const asked = textList(input, "tasks");
  if (asked.length === 0) throw invalid("Tasks cannot be empty.");
  if (asked.length > 100) throw invalid("Tasks cannot have more than 100 elements.");
  const cluster = clusterOf(call);
  const known = new Map(tasksIn(call).map((task) => [task.id, task]));
  const ids = asked.map(lastSegment);
  return {
    tasks: ids.flatMap((id) => known.get(id) ?? []).map((task) => renderTask(account, task)),
    failures: ids
      .filter((id) => !known.has(id))
      .map((id) => ({ arn: arn(account, `task/${cluster}/${id}`), reason: "MISSING" })),
  };
}

function stopTask(call: Call): object {
  const id = lastSegment(requiredText(call.input, "task"));
  const task = tasksIn(call).find((one) => one.id === id);
  if (task === undefined) throw new AwsError("InvalidParameterException", "The referenced task was not found.");
  const reason = optionalText(call.input, "reason") ?? "Task stopped by user";
  call.account.apply({ kind: "stop-task", cluster: task.cluster, service: task.service, taskId: id, reason });
  return { task: renderTask(call.account, task) };
}

/** The tasks of the cluster, or of the one service that the call names. */
function tasksIn(call: Call): TaskState[] {
  const cluster = clusterOf(call);
  const name = optionalText(call.input, "serviceName");
  if (name === undefined)
    return call.fleet.services.filter((one) => one.cluster === cluster).flatMap((one) => one.tasks);
  const service = lookUpService(call.fleet, cluster, name);
  if (service === undefined) throw new AwsError("ServiceNotFoundException", "Service not found.");
  return service.tasks;
}

function isAskedFor(task: TaskState, input: Input): boolean {
  const startedBy = optionalText(input, "startedBy");
  const family = optionalText(input, "family");
  if (startedBy !== undefined && startedBy !== `ecs-svc/${task.deployment}`) return false;
  return family === undefined || lastSegment(task.taskDefinition.arn).startsWith(`${family}:`);
}
