import { DescribeServicesCommand } from "@aws-sdk/client-ecs";
import { configuration, upstream, type FairwayError } from "@fairway/domain";

import type { EcsConnection } from "./ecs-connection.ts";
import type { DescribedService, Service } from "./model.ts";
import { readService } from "./read-service.ts";

/** Describes up to ten services, by name or ARN, in one call. ECS answers in an order of its own; this in the order asked. */
export async function describeServices(
  connection: EcsConnection,
  cluster: string,
  names: readonly string[],
): Promise<readonly DescribedService[]> {
  const command = new DescribeServicesCommand({ cluster, services: [...names] });
  const { services = [], failures = [] } = await connection.send("ecs:DescribeServices", "always", (options) =>
    connection.client.send(command, options),
  );
  const found = new Map(services.map(readService).map((service) => [service.name, service]));
  const region = await connection.region();
  const account = /^arn:[^:]*:ecs:[^:]*:(\d+):/.exec(failures[0]?.arn ?? "")?.[1];
  return names.map((name) => {
    const service = found.get(lastSegment(name));
    if (service !== undefined) return { kind: "found", service };
    return { kind: "missing", error: noService({ cluster, service: name, region, account }) };
  });
}

/** The only service that was asked for. Throws NO_SERVICE. */
export function foundIn([only]: readonly DescribedService[]): Service {
  if (only?.kind === "found") return only.service;
  throw only?.error ?? upstream("ECS_NOT_UNDERSTOOD", "ECS described no service");
}

interface Missing {
  readonly cluster: string;
  readonly service: string;
  readonly region: string;
  readonly account: string | undefined;
}

/** The commonest cause is the right name in the wrong region or account, so both are told. */
function noService({ cluster, service, region, account }: Missing): FairwayError {
  const where = `region ${region}${account === undefined ? "" : `, account ${account}`}`;
  return configuration(
    "NO_SERVICE",
    `There is no service "${service}" in cluster "${cluster}" (${where})`,
    "Check the inputs service, cluster and aws-region, and that the role is in the right account.",
  );
}

function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
