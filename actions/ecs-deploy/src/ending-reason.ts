import { primaryOf, type Service, type ServiceDeployment } from "./service-state.ts";

/** ECS's own words for why a deployment ended badly, the most telling first. */
export function endingReason(
  service: Service,
  deploymentId: string,
  serviceDeployment: ServiceDeployment | undefined,
): string {
  const entry = service.deployments.find(({ id }) => id === deploymentId);
  const words = [
    entry?.rolloutState === "FAILED" ? entry.rolloutStateReason : undefined,
    ...wordsOf(serviceDeployment),
    primaryOf(service)?.rolloutStateReason,
  ];
  return words.find((text) => text !== undefined && text !== "") ?? "ECS ended the deployment and gave no reason";
}

function wordsOf(deployment: ServiceDeployment | undefined): (string | undefined)[] {
  if (deployment === undefined) return [];
  const { triggeredAlarms, statusReason, rollback } = deployment;
  const alarms = triggeredAlarms.length === 0 ? undefined : `alarms went off: ${triggeredAlarms.join(", ")}`;
  return [alarms, statusReason, rollback?.reason];
}
