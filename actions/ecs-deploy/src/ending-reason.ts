import { primaryOf, type Service, type ServiceDeployment } from "./service-state.ts";

/** ECS's own words for why a deployment ended badly, the most telling first, and the alarms that it only names elsewhere. */
export function endingReason(
  service: Service,
  deploymentId: string,
  serviceDeployment: ServiceDeployment | undefined,
): string {
  const entry = service.deployments.find(({ id }) => id === deploymentId);
  const words = [
    entry?.rolloutState === "FAILED" ? entry.rolloutStateReason : undefined,
    serviceDeployment?.statusReason,
    serviceDeployment?.rollback?.reason,
    primaryOf(service)?.rolloutStateReason,
  ];
  const told = words.filter((text) => text !== undefined && text !== "").slice(0, 1);
  const reasons = [...told, ...alarmsOf(serviceDeployment)];
  return reasons.length === 0 ? "ECS ended the deployment and gave no reason" : reasons.join("; ");
}

function alarmsOf(deployment: ServiceDeployment | undefined): string[] {
  const { triggeredAlarms = [] } = deployment ?? {};
  return triggeredAlarms.length === 0 ? [] : [`alarms went off: ${triggeredAlarms.join(", ")}`];
}
