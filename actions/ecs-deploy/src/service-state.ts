/** A service as one read shows it. Reads of ECS are eventually consistent: this may be some seconds old. */
export interface Service {
  readonly name: string;
  readonly arn: string;
  readonly status: string;
  readonly taskDefinition: string;
  readonly desiredCount: number;
  readonly runningCount: number;
  readonly pendingCount: number;
  readonly controller: string;
  readonly strategy: string;
  readonly daemon: boolean;
  readonly managedByEcs: boolean;
  readonly circuitBreaker: { readonly enabled: boolean; readonly rollback: boolean };
  readonly loadBalanced: boolean;
  /** ARNs. */
  readonly targetGroups: readonly string[];
  /** Names of the EBS volumes that each new task gets from a snapshot. */
  readonly seededVolumes: readonly string[];
  /** ARN; it may be the one before. */
  readonly currentServiceDeployment: string | undefined;
  readonly deployments: readonly Deployment[];
  /** Newest first. */
  readonly events: readonly ServiceEvent[];
}

export interface Deployment {
  readonly id: string;
  readonly status: string;
  readonly taskDefinition: string;
  readonly desiredCount: number;
  readonly runningCount: number;
  readonly pendingCount: number;
  /** Failures in a row. */
  readonly failedTasks: number;
  readonly rolloutState: string | undefined;
  readonly rolloutStateReason: string | undefined;
  /** By the clock of ECS; comparable with other times of ECS only. */
  readonly createdAt: Date | undefined;
}

export interface ServiceEvent {
  readonly id: string;
  readonly message: string;
}

/** The same deployment as the service-deployment API shows it. */
export interface ServiceDeployment {
  readonly arn: string;
  readonly revisionArn: string | undefined;
  readonly status: string;
  readonly statusReason: string | undefined;
  readonly stage: string | undefined;
  /** Share of the production traffic that the new revision gets. */
  readonly trafficPercent: number | undefined;
  readonly rollback: { readonly reason: string | undefined } | undefined;
  readonly triggeredAlarms: readonly string[];
  /** Failed tasks that the circuit breaker has counted. */
  readonly failureCount: number;
  readonly awaitingHook: { readonly id: string; readonly expiresAt: Date | undefined } | undefined;
}

/** The deployment that the service works towards; undefined only in an incomplete answer. */
export function primaryOf(service: Service): Deployment | undefined {
  return service.deployments.find((one) => one.status === "PRIMARY");
}

/** Whether ECS says of a deployment that it undoes another one. */
export function isRollback({ rolloutStateReason }: Pick<Deployment, "rolloutStateReason">): boolean {
  return /rolling back/i.test(rolloutStateReason ?? "");
}

/** Whether ECS undoes a deployment or has undone it, as the service-deployment API shows it. */
export function isRolledBack({ status }: Pick<ServiceDeployment, "status">): boolean {
  return status.startsWith("ROLLBACK_");
}

/** Whether a deployment has as many running tasks as it wants, and none on the way. */
export function hasAllTasks(counts: Pick<Deployment, "desiredCount" | "runningCount" | "pendingCount">): boolean {
  return counts.runningCount === counts.desiredCount && counts.pendingCount === 0;
}

/** Whether the service is being deleted or has been: nothing runs in it again. */
export function isDeleted({ status }: Pick<Service, "status">): boolean {
  return status !== "ACTIVE";
}

/** Whether ECS is still carrying a deployment out. One that it gave up without a rollback is over. */
export function isInProgress(service: Service): boolean {
  const primary = primaryOf(service);
  if (primary === undefined) return false;
  if (primary.rolloutState !== undefined) return primary.rolloutState === "IN_PROGRESS";
  return service.deployments.length > 1 || !hasAllTasks(primary);
}

/** Whether the service does nothing but run the task definition that it is set to, in full. */
export function isSteady(service: Service): boolean {
  const primary = primaryOf(service);
  if (primary === undefined || service.deployments.length !== 1) return false;
  const over = primary.rolloutState === undefined || primary.rolloutState === "COMPLETED";
  return over && primary.taskDefinition === service.taskDefinition && hasAllTasks(primary);
}

/** `app:42` from the ARN of a task definition: what a person calls it. */
export function revisionName(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}

/** `2/2 running`, and what else is worth knowing of the counts. */
export function renderCounts(counts: Pick<Deployment, "desiredCount" | "runningCount" | "pendingCount">): string {
  const pending = counts.pendingCount === 0 ? "" : `, ${counts.pendingCount} pending`;
  return `${counts.runningCount}/${counts.desiredCount} running${pending}`;
}
