import { isRecord, member, stringMember } from "@fairway/domain";

import type { LogStream, Task } from "./ports.ts";

/** A container that failed, and where its log is, or why that cannot be read. */
export type FailedContainerLog =
  | { readonly kind: "readable"; readonly container: string; readonly stream: LogStream }
  | { readonly kind: "elsewhere"; readonly container: string; readonly driver: string };

/**
 * The logs of the containers that made a task fail. With the awslogs driver a stream is named prefix/container/task; without
 * a prefix the name is the container runtime's id, which ECS does not tell.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html
 */
export function logsOfFailedContainers(document: Readonly<Record<string, unknown>>, task: Task): FailedContainerLog[] {
  const definitions = document["containerDefinitions"];
  const containers = Array.isArray(definitions) ? definitions.filter(isRecord) : [];
  const failed = task.containers.filter(({ exitCode }) => exitCode !== undefined && exitCode !== 0);
  return failed.flatMap(({ name }) => {
    const definition = containers.find((one) => stringMember(one, "name") === name);
    return definition === undefined ? [] : [logOf(name, definition, task)];
  });
}

function logOf(container: string, definition: Readonly<Record<string, unknown>>, task: Task): FailedContainerLog {
  const configuration = definition["logConfiguration"];
  const driver = stringMember(configuration, "logDriver") ?? "none";
  const options = member(configuration, "options");
  const group = stringMember(options, "awslogs-group");
  const prefix = stringMember(options, "awslogs-stream-prefix");
  if (driver !== "awslogs" || group === undefined || prefix === undefined)
    return { kind: "elsewhere", container, driver: driver === "awslogs" ? "awslogs without a stream prefix" : driver };
  const id = task.arn.slice(task.arn.lastIndexOf("/") + 1);
  const region = stringMember(options, "awslogs-region");
  return { kind: "readable", container, stream: { region, group, name: `${prefix}/${container}/${id}` } };
}
