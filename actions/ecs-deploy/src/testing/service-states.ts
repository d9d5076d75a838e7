import type { ServiceChange, Task, TaskDefinition } from "../ports.ts";
import type { Deployment, Service, ServiceDeployment } from "../service-state.ts";

const FAMILY = "arn:aws:ecs:eu-west-1:111122223333:task-definition/app";

/** ARN of a revision of the family that all tests use. */
export function revision(number: number): string {
  return `${FAMILY}:${number}`;
}

/** A deployment entry; a completed primary one of revision 41 with two tasks unless said otherwise. */
export function entry(change: Partial<Deployment> = {}): Deployment {
  const desiredCount = change.desiredCount ?? 2;
  return {
    id: "ecs-svc/1",
    status: "PRIMARY",
    taskDefinition: revision(41),
    desiredCount,
    runningCount: desiredCount,
    pendingCount: 0,
    failedTasks: 0,
    rolloutState: "COMPLETED",
    rolloutStateReason: undefined,
    createdAt: undefined,
    ...change,
  };
}

/** A service whose counts and task definition are those of its entries unless said otherwise. */
export function serviceOf(deployments: readonly Deployment[], change: Partial<Service> = {}): Service {
  const sum = (of: (one: Deployment) => number) => deployments.reduce((total, one) => total + of(one), 0);
  return {
    name: "app",
    arn: "arn:aws:ecs:eu-west-1:111122223333:service/production/app",
    status: "ACTIVE",
    taskDefinition: deployments[0]?.taskDefinition ?? revision(41),
    desiredCount: deployments[0]?.desiredCount ?? 0,
    runningCount: sum(({ runningCount }) => runningCount),
    pendingCount: sum(({ pendingCount }) => pendingCount),
    controller: "ECS",
    strategy: "ROLLING",
    daemon: false,
    managedByEcs: false,
    circuitBreaker: { enabled: true, rollback: true },
    loadBalanced: true,
    targetGroups: [],
    seededVolumes: [],
    currentServiceDeployment: undefined,
    deployments,
    events: [],
    ...change,
  };
}

/** A service deployment as the second API shows it. */
export function serviceDeployment(change: Partial<ServiceDeployment> = {}): ServiceDeployment {
  return {
    arn: "arn:aws:ecs:eu-west-1:111122223333:service-deployment/production/app/abc",
    revisionArn: "arn:aws:ecs:eu-west-1:111122223333:service-revision/production/app/2",
    status: "IN_PROGRESS",
    statusReason: undefined,
    stage: undefined,
    trafficPercent: undefined,
    rollback: undefined,
    triggeredAlarms: [],
    awaitingHook: undefined,
    failureCount: 0,
    ...change,
  };
}

/** The deployment that an update starts. */
export const OURS = "ecs-svc/2";

/** A rolling deployment that is done after 95 seconds, and whose old tasks are gone after 120. */
export function succeeding(seconds: number, change: ServiceChange): Service {
  const taskDefinition = change.taskDefinition ?? revision(41);
  const desiredCount = change.desiredCount ?? 2;
  const done = seconds >= 95;
  const rolloutState = done ? "COMPLETED" : "IN_PROGRESS";
  const runningCount = done ? desiredCount : Math.min(desiredCount, Math.floor(seconds / 45));
  const pendingCount = desiredCount - runningCount;
  const ours = entry({ id: OURS, taskDefinition, desiredCount, runningCount, pendingCount, rolloutState });
  return serviceOf(seconds >= 120 ? [ours] : [ours, entry({ status: "ACTIVE" })]);
}

/** A task definition of one container `app` with a health check, by family:revision or ARN. */
export function definitionOf(name: string, change: Partial<TaskDefinition> = {}): TaskDefinition {
  const arn = name.startsWith("arn:") ? name : `${FAMILY}:${name.split(":")[1] ?? "41"}`;
  const containerDefinitions = [{ name: "app", image: "registry.example/app:1", healthCheck: { command: ["true"] } }];
  return {
    arn,
    status: "ACTIVE",
    document: { family: "app", taskDefinitionArn: arn, revision: 41, status: "ACTIVE", containerDefinitions },
    tags: [],
    ...change,
  };
}

/** A task that ended because its container `app` did, unless said otherwise. */
export function stoppedTask(change: Partial<Task> = {}): Task {
  return {
    arn: "arn:aws:ecs:eu-west-1:111122223333:task/production/0123abcd",
    taskDefinition: revision(42),
    startedBy: OURS,
    lastStatus: "STOPPED",
    stopCode: "EssentialContainerExited",
    stoppedReason: "Essential container in task exited",
    stoppedAt: new Date(0),
    addresses: [],
    containerInstance: undefined,
    hostPorts: [],
    containers: [container()],
    ...change,
  };
}

/** A container of the name `app` of which nothing more is known unless said otherwise. */
export function container(change: Partial<Task["containers"][number]> = {}): Task["containers"][number] {
  return { name: "app", image: undefined, imageDigest: undefined, exitCode: undefined, reason: undefined, ...change };
}
