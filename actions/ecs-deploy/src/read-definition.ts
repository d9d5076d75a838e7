import type { EcsDeployInputs } from "./inputs.ts";
import { isDefinitionFile, readDefinitionFile } from "./definition-file.ts";
import { planRevision } from "./plan-revision.ts";
import type { EcsDeployPorts, TaskDefinition } from "./ports.ts";
import { isSameDefinition } from "./same-definition.ts";
import { revisionName, type Service } from "./service-state.ts";
import { listWantedImages } from "./wanted-image.ts";

/**
 * The task definition to start from: of the file or revision that was named, else the one that the service uses. A file
 * that, with the images put in, says what the service has already stands for that revision, so that none is piled up.
 */
export async function readDefinition(
  inputs: EcsDeployInputs,
  service: Service,
  { fleet, files, log }: EcsDeployPorts,
): Promise<TaskDefinition> {
  const { taskDefinition: name = service.taskDefinition } = inputs;
  if (!isDefinitionFile(name)) return fleet.describeTaskDefinition(name);
  const fromFile = await readDefinitionFile(name, files);
  const plan = planRevision(fromFile, listWantedImages(inputs));
  const current = await fleet.describeTaskDefinition(service.taskDefinition);
  const { tags, ...wanted } = plan.kind === "new" ? plan.document : fromFile.document;
  const sameTags = JSON.stringify(tags ?? []) === JSON.stringify(current.tags);
  if (current.status !== "ACTIVE" || !sameTags || !isSameDefinition(wanted, current.document)) return fromFile;
  log.info(`${name} says what ${revisionName(current.arn)} is already`);
  return current;
}
