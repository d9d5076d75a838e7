import type { FairwayError } from "@fairway/domain";

/** Keys of a session, as the SDK takes them. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

/** Which service, by name or ARN, in which cluster. */
export interface ServiceTarget {
  readonly cluster: string;
  readonly service: string;
}

/** A service as one read shows it. Reads of ECS are eventually consistent: this may be some seconds old. */
export interface Service {
  readonly name: string;
  readonly arn: string;
  /** ACTIVE, DRAINING or INACTIVE. */
  readonly status: string;
  /** ARN of the revision that the service is set to. */
  readonly taskDefinition: string;
  readonly desiredCount: number;
  readonly runningCount: number;
  readonly pendingCount: number;
  /** ECS, CODE_DEPLOY or EXTERNAL. */
  readonly controller: string;
  /** ROLLING, BLUE_GREEN, LINEAR or CANARY. */
  readonly strategy: string;
  /** Whether the number of tasks follows the number of machines, so that a desired count means nothing. */
  readonly daemon: boolean;
  /** Whether ECS itself manages the service's settings, as it does for an Express service. */
  readonly managedByEcs: boolean;
  readonly circuitBreaker: { readonly enabled: boolean; readonly rollback: boolean };
  readonly loadBalanced: boolean;
  /** ARNs, the alternate ones of blue/green deployments among them. */
  readonly targetGroups: readonly string[];
  /** Names of the EBS volumes that each new task gets from a snapshot. */
  readonly seededVolumes: readonly string[];
  /** ARN of the service deployment that ECS calls the current one; it may be the one before. */
  readonly currentServiceDeployment: string | undefined;
  readonly deployments: readonly Deployment[];
  /** Newest first. */
  readonly events: readonly ServiceEvent[];
}

/** One of several services that were asked for together. */
export type DescribedService =
  | { readonly kind: "found"; readonly service: Service }
  | { readonly kind: "missing"; readonly error: FairwayError };

export interface Deployment {
  /** `ecs-svc/<digits>`. */
  readonly id: string;
  /** PRIMARY, ACTIVE, INACTIVE or DRAINING. */
  readonly status: string;
  readonly taskDefinition: string;
  readonly desiredCount: number;
  readonly runningCount: number;
  readonly pendingCount: number;
  /** Failures in a row; ECS sets it back to 0 when a task stays up. */
  readonly failedTasks: number;
  /** IN_PROGRESS, COMPLETED or FAILED; absent for services behind a Classic Load Balancer. */
  readonly rolloutState: string | undefined;
  readonly rolloutStateReason: string | undefined;
  /** By the clock of ECS; comparable with other times of ECS only. */
  readonly createdAt: Date | undefined;
}

export interface ServiceEvent {
  readonly id: string;
  readonly at: Date | undefined;
  readonly message: string;
}

/** The same deployment as the service-deployment API shows it. */
export interface ServiceDeployment {
  readonly arn: string;
  readonly revisionArn: string | undefined;
  /** PENDING, IN_PROGRESS, SUCCESSFUL, STOP_REQUESTED, STOPPED or ROLLBACK_*. */
  readonly status: string;
  readonly statusReason: string | undefined;
  /** Only for blue/green, linear and canary. */
  readonly stage: string | undefined;
  /** Share of the production traffic that the new revision gets; only while traffic is shifted. */
  readonly trafficPercent: number | undefined;
  /** Present when a rollback was decided on; ECS does not always say why. */
  readonly rollback: { readonly reason: string | undefined } | undefined;
  readonly triggeredAlarms: readonly string[];
  /** Failed tasks that the circuit breaker has counted. */
  readonly failureCount: number;
  readonly awaitingHook: { readonly id: string; readonly expiresAt: Date | undefined } | undefined;
}

/** Which deployment to roll back, and what is known of its service deployment. */
export interface RollbackRequest {
  readonly target: ServiceTarget;
  readonly deploymentId: string;
  /** Its ARN, once it was found. */
  readonly arn: string | undefined;
  /** An ARN that may be its. */
  readonly candidate: string | undefined;
}

export interface TaskDefinition {
  readonly arn: string;
  /** ACTIVE, INACTIVE or DELETE_IN_PROGRESS. */
  readonly status: string;
  /** What ECS sent, member for member, whether or not the SDK knows the member. */
  readonly document: Readonly<Record<string, unknown>>;
  readonly tags: readonly unknown[];
}

/** What one UpdateService call changes; what is absent is left as it is. */
export interface ServiceChange {
  readonly taskDefinition?: string | undefined;
  readonly desiredCount?: number | undefined;
  readonly forceNewDeployment?: boolean | undefined;
}

export interface Task {
  readonly arn: string;
  readonly taskDefinition: string;
  /** Id of the deployment that started the task. */
  readonly startedBy: string | undefined;
  readonly lastStatus: string;
  readonly stopCode: string | undefined;
  readonly stoppedReason: string | undefined;
  readonly stoppedAt: Date | undefined;
  /** Private addresses of the task's own network interface; empty when it uses its machine's. */
  readonly addresses: readonly string[];
  /** ARN of the machine that it runs on; absent on Fargate. */
  readonly containerInstance: string | undefined;
  /** Ports of that machine that lead to the task. */
  readonly hostPorts: readonly number[];
  readonly containers: readonly TaskContainer[];
}

export interface TaskContainer {
  readonly name: string;
  readonly image: string | undefined;
  readonly imageDigest: string | undefined;
  readonly exitCode: number | undefined;
  readonly reason: string | undefined;
}

export interface ResolvedContainerImage {
  readonly container: string;
  readonly image: string | undefined;
  readonly digest: string | undefined;
}
