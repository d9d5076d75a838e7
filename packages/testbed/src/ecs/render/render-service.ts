import { type Account, arn, seconds, settingsOf } from "../account.ts";
import type { DeploymentState, ServiceState } from "../simulation/model.ts";
import { liveTasks } from "../simulation/scheduler.ts";
import { controllerOf, launchOf } from "../settings.ts";
import { countsOf } from "./count-tasks.ts";
import { renderConfiguration } from "./render-configuration.ts";
import { renderTaskSet } from "./render-task-set.ts";

/** A service as DescribeServices and UpdateService answer it. */
export function renderService(account: Account, service: ServiceState, now: number): object {
  const primary = service.deployments[0];
  const newest = service.serviceDeployments[0];
  const path = `${service.cluster}/${service.name}`;
  const settings = settingsOf(account, service);
  const isOurs = controllerOf(settings) === "ECS";
  return {
    ...DEFAULTS,
    ...launchOf(settings),
    ...settings,
    serviceArn: arn(account, `service/${path}`),
    serviceName: service.name,
    clusterArn: arn(account, `cluster/${service.cluster}`),
    status: service.status,
    desiredCount: service.desiredCount,
    ...countsOf(service.tasks),
    taskDefinition: primary?.taskDefinition.arn,
    deploymentConfiguration: renderConfiguration(account, service),
    deployments: service.deployments
      .filter((one) => isOurs && isShown(service, one))
      .map((one) => renderDeployment(account, service, one, now)),
    ...(!isOurs && { taskSets: service.deployments.map((one) => renderTaskSet(account, service, one)) }),
    events: service.events.map((event) => ({
      id: event.id,
      createdAt: seconds(account, event.at),
      message: event.message,
    })),
    createdAt: seconds(account, service.createdAt),
    createdBy: `arn:aws:iam::${account.naming.account}:role/infrastructure`,
    ...(isOurs &&
      newest !== undefined && { currentServiceDeployment: arn(account, `service-deployment/${path}/${newest.id}`) }),
  };
}

const DEFAULTS = {
  loadBalancers: [],
  serviceRegistries: [],
  placementConstraints: [],
  placementStrategy: [],
  healthCheckGracePeriodSeconds: 0,
  schedulingStrategy: "REPLICA",
  deploymentController: { type: "ECS" },
  enableECSManagedTags: false,
  propagateTags: "NONE",
  enableExecuteCommand: false,
};

/** One service may be told to show nothing of a deployment once its rollback has begun. */
function isShown(service: ServiceState, deployment: DeploymentState): boolean {
  return !(
    service.script.failedEntry === "gone" &&
    deployment.rolloutState === "FAILED" &&
    deployment.status === "ACTIVE"
  );
}

function renderDeployment(account: Account, service: ServiceState, deployment: DeploymentState, now: number): object {
  const tasks = service.tasks.filter((task) => task.deployment === deployment.number);
  const desired = deployment.status === "PRIMARY" ? service.desiredCount : liveTasks(service, deployment).length;
  const { since, state, reason } = rolloutOf(service, deployment);
  const lags = since !== undefined && service.script.failedEntry === "lagging" && now < since + LAG_MS;
  return {
    id: `ecs-svc/${deployment.number}`,
    status: deployment.status,
    taskDefinition: deployment.taskDefinition.arn,
    desiredCount: desired,
    ...countsOf(tasks),
    failedTasks: deployment.failedTasks,
    createdAt: seconds(account, deployment.createdAt),
    updatedAt: seconds(account, deployment.updatedAt),
    ...launchOf(settingsOf(account, service)),
    rolloutState: lags ? "IN_PROGRESS" : state,
    rolloutStateReason: lags ? `ECS deployment ecs-svc/${deployment.number} in progress.` : reason,
  };
}

/** How long a failed entry may still read IN_PROGRESS when the service is told to lag, in virtual milliseconds. */
const LAG_MS = 20_000;

function rolloutOf(service: ServiceState, deployment: DeploymentState) {
  const since = service.deployments[0] === deployment ? undefined : deployment.failedSince;
  return { since, state: deployment.rolloutState, reason: deployment.rolloutStateReason };
}
