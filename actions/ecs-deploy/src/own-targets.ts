import type { EcsDeployPorts, ServiceTarget, TargetState, Task } from "./ports.ts";

/** Whether a target of a load balancer is a task of the deployment that is looked at. */
export type IsOwnTarget = (target: Pick<TargetState, "id" | "port">) => boolean;

/**
 * Learns which targets lead to the tasks: those with a network interface of their own by its address, the others by the
 * instance and the port that they have there. A target group holds the tasks of all deployments, the old ones too.
 */
export async function findOwnTargets(
  { cluster }: ServiceTarget,
  tasks: readonly Task[],
  { fleet }: EcsDeployPorts,
): Promise<IsOwnTarget> {
  const addresses = new Set(tasks.flatMap((task) => task.addresses));
  const onMachines = tasks.filter((task) => task.addresses.length === 0 && task.containerInstance !== undefined);
  const machines = [...new Set(onMachines.flatMap(({ containerInstance }) => containerInstance ?? []))];
  const instances = machines.length === 0 ? new Map<string, string>() : await fleet.instanceIds(cluster, machines);
  const places = onMachines.map(({ containerInstance = "", hostPorts }) => ({
    id: instances.get(containerInstance),
    hostPorts,
  }));
  return ({ id, port }) =>
    addresses.has(id) || places.some((place) => place.id === id && hasPort(place.hostPorts, port));
}

function hasPort(hostPorts: readonly number[], port: number | undefined): boolean {
  return port === undefined || hostPorts.length === 0 || hostPorts.includes(port);
}
