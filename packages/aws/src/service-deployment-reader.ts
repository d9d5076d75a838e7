import {
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  ListServiceDeploymentsCommand,
  StopServiceDeploymentCommand,
  type ServiceDeploymentBrief,
} from "@aws-sdk/client-ecs";
import type { Clock } from "@fairway/domain";

import type { EcsConnection } from "./ecs-connection.ts";
import { translate } from "./api-errors.ts";
import type { ResolvedContainerImage, ServiceDeployment, ServiceTarget } from "./model.ts";
import { readServiceDeployment } from "./read-service-deployment.ts";

/** How far the clocks of this machine and of ECS may differ. */
const SKEW_MS = 5 * 60_000;
const STOP_TIMEOUT_MS = 3000;
const MAX_PAGES = 10;

export interface ServiceDeploymentReader {
  find(target: ServiceTarget, deploymentId: string): Promise<ServiceDeployment | undefined>;
  resolvedImages(revisionArn: string): Promise<ResolvedContainerImage[]>;
  requestRollback(serviceDeploymentArn: string): Promise<void>;
}

/** Reads the service-deployment API; remembers which service deployment belongs to which deployment. */
export function createServiceDeploymentReader(connection: EcsConnection, clock: Clock): ServiceDeploymentReader {
  const after = new Date(clock.now().getTime() - SKEW_MS);
  const known = new Map<string, string>();
  return {
    find: async (target, deploymentId) => {
      const arn = known.get(deploymentId) ?? (await findArn(connection, target, { deploymentId, after }));
      if (arn === undefined) return undefined;
      known.set(deploymentId, arn);
      const command = new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] });
      const { serviceDeployments = [] } = await connection.send(
        "ecs:DescribeServiceDeployments",
        "briefly",
        (options) => connection.client.send(command, options),
      );
      const [found] = serviceDeployments;
      return found === undefined ? undefined : readServiceDeployment(found);
    },
    resolvedImages: async (revisionArn) => {
      const command = new DescribeServiceRevisionsCommand({ serviceRevisionArns: [revisionArn] });
      const { serviceRevisions = [] } = await connection.send("ecs:DescribeServiceRevisions", "briefly", (options) =>
        connection.client.send(command, options),
      );
      return (serviceRevisions[0]?.containerImages ?? []).map(({ containerName = "", image, imageDigest }) => ({
        container: containerName,
        image,
        digest: imageDigest,
      }));
    },
    requestRollback: (serviceDeploymentArn) => requestRollback(connection, serviceDeploymentArn),
  };
}

/**
 * UpdateService does not name the service deployment that it starts, and the service's own pointer may be the previous
 * one. The number in `ecs-svc/<number>` is the last part of the target revision's ARN; anything else is somebody else's.
 */
async function findArn(
  connection: EcsConnection,
  target: ServiceTarget,
  wanted: { readonly deploymentId: string; readonly after: Date },
): Promise<string | undefined> {
  const number = lastSegment(wanted.deploymentId);
  let nextToken: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const command = new ListServiceDeploymentsCommand({ ...target, createdAt: { after: wanted.after }, nextToken });
    const answer = await connection.send("ecs:ListServiceDeployments", "briefly", (options) =>
      connection.client.send(command, options),
    );
    const match = (answer.serviceDeployments ?? []).find((brief) => isOf(brief, number));
    if (match !== undefined) return match.serviceDeploymentArn;
    ({ nextToken } = answer);
    if (nextToken === undefined) return undefined;
  }
  return undefined;
}

function isOf(brief: ServiceDeploymentBrief, number: string): boolean {
  return lastSegment(brief.targetServiceRevisionArn ?? "") === number;
}

function lastSegment(text: string): string {
  return text.slice(text.lastIndexOf("/") + 1);
}

/** Asks once, with a time of its own: it is called when the run is being cancelled, too. */
async function requestRollback({ client }: EcsConnection, serviceDeploymentArn: string): Promise<void> {
  const command = new StopServiceDeploymentCommand({ serviceDeploymentArn, stopType: "ROLLBACK" });
  try {
    await client.send(command, { abortSignal: AbortSignal.timeout(STOP_TIMEOUT_MS) });
  } catch (error) {
    throw translate(error, "ecs:StopServiceDeployment");
  }
}
