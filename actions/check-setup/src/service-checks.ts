import { closestName, listLastingVolumes, member, stringMember, FairwayError } from "@fairway/domain";

import { behind, checkOf, fail, once, pass, unknown, type Check, type Finding } from "./check.ts";
import { checkPermissions } from "./iam-checks.ts";
import type { CheckSetupInputs } from "./inputs.ts";
import type { Account, Service } from "./ports.ts";
import type { Access } from "./role-checks.ts";

/** Whether the service is there, can be deployed by ecs-deploy, and takes a bad deployment back by itself. */
export function checkService(inputs: CheckSetupInputs, { account, identified }: Access): Check[] {
  const { cluster = "", container, service, databaseService } = inputs;
  const read = (name = "") =>
    once(async () => {
      await identified();
      return account.describeService({ cluster, service: name });
    });
  const [app, database] = [read(service), read(databaseService)];
  const definition = once(async () => account.describeTaskDefinition((await app()).taskDefinition));
  const about = (name: string, judge: (found: Service) => Finding): Check =>
    checkOf(name, "service", service, () => behind("Service", app(), judge));
  const find = (row: string, input: string, name: string | undefined, reading: () => Promise<Service>): Check =>
    checkOf(row, input, name, (given) =>
      behind("AWS credentials", identified(), () => findService(account, { cluster, service: given }, reading())),
    );
  return [
    checkOf("Cluster", "cluster and service", service ?? databaseService, () =>
      behind("AWS credentials", identified(), () =>
        findCluster(account, cluster, service === undefined ? database() : app()),
      ),
    ),
    find("Service", "service", service, app),
    about("Deployment controller", judgeController),
    about("Circuit breaker", judgeBreaker),
    checkOf("Container", "container", container, (name) =>
      behind("Service", app(), async () => judgeContainer(name, (await definition()).document)),
    ),
    find("Database service", "database-service", databaseService, database),
    checkOf("Empty database", "database-service", databaseService, () =>
      behind("Database service", database(), async ({ taskDefinition, seededVolumes }) =>
        judgeFreshness((await account.describeTaskDefinition(taskDefinition)).document, seededVolumes),
      ),
    ),
    ...checkPermissions(inputs, { account, app, definition }),
  ];
}

async function findCluster(account: Account, cluster: string, reading: Promise<Service>): Promise<Finding> {
  try {
    await reading;
  } catch (error) {
    if (codeOf(error) === "NO_CLUSTER") {
      const names = await listed("ecs:ListClusters", account.clusters());
      const region = await account.region();
      return fail(`there is no cluster ${cluster} in the region ${region}`, nearest(cluster, names, "cluster"));
    }
    if (codeOf(error) !== "NO_SERVICE") return unknown("not known, because of the row Service");
  }
  return pass(`${cluster} is there`);
}

async function findService(
  account: Account,
  { cluster, service }: { cluster: string; service: string },
  reading: Promise<Service>,
): Promise<Finding> {
  try {
    const { status, taskDefinition } = await reading;
    if (status === "ACTIVE") return pass(`${service} is there and runs ${lastPart(taskDefinition)}`);
    return fail(`${service} is ${status}; only an ACTIVE service can be changed`, "Create the service again.");
  } catch (error) {
    if (codeOf(error) === "NO_CLUSTER") return unknown("not asked, because of the row Cluster");
    if (codeOf(error) !== "NO_SERVICE") throw error;
    const names = await listed("ecs:ListServices", account.services(cluster));
    return fail(`there is no service ${service} in the cluster ${cluster}`, nearest(service, names, "service"));
  }
}

/** Names, or why there are none; that they cannot be listed must not hide what was asked. */
async function listed(call: string, reading: Promise<readonly string[]>): Promise<readonly string[] | string> {
  return reading.catch(() => `${call} is not allowed, which would show the names that there are`);
}

function nearest(name: string, names: readonly string[] | string, what: string): string {
  const correct = `Correct ${what}, aws-region or the account of the credentials`;
  if (typeof names === "string") return `${correct}; ${names}.`;
  const near = closestName(lastPart(name), names);
  if (near !== undefined) return `Did you mean ${near}? If not: correct ${what} or aws-region.`;
  return names.length === 0 ? `${correct}; there is none.` : `${correct}; there are ${names.slice(0, 10).join(", ")}.`;
}

function judgeController({ controller, managedByEcs }: Service): Finding {
  if (controller !== "ECS")
    return fail(
      `deployed by the controller ${controller}; ecs-deploy supports ECS alone`,
      "Move the service to ECS's own deployments: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-types.html",
    );
  if (managedByEcs)
    return fail("an Express service, whose settings ECS manages itself", "Deploy it with the Express API.");
  return pass("ECS");
}

function judgeBreaker({ circuitBreaker: { enabled, rollback } }: Service): Finding {
  const turnOn = "Set deploymentConfiguration.deploymentCircuitBreaker to enable: true and rollback: true.";
  if (!enabled) return fail("off: a deployment that never starts is not taken back", turnOn);
  return rollback ? pass("on, with rollback") : fail("on, without rollback: a failed deployment stays", turnOn);
}

function judgeContainer(container: string, document: Readonly<Record<string, unknown>>): Finding {
  const definitions = member(document, "containerDefinitions");
  const names = (Array.isArray(definitions) ? (definitions as unknown[]) : []).map(
    (definition) => stringMember(definition, "name") ?? "",
  );
  const family = stringMember(document, "family") ?? "the task definition";
  if (names.includes(container)) return pass(`${container} is in ${family}`);
  const near = closestName(container, names);
  const fix =
    near === undefined ? `Its containers are ${names.join(", ")}; correct container.` : `Did you mean ${near}?`;
  return fail(`${family} has no container ${container}`, fix);
}

/** Staging restarts its database to have an empty one, and refuses one that would keep its data. */
function judgeFreshness(document: Readonly<Record<string, unknown>>, seeded: readonly string[]): Finding {
  const volumes = listLastingVolumes(document, seeded);
  if (volumes.length === 0) return pass("its data ends with its task");
  return fail(
    `a restart would not empty it: new tasks find what is in ${volumes.join(", ")}`,
    "Take the volume out of the database's task definition, or correct database-service if that database is to be kept.",
  );
}

function codeOf(error: unknown): string {
  return error instanceof FairwayError ? error.code : "";
}

function lastPart(text: string): string {
  return text.slice(text.lastIndexOf("/") + 1);
}
