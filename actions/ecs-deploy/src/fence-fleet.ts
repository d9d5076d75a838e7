import type { ServiceFleet } from "./ports.ts";

/**
 * The same fleet behind a fence: what registers or updates first confirms that this run still may. Asking ECS to roll back
 * is not fenced, because it concerns the run's own deployment alone.
 */
export function fenceFleet(fleet: ServiceFleet, confirm: () => Promise<void>): ServiceFleet {
  return {
    describeService: (target) => fleet.describeService(target),
    describeServices: (cluster, services) => fleet.describeServices(cluster, services),
    describeTaskDefinition: (name) => fleet.describeTaskDefinition(name),
    registerTaskDefinition: async (document) => {
      await confirm();
      return fleet.registerTaskDefinition(document);
    },
    updateService: async (target, change) => {
      await confirm();
      return fleet.updateService(target, change);
    },
    findServiceDeployment: (target, deploymentId, candidate) =>
      fleet.findServiceDeployment(target, deploymentId, candidate),
    requestRollback: (request) => fleet.requestRollback(request),
    resolvedImages: (arn) => fleet.resolvedImages(arn),
    tasks: (target, desiredStatus) => fleet.tasks(target, desiredStatus),
    instanceIds: (cluster, containerInstances) => fleet.instanceIds(cluster, containerInstances),
  };
}
