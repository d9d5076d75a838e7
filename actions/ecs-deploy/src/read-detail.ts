import { FairwayError } from "@fairway/domain";

import { mayPass, type EcsDeployPorts, type ServiceTarget } from "./ports.ts";
import { primaryOf, type Service, type ServiceDeployment } from "./service-state.ts";

/** Every so many looks the service-deployment API is asked, too, even if nothing seems to have changed. */
const EVERY = 3;
/** Failures in a row after which the API is not asked again. */
const MAX_FAILURES = 3;

export interface DetailReader {
  /** The service deployment of ours as last read; undefined when the API does not show it. `count` numbers the looks. */
  read(service: Service, count: number): Promise<ServiceDeployment | undefined>;
}

/**
 * The service-deployment API needs permissions of its own and is not everywhere: when it is denied or keeps failing, that
 * is said once and the service's own description must do.
 */
export function createDetailReader(
  target: ServiceTarget,
  deploymentId: string,
  { fleet, log, signal }: EcsDeployPorts,
): DetailReader {
  let failures = 0;
  let last: ServiceDeployment | undefined;
  const giveUp = (error: FairwayError) => {
    last = undefined;
    log.notice(`Follows the deployment without the service-deployment API: ${error.message}`);
  };
  return {
    read: async (service, count) => {
      const due = count % EVERY === 0 || looksDifferent(service, deploymentId);
      if (failures >= MAX_FAILURES || !due) return last;
      try {
        last = (await fleet.findServiceDeployment(target, deploymentId, service.currentServiceDeployment)) ?? last;
        failures = 0;
      } catch (error) {
        if (!(error instanceof FairwayError) || signal.aborted) throw error;
        failures = mayPass(error) ? failures + 1 : MAX_FAILURES;
        if (failures >= MAX_FAILURES) giveUp(error);
      }
      return last;
    },
  };
}

/** Whether the service's description shows anything but our deployment rolling on. */
function looksDifferent(service: Service, deploymentId: string): boolean {
  const primary = primaryOf(service);
  return primary?.id !== deploymentId || primary.rolloutState !== "IN_PROGRESS" || service.strategy !== "ROLLING";
}
