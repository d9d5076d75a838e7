import { configuration, type Clock } from "@fairway/domain";

import type { ServiceFleet } from "../ports.ts";
import { createInMemoryServiceFleet, type FleetScript, type InMemoryServiceFleet } from "./in-memory-service-fleet.ts";

export interface InMemoryCluster extends ServiceFleet {
  readonly services: ReadonlyMap<string, InMemoryServiceFleet>;
  /** The services that each call asked for. */
  readonly looks: (readonly string[])[];
}

/** Several services by name, each behaving as its own script says. */
export function createInMemoryCluster(clock: Clock, scripts: Readonly<Record<string, FleetScript>>): InMemoryCluster {
  const services = new Map(
    Object.entries(scripts).map(([name, script]) => [name, createInMemoryServiceFleet(clock, script)]),
  );
  const looks: (readonly string[])[] = [];
  const fleetOf = (name: string): InMemoryServiceFleet => {
    const found = services.get(name);
    if (found === undefined) throw configuration("NO_SERVICE", `There is no service "${name}"`);
    return found;
  };
  const first = [...services.values()][0] ?? createInMemoryServiceFleet(clock);
  return {
    ...first,
    services,
    looks,
    describeServices: async (cluster, names) => {
      looks.push(names);
      return Promise.all(names.map(async (service) => describe({ cluster, service }, services.get(service))));
    },
    describeService: (target) => fleetOf(target.service).describeService(target),
    updateService: (target, change) => fleetOf(target.service).updateService(target, change),
    findServiceDeployment: (target, id, candidate) =>
      fleetOf(target.service).findServiceDeployment(target, id, candidate),
    tasks: (target, status) => fleetOf(target.service).tasks(target, status),
  };
}

async function describe(target: { cluster: string; service: string }, fleet: InMemoryServiceFleet | undefined) {
  if (fleet === undefined)
    return { kind: "missing" as const, error: configuration("NO_SERVICE", `There is no service "${target.service}"`) };
  return { kind: "found" as const, service: { ...(await fleet.describeService(target)), name: target.service } };
}
