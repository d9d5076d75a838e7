import {
  DescribeTaskDefinitionCommand,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import { isRecord, member, stringMember, upstream } from "@fairway/domain";

import { openEcsConnection, type ConnectionOptions, type EcsConnection } from "./ecs-connection.ts";
import type {
  DescribedService,
  ResolvedContainerImage,
  RollbackRequest,
  Service,
  ServiceChange,
  ServiceDeployment,
  ServiceTarget,
  Task,
  TaskDefinition,
} from "./model.ts";
import { keepRawAnswer, sendRawBody } from "./raw-json.ts";
import { describeServices, foundIn } from "./describe-services.ts";
import { readService } from "./read-service.ts";
import { createServiceDeploymentReader } from "./service-deployment-reader.ts";
import { readInstanceIds, readTasks } from "./task-reader.ts";

/** The services of an account in a region. */
export interface ServiceFleet {
  /** Throws NO_SERVICE, which names service, cluster, region and account, when there is none. */
  describeService(target: ServiceTarget): Promise<Service>;
  /** Up to ten services of a cluster in one call, answered in the order asked. */
  describeServices(cluster: string, services: readonly string[]): Promise<readonly DescribedService[]>;
  /** By `family`, `family:revision` or ARN. */
  describeTaskDefinition(name: string): Promise<TaskDefinition>;
  /** Registers the document as it is and gives the ARN of the new revision. */
  registerTaskDefinition(document: Readonly<Record<string, unknown>>): Promise<string>;
  /** Changes what is named and nothing else. After ECS_UNREACHABLE it may have been carried out: read the service. */
  updateService(target: ServiceTarget, change: ServiceChange): Promise<Service>;
  /**
   * The service deployment of a deployment `ecs-svc/<digits>`; undefined while ECS does not list it. `candidate` is an ARN that
   * may be its: when it is, nothing has to be listed.
   */
  findServiceDeployment(
    target: ServiceTarget,
    deploymentId: string,
    candidate: string | undefined,
  ): Promise<ServiceDeployment | undefined>;
  /**
   * Asks ECS to stop a running deployment and to go back to the one before. Gives the ARN of the service deployment that it
   * stopped; undefined, with nothing asked, while ECS does not show it.
   */
  requestRollback(request: RollbackRequest): Promise<string | undefined>;
  /** The digests that ECS resolved for a service revision. */
  resolvedImages(revisionArn: string): Promise<readonly ResolvedContainerImage[]>;
  /** Tasks of the service; stopped ones are shown by ECS for about an hour. */
  tasks(target: ServiceTarget, desiredStatus: "RUNNING" | "STOPPED"): Promise<readonly Task[]>;
  /** The EC2 instances behind container instances, by ARN. */
  instanceIds(cluster: string, containerInstances: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Opens the fleet with the credentials that the SDK finds in the environment. Nothing is sent until a method is called. */
export function openServiceFleet(options: ConnectionOptions): ServiceFleet {
  const connection = openEcsConnection(options);
  const deployments = createServiceDeploymentReader(connection, options);
  return {
    describeService: async ({ cluster, service }) => foundIn(await describeServices(connection, cluster, [service])),
    describeServices: (cluster, services) => describeServices(connection, cluster, services),
    describeTaskDefinition: (name) => describeTaskDefinition(connection, name),
    registerTaskDefinition: (document) => registerTaskDefinition(connection, document),
    updateService: (target, change) => updateService(connection, target, change),
    findServiceDeployment: (target, deploymentId, candidate) => deployments.find(target, deploymentId, candidate),
    requestRollback: (request) => deployments.requestRollback(request),
    resolvedImages: (revisionArn) => deployments.resolvedImages(revisionArn),
    tasks: (target, desiredStatus) => readTasks(connection, target, desiredStatus),
    instanceIds: (cluster, containerInstances) => readInstanceIds(connection, cluster, containerInstances),
  };
}

async function describeTaskDefinition(connection: EcsConnection, name: string): Promise<TaskDefinition> {
  const command = new DescribeTaskDefinitionCommand({ taskDefinition: name, include: ["TAGS"] });
  const rawAnswer = keepRawAnswer(command);
  await connection.send("ecs:DescribeTaskDefinition", "always", (options) => connection.client.send(command, options));
  const document = member(rawAnswer(), "taskDefinition");
  const tags = member(rawAnswer(), "tags");
  const arn = stringMember(document, "taskDefinitionArn");
  if (!isRecord(document) || arn === undefined)
    throw upstream("ECS_NOT_UNDERSTOOD", `ECS described the task definition ${name} without an ARN`);
  const status = stringMember(document, "status") ?? "ACTIVE";
  return { arn, status, document, tags: Array.isArray(tags) ? (tags as unknown[]) : [] };
}

/** Repeated without harm: the worst that can come of it is a revision that nobody uses. */
async function registerTaskDefinition(
  connection: EcsConnection,
  document: Readonly<Record<string, unknown>>,
): Promise<string> {
  const family = stringMember(document, "family") ?? "";
  const command = new RegisterTaskDefinitionCommand({ family, containerDefinitions: [] });
  sendRawBody(command, document);
  const { taskDefinition } = await connection.send("ecs:RegisterTaskDefinition", "always", (options) =>
    connection.client.send(command, options),
  );
  const arn = taskDefinition?.taskDefinitionArn;
  if (arn !== undefined) return arn;
  throw upstream("ECS_NOT_UNDERSTOOD", `ECS registered a revision of ${family} and gave no ARN for it`);
}

async function updateService(
  connection: EcsConnection,
  target: ServiceTarget,
  change: ServiceChange,
): Promise<Service> {
  const { taskDefinition, desiredCount, forceNewDeployment } = change;
  const command = new UpdateServiceCommand({ ...target, taskDefinition, desiredCount, forceNewDeployment });
  const { service } = await connection.send("ecs:UpdateService", "when-unsent", (options) =>
    connection.client.send(command, options),
  );
  if (service !== undefined) return readService(service);
  throw upstream("ECS_NOT_UNDERSTOOD", `ECS updated the service ${target.service} and did not describe it`);
}
