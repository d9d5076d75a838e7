import { configuration, isRecord, member, parseJson, stringMember } from "@fairway/domain";

import { UNREGISTERED, type DefinitionFiles, type TaskDefinition } from "./ports.ts";

/** ECS takes a task definition of at most 64 KiB; layout may take as much again. */
const MAX_BYTES = 256 * 1024;

/** Whether the input task-definition names a file: a family has no dot in it. */
export function isDefinitionFile(name: string): boolean {
  return name.endsWith(".json");
}

/**
 * Reads a task definition from a file, as `aws ecs register-task-definition --cli-input-json` takes it or as
 * `aws ecs describe-task-definition` prints it. Every member is kept as it is. Throws NO_FILE and BAD_TASK_DEFINITION.
 */
export async function readDefinitionFile(path: string, files: DefinitionFiles): Promise<TaskDefinition> {
  const text = await files.readText(path, MAX_BYTES);
  if (text === undefined)
    throw configuration(
      "NO_FILE",
      `The workspace has no file "${path}", which task-definition names`,
      "Check the path, relative to the repository's root, and that actions/checkout ran before.",
    );
  const content = parseJson(text);
  const described = member(content, "taskDefinition");
  const document = isRecord(described) ? described : content;
  const family = stringMember(document, "family") ?? "";
  if (!isRecord(document) || family === "" || !Array.isArray(document["containerDefinitions"]))
    throw configuration(
      "BAD_TASK_DEFINITION",
      `"${path}" is not a task definition: it has to be a JSON object with family and containerDefinitions`,
      `Start from: aws ecs describe-task-definition --task-definition FAMILY --query taskDefinition > ${path}`,
    );
  const { tags: own, ...rest } = document;
  const tags = own ?? member(content, "tags");
  return { arn: family, status: UNREGISTERED, document: rest, tags: Array.isArray(tags) ? (tags as unknown[]) : [] };
}
