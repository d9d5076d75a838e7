import { FairwayError, listLastingVolumes, refusal } from "@fairway/domain";

import { reasonOf, type TaskDefinition } from "./ports.ts";
import type { Run } from "./run.ts";
import type { Service } from "./service-state.ts";

/**
 * Looks at whether new tasks start empty, as a database does that is restarted to be fresh. Where they do not it is a warning,
 * or PERSISTENT_DATA when `require-ephemeral` is true. Gives the task definition that it read; undefined when it may not be read
 * and need not be.
 */
export async function checkFreshness({ inputs, ports }: Run, service: Service): Promise<TaskDefinition | undefined> {
  const { requireEphemeral } = inputs;
  const definition = await ports.fleet.describeTaskDefinition(service.taskDefinition).catch((error: unknown) => {
    if (requireEphemeral || !isDenied(error)) throw error;
    ports.log.notice(`Whether its data outlives the restart was not looked at: ${reasonOf(error)}`);
    return undefined;
  });
  if (definition === undefined) return undefined;
  const volumes = listLastingVolumes(definition.document, service.seededVolumes);
  if (volumes.length === 0) return definition;
  const told = `New tasks of ${service.name} find what is in ${volumes.join(", ")}: a database there does not start empty`;
  if (requireEphemeral)
    throw refusal(
      "PERSISTENT_DATA",
      `${told}, and require-ephemeral is true`,
      "Give the database a volume that ends with its task, or set require-ephemeral to false.",
    );
  ports.log.warning(`${told}.`);
  return definition;
}

function isDenied(error: unknown): boolean {
  return error instanceof FairwayError && error.code === "ACCESS_DENIED";
}
