import type { HookAction, LambdaHook, ShiftPlan, ShiftState } from "./shift-plan.ts";

/** What the scheduler needs of a registered task definition. */
export interface TaskDefinitionView {
  readonly arn: string;
  readonly containers: readonly ContainerView[];
  /** `amd64` or `arm64`; the architecture that the tasks run on. */
  readonly architecture: string;
}

export interface ContainerView {
  readonly name: string;
  readonly image: string;
  readonly essential: boolean;
  readonly hasHealthCheck: boolean;
}

/** What an image reference resolves to in the world's registries. */
export interface ResolvedImage {
  readonly digest: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly architectures: readonly string[];
}

/** How one container of one task turns out. Times are virtual milliseconds from the container's start. */
export type ContainerBehaviour =
  | { readonly kind: "healthy"; readonly startMs: number; readonly log?: readonly string[] }
  | { readonly kind: "unhealthy"; readonly startMs: number; readonly log?: readonly string[] }
  | { readonly kind: "crash"; readonly exitCode: number; readonly afterMs: number; readonly log?: readonly string[] }
  | { readonly kind: "cannot-pull"; readonly reason: string };

export type TaskStatus =
  | "PROVISIONING"
  | "PENDING"
  | "ACTIVATING"
  | "RUNNING"
  | "DEACTIVATING"
  | "STOPPING"
  | "DEPROVISIONING"
  | "STOPPED";

export type TaskStep = TaskStatus | "STEADY" | "UNHEALTHY" | "EXIT" | "FORGET";

export interface ContainerState extends ContainerView {
  imageDigest: string | undefined;
  exitCode: number | undefined;
  reason: string | undefined;
  behaviour: ContainerBehaviour | undefined;
}

export interface TaskState {
  readonly id: string;
  readonly cluster: string;
  readonly service: string;
  readonly deployment: string;
  readonly taskDefinition: TaskDefinitionView;
  readonly containers: ContainerState[];
  readonly createdAt: number;
  readonly log: { readonly at: number; readonly container: string; readonly message: string }[];
  lastStatus: TaskStatus;
  desiredStatus: "RUNNING" | "STOPPED";
  health: "UNKNOWN" | "HEALTHY" | "UNHEALTHY";
  startedAt: number | undefined;
  /** When the application in it begins to answer; nothing while it never will. */
  readyAt: number | undefined;
  stoppingAt: number | undefined;
  stoppedAt: number | undefined;
  stopCode: string | undefined;
  stoppedReason: string | undefined;
  /** Whether it has run long enough, or passed its health check, for the scheduler to count on it. */
  steady: boolean;
  /** Whether its end counts against its deployment: it failed of itself, before it was steady. */
  failed: boolean;
  /** Whether what its stopping does to other tasks has been looked at. */
  consequencesDrawn: boolean;
  agenda: { readonly at: number; readonly step: TaskStep }[];
}

export type RolloutState = "IN_PROGRESS" | "COMPLETED" | "FAILED";

export interface DeploymentState {
  /** The digits of `ecs-svc/<digits>`. */
  readonly number: string;
  readonly taskDefinition: TaskDefinitionView;
  readonly createdAt: number;
  /** The number of the revision that it rolls out; a rollback goes back to an earlier one. */
  readonly revision: string;
  /** The number of the deployment that failed, when this one is its rollback. */
  rollbackOf: string | undefined;
  updatedAt: number;
  status: "PRIMARY" | "ACTIVE";
  rolloutState: RolloutState;
  rolloutStateReason: string;
  failedSince: number | undefined;
  failedTasks: number;
  retryAt: number;
}

export interface RevisionState {
  readonly number: string;
  readonly taskDefinition: TaskDefinitionView;
  readonly createdAt: number;
  readonly images: readonly {
    readonly container: string;
    readonly image: string;
    readonly digest: string | undefined;
  }[];
}

export type ServiceDeploymentStatus =
  | "IN_PROGRESS"
  | "SUCCESSFUL"
  | "STOPPED"
  | "ROLLBACK_IN_PROGRESS"
  | "ROLLBACK_SUCCESSFUL"
  | "ROLLBACK_FAILED";

/** One entry of the service-deployment history, the second view of a deployment. */
export interface ServiceDeploymentState {
  readonly id: string;
  /** Equal to the number of the deployment that it follows. */
  readonly targetRevision: string;
  readonly sourceRevision: string | undefined;
  readonly createdAt: number;
  updatedAt: number;
  finishedAt: number | undefined;
  status: ServiceDeploymentStatus;
  statusReason: string | undefined;
  rollback: { readonly reason: string; readonly startedAt: number; readonly revision: string } | undefined;
  /** How far it has shifted traffic; nothing for a rolling deployment. */
  readonly shift: ShiftState | undefined;
  /** The alarms that went off while it was in progress and that its service watches. */
  triggeredAlarms: readonly string[];
  breaker: "DISABLED" | "MONITORING" | "MONITORING_COMPLETE" | "TRIGGERED";
  failureCount: number;
}

