import { FairwayError, type Clock, type Log } from "@fairway/domain";

import type { Service, ServiceDeployment } from "./service-state.ts";

export interface ServiceTarget {
  readonly cluster: string;
  readonly service: string;
}

/** The status of a task definition that is in a file and that ECS does not have yet; its `arn` is the family. */
export const UNREGISTERED = "UNREGISTERED";

export interface TaskDefinition {
  readonly arn: string;
  readonly status: string;
  /** As ECS has it, with every member, known or not. */
  readonly document: Readonly<Record<string, unknown>>;
  readonly tags: readonly unknown[];
}

export interface ServiceChange {
  readonly taskDefinition?: string | undefined;
  readonly desiredCount?: number | undefined;
  readonly forceNewDeployment?: boolean | undefined;
}

export interface Task {
  readonly arn: string;
  readonly taskDefinition: string;
  readonly startedBy: string | undefined;
  readonly lastStatus: string;
  readonly stopCode: string | undefined;
  readonly stoppedReason: string | undefined;
  readonly stoppedAt: Date | undefined;
  /** Of its own network interface; empty when it uses its machine's. */
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
  readonly digest: string | undefined;
}

/** Which deployment to roll back, and what is known of its service deployment. */
export interface RollbackRequest {
  readonly target: ServiceTarget;
  readonly deploymentId: string;
  readonly arn: string | undefined;
  /** An ARN that may be its; another one is never rolled back. */
  readonly candidate: string | undefined;
}

export type DescribedService =
  | { readonly kind: "found"; readonly service: Service }
  | { readonly kind: "missing"; readonly error: FairwayError };

/**
 * The services of an account in a region. A method throws a FairwayError; ECS_UNREACHABLE and ECS_THROTTLED may pass, and
 * after ECS_UNREACHABLE a change may have been carried out.
 */
export interface ServiceFleet {
  describeService(target: ServiceTarget): Promise<Service>;
  /** Up to ten services of a cluster in one call, answered in the order asked. */
  describeServices(cluster: string, services: readonly string[]): Promise<readonly DescribedService[]>;
  describeTaskDefinition(name: string): Promise<TaskDefinition>;
  registerTaskDefinition(document: Readonly<Record<string, unknown>>): Promise<string>;
  updateService(target: ServiceTarget, change: ServiceChange): Promise<Service>;
  /** `candidate` is the ARN of a service deployment that may be the one; another one is never given. */
  findServiceDeployment(
    target: ServiceTarget,
    deploymentId: string,
    candidate: string | undefined,
  ): Promise<ServiceDeployment | undefined>;
  /**
   * Gives the ARN of the service deployment that ECS was asked to roll back; undefined, with nothing asked, while ECS does not
   * show it. Must work when the run is being cancelled, too.
   */
  requestRollback(request: RollbackRequest): Promise<string | undefined>;
  resolvedImages(revisionArn: string): Promise<readonly ResolvedContainerImage[]>;
  tasks(target: ServiceTarget, desiredStatus: "RUNNING" | "STOPPED"): Promise<readonly Task[]>;
  /** The EC2 instances behind container instances, by ARN. */
  instanceIds(cluster: string, containerInstances: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export interface LogStream {
  /** It may differ from the region of the cluster. */
  readonly region: string | undefined;
  readonly group: string;
  readonly name: string;
}

/** What containers wrote to CloudWatch Logs. */
export interface TaskLogs {
  /** The last lines of a stream, oldest first. */
  tail(stream: LogStream, lines: number): Promise<readonly string[]>;
}

export interface TargetState {
  /** An address, or the id of an instance. */
  readonly id: string;
  readonly port: number | undefined;
  readonly state: string;
  readonly reason: string | undefined;
}

/** What load balancers say of the tasks behind them. */
export interface TargetHealth {
  describe(targetGroupArn: string): Promise<readonly TargetState[]>;
}

/** Files of the checked-out commit. */
export interface DefinitionFiles {
  /** Text of a file, or undefined when there is none. Refuses what lies outside the workspace or is larger than `maxBytes`. */
  readText(path: string, maxBytes: number): Promise<string | undefined>;
}

export interface EcsDeployPorts {
  readonly fleet: ServiceFleet;
  readonly logs: TaskLogs;
  readonly targets: TargetHealth;
  readonly files: DefinitionFiles;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/** Whether asking the fleet again later may help. */
export function mayPass(error: unknown): error is FairwayError {
  return error instanceof FairwayError && ["ECS_UNREACHABLE", "ECS_THROTTLED"].includes(error.code);
}

/** The text of anything that was thrown, for a notice. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
