import { type Account, arn, seconds, settingsOf } from "../account.ts";
import type { DeploymentState, ServiceState } from "../simulation/model.ts";
import { launchOf } from "../settings.ts";
import { countsOf } from "./count-tasks.ts";

/** What a service of another controller than ECS shows in place of a deployment. */
export function renderTaskSet(account: Account, service: ServiceState, deployment: DeploymentState): object {
  const tasks = service.tasks.filter((task) => task.deployment === deployment.number);
  const path = `${service.cluster}/${service.name}`;
  const id = `ecs-svc/${deployment.number}`;
  return {
    id,
    taskSetArn: arn(account, `task-set/${path}/${id}`),
    status: deployment.status,
    taskDefinition: deployment.taskDefinition.arn,
    computedDesiredCount: deployment.status === "PRIMARY" ? service.desiredCount : 0,
    ...countsOf(tasks),
    ...launchOf(settingsOf(account, service)),
    scale: { value: 100, unit: "PERCENT" },
    stabilityStatus: deployment.rolloutState === "COMPLETED" ? "STEADY_STATE" : "STABILIZING",
    createdAt: seconds(account, deployment.createdAt),
    updatedAt: seconds(account, deployment.updatedAt),
  };
}
