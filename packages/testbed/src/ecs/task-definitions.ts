import { arnOf, type Naming } from "./names.ts";
import type { TaskDefinitionView } from "./simulation/model.ts";
import { AwsError } from "./wire/aws-error.ts";
import { type Input, invalid, objectList, optionalObject, optionalText, requiredText } from "./wire/input.ts";

/** One registered revision: the JSON as it was sent, with what ECS adds. */
export interface TaskDefinition {
  readonly family: string;
  readonly revision: number;
  readonly arn: string;
  /** The body of the registration; members that nobody knows here come back unchanged. */
  readonly body: Input;
  readonly tags: readonly Input[];
  /** Virtual milliseconds. */
  readonly registeredAt: number;
  status: "ACTIVE" | "INACTIVE";
}

export interface TaskDefinitionBook {
  register(input: Input, at: number): TaskDefinition;
  /** By family (its newest active revision), `family:revision` or ARN; nothing when there is none. */
  find(reference: string): TaskDefinition | undefined;
  all(): readonly TaskDefinition[];
}

/** Keeps task definitions by family and revision. */
export function createTaskDefinitionBook(naming: Naming): TaskDefinitionBook {
  const all: TaskDefinition[] = [];
  return { register, find, all: () => all };

  function register(input: Input, at: number): TaskDefinition {
    const family = requiredText(input, "family");
    if (!/^[A-Za-z0-9_-]{1,255}$/u.test(family))
      throw new AwsError("ClientException", `Invalid family name: ${family}`);
    checkContainers(input);
    const revision = all.filter((one) => one.family === family).length + 1;
    const { tags: _tags, ...body } = input;
    const arn = arnOf(naming, `task-definition/${family}:${revision}`);
    const tags = objectList(input, "tags");
    const definition: TaskDefinition = { family, revision, arn, body, tags, registeredAt: at, status: "ACTIVE" };
    all.push(definition);
    return definition;
  }

  function find(reference: string): TaskDefinition | undefined {
    const name = reference.replace(/^arn:[^/]*:task-definition\//u, "");
    const [family, revision] = name.split(":");
    if (revision !== undefined) return all.find((one) => one.family === family && one.revision === Number(revision));
    return all.findLast((one) => one.family === family && one.status === "ACTIVE");
  }
}

/** What the scheduler needs of a task definition. */
export function viewOf(definition: TaskDefinition): TaskDefinitionView {
  const platform = optionalObject(definition.body, "runtimePlatform");
  const architecture = optionalText(platform ?? {}, "cpuArchitecture");
  return {
    arn: definition.arn,
    architecture: architecture === "ARM64" ? "arm64" : "amd64",
    containers: objectList(definition.body, "containerDefinitions").map((container) => ({
      name: requiredText(container, "name"),
      image: requiredText(container, "image"),
      essential: container["essential"] !== false,
      hasHealthCheck: optionalObject(container, "healthCheck") !== undefined,
    })),
  };
}

function checkContainers(input: Input): void {
  const containers = objectList(input, "containerDefinitions");
  if (containers.length === 0) throw new AwsError("ClientException", "Container list cannot be empty.");
  for (const container of containers) {
    if (optionalText(container, "name") === undefined) throw invalid("Container.name should not be null or empty.");
    if (optionalText(container, "image") === undefined) throw invalid("Container.image should not be null or empty.");
  }
}
