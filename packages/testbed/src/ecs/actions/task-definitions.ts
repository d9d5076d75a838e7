import { type Account, type Action, type Call, seconds } from "../account.ts";
import { lastSegment } from "../names.ts";
import type { TaskDefinition } from "../task-definitions.ts";
import { AwsError } from "../wire/aws-error.ts";
import { optionalText, requiredText, textList } from "../wire/input.ts";
import { pageOf } from "../wire/paging.ts";

/** Task definitions: the JSON goes out as it came in, with what ECS adds around it. */
export const TASK_DEFINITION_ACTIONS: Readonly<Record<string, Action>> = {
  RegisterTaskDefinition: ({ account, input }) => {
    const definition = account.taskDefinitions.register(input, account.clock.now());
    return { taskDefinition: render(account, definition), tags: definition.tags };
  },
  DescribeTaskDefinition: describe,
  ListTaskDefinitions: list,
  DeregisterTaskDefinition: ({ account, input }) => {
    const reference = requiredText(input, "taskDefinition");
    if (!reference.includes(":")) throw new AwsError("ClientException", "Task definition revision must be specified.");
    const definition = known(account, reference, "The specified task definition does not exist.");
    definition.status = "INACTIVE";
    return { taskDefinition: render(account, definition) };
  },
};

function describe({ account, input }: Call): object {
  const definition = known(account, requiredText(input, "taskDefinition"), "Unable to describe task definition.");
  const tags = textList(input, "include").includes("TAGS") ? { tags: definition.tags } : {};
  return { taskDefinition: render(account, definition), ...tags };
}

function list({ account, input }: Call): object {
  const prefix = optionalText(input, "familyPrefix");
  const status = optionalText(input, "status") ?? "ACTIVE";
  const found = account.taskDefinitions
    .all()
    .filter((one) => one.status === status && (prefix === undefined || one.family === prefix))
    .map((one) => one.arn);
  const page = pageOf(optionalText(input, "sort") === "DESC" ? found.toReversed() : found, input);
  return { taskDefinitionArns: page.items, ...(page.nextToken !== undefined && { nextToken: page.nextToken }) };
}

function known(account: Account, reference: string, refusal: string): TaskDefinition {
  const definition = account.taskDefinitions.find(reference);
  if (definition === undefined) throw new AwsError("ClientException", refusal);
  return definition;
}

function render(account: Account, definition: TaskDefinition): object {
  return {
    volumes: [],
    placementConstraints: [],
    ...definition.body,
    taskDefinitionArn: definition.arn,
    family: lastSegment(definition.family),
    revision: definition.revision,
    status: definition.status,
    requiresAttributes: [],
    compatibilities: ["EC2", "FARGATE"],
    registeredAt: seconds(account, definition.registeredAt),
    registeredBy: `arn:aws:iam::${account.naming.account}:role/infrastructure`,
  };
}