export interface DeploymentConfiguration {
  readonly minimumHealthyPercent: number;
  readonly maximumPercent: number;
  readonly breaker: { readonly enable: boolean; readonly rollback: boolean };
  /** Rolling deployments may be called successful at this share of healthy tasks, before the old tasks are gone. */
  readonly earlySuccessPercent: number | undefined;
  readonly alarms: AlarmRule | undefined;
  /** The stages of a blue/green, linear or canary deployment. */
  readonly shift?: ShiftPlan | undefined;
}

/** Which alarms fail a deployment, and whether it is rolled back then. */
export interface AlarmRule {
  readonly names: readonly string[];
  readonly rollback: boolean;
}

/** Corners of real ECS that a test can turn on for one service. */
export interface ServiceScript {
  /** What DescribeServices still shows of a deployment whose rollback has begun. */
  readonly failedEntry: "visible" | "lagging" | "gone";
  /** Whether the rollback is a deployment with a new id, or the earlier one come back. */
  readonly rollbackId: "new" | "earlier";
  /** How long ListServiceDeployments does not know a new deployment yet, in virtual milliseconds. */
  readonly serviceDeploymentLagMs: number;
}

export interface ServiceState {
  readonly cluster: string;
  readonly name: string;
  readonly createdAt: number;
  status: "ACTIVE" | "DRAINING" | "INACTIVE";
  desiredCount: number;
  configuration: DeploymentConfiguration;
  script: ServiceScript;
  /** Newest first; the first one is PRIMARY. */
  deployments: DeploymentState[];
  tasks: TaskState[];
  events: { readonly id: string; readonly at: number; readonly message: string }[];
  revisions: RevisionState[];
  serviceDeployments: ServiceDeploymentState[];
  /** The newest deployment that completed: what a circuit breaker falls back to. */
  lastCompleted: DeploymentState | undefined;
  isSteady: boolean;
}

export interface FleetState {
  now: number;
  sequence: number;
  readonly services: ServiceState[];
}

/** How long things take, in virtual milliseconds. */
export interface FleetTimings {
  readonly provisioningMs: number;
  readonly pullMs: number;
  readonly activatingMs: number;
  /** How long a task without a health check must run before the scheduler counts on it. */
  readonly steadyMs: number;
  /** How long failing health checks take to condemn a task. */
  readonly unhealthyMs: number;
  readonly drainMs: number;
  readonly stoppingMs: number;
  readonly deprovisioningMs: number;
  /** The wait after the first failed task; it doubles with each further one. */
  readonly restartDelayMs: number;
  readonly longestRestartDelayMs: number;
  readonly lagMs: number;
  readonly keepStoppedMs: number;
}

export interface TaskExit {
  readonly taskId: string;
  readonly afterMs: number;
  readonly exitCode: number;
  readonly log: readonly string[];
}

/**
 * What the world decides about the fleet. For a replay to give the same state, the same question must get the same
 * answer: `at` is the virtual time of the question, and a task's id is asked about once.
 */
export interface FleetRules {
  readonly timings: FleetTimings;
  resolveImage(image: string, at: number): ResolvedImage | undefined;
  behaviour(container: ContainerState, task: TaskState, fleet: FleetState): ContainerBehaviour;
  /** Which tasks die because this one has begun to stop, such as clients of a database. */
  consequences(stopping: TaskState, fleet: FleetState): readonly TaskExit[];
  /** What a function answers that a deployment asks at a stage. */
  answerOf(hook: LambdaHook): HookAction;
}

export const DEFAULT_TIMINGS: FleetTimings = {
  provisioningMs: 5_000,
  pullMs: 10_000,
  activatingMs: 2_000,
  steadyMs: 25_000,
  unhealthyMs: 60_000,
  drainMs: 10_000,
  stoppingMs: 3_000,
  deprovisioningMs: 5_000,
  restartDelayMs: 45_000,
  longestRestartDelayMs: 27 * 60_000,
  lagMs: 20_000,
  keepStoppedMs: 3_600_000,
};

export const DEFAULT_SCRIPT: ServiceScript = {
  failedEntry: "visible",
  rollbackId: "new",
  serviceDeploymentLagMs: 0,
};
