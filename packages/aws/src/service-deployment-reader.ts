import {
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  ListServiceDeploymentsCommand,
  StopServiceDeploymentCommand,
} from "@aws-sdk/client-ecs";
import { gatherCalls, type Clock } from "@fairway/domain";

import type { EcsConnection } from "./ecs-connection.ts";
import { translate } from "./api-errors.ts";
import type { ResolvedContainerImage, RollbackRequest, ServiceDeployment, ServiceTarget } from "./model.ts";
import { readServiceDeployment } from "./read-service-deployment.ts";

/** How far the clocks of this machine and of ECS may differ. */
const SKEW_MS = 5 * 60_000;
const STOP_TIMEOUT_MS = 3000;
const MAX_PAGES = 10;

/** One call describes at most this many. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceDeployments.html */
const MOST_A_CALL = 20;
/** Short beside the seconds between two looks, and long enough for the answers about many services to come in. */
const WINDOW_MS = 50;

export interface ServiceDeploymentReader {
  find(
    target: ServiceTarget,
    deploymentId: string,
    candidate: string | undefined,
  ): Promise<ServiceDeployment | undefined>;
  resolvedImages(revisionArn: string): Promise<ResolvedContainerImage[]>;
  requestRollback(request: RollbackRequest): Promise<string | undefined>;
}

/**
 * Reads the service-deployment API; remembers which service deployment belongs to which deployment. What is asked for many
 * services at about the same time goes out in one call.
 */
export function createServiceDeploymentReader(
  connection: EcsConnection,
  { clock, signal }: { readonly clock: Clock; readonly signal?: AbortSignal | undefined },
): ServiceDeploymentReader {
  const after = new Date(clock.now().getTime() - SKEW_MS);
  const known = new Map<string, string>();
  const gathering = { most: MOST_A_CALL, windowMs: WINDOW_MS, clock, signal };
  const describe = gatherCalls((arns) => describeDeployments(connection, arns), gathering);
  const describeRevision = gatherCalls((arns) => describeRevisions(connection, arns), gathering);
  return {
    find: async (target, deploymentId, candidate) => {
      const guess = known.get(deploymentId) ?? candidate;
      const guessed = guess === undefined ? undefined : await describe(guess);
      if (guessed !== undefined && isOf(guessed.revisionArn, deploymentId)) {
        known.set(deploymentId, guessed.arn);
        return guessed;
      }
      const arn = await findArn(connection, target, { deploymentId, after });
      if (arn === undefined) return undefined;
      known.set(deploymentId, arn);
      return describe(arn);
    },
    resolvedImages: async (revisionArn) => (await describeRevision(revisionArn)) ?? [],
    requestRollback: (request) => requestRollback(connection, { ...request, after }),
  };
}

async function describeDeployments(
  connection: EcsConnection,
  serviceDeploymentArns: string[],
): Promise<ReadonlyMap<string, ServiceDeployment>> {
  const command = new DescribeServiceDeploymentsCommand({ serviceDeploymentArns });
  const { serviceDeployments = [] } = await connection.send("ecs:DescribeServiceDeployments", "briefly", (options) =>
    connection.client.send(command, options),
  );
  return new Map(serviceDeployments.map(readServiceDeployment).map((one) => [one.arn, one]));
}

async function describeRevisions(
  connection: EcsConnection,
  serviceRevisionArns: string[],
): Promise<ReadonlyMap<string, ResolvedContainerImage[]>> {
  const command = new DescribeServiceRevisionsCommand({ serviceRevisionArns });
  const { serviceRevisions = [] } = await connection.send("ecs:DescribeServiceRevisions", "briefly", (options) =>
    connection.client.send(command, options),
  );
  return new Map(
    serviceRevisions.map(({ serviceRevisionArn = "", containerImages = [] }) => [
      serviceRevisionArn,
      containerImages.map(({ containerName = "", image, imageDigest }) => ({
        container: containerName,
        image,
        digest: imageDigest,
      })),
    ]),
  );
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
  let nextToken: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const command = new ListServiceDeploymentsCommand({ ...target, createdAt: { after: wanted.after }, nextToken });
    const answer = await connection.send("ecs:ListServiceDeployments", "briefly", (options) =>
      connection.client.send(command, options),
    );
    const match = (answer.serviceDeployments ?? []).find(({ targetServiceRevisionArn }) =>
      isOf(targetServiceRevisionArn, wanted.deploymentId),
    );
    if (match !== undefined) return match.serviceDeploymentArn;
    ({ nextToken } = answer);
    if (nextToken === undefined) return undefined;
  }
  return undefined;
}

function isOf(revisionArn: string | undefined, deploymentId: string): boolean {
  return lastSegment(revisionArn ?? "") === lastSegment(deploymentId);
}

function lastSegment(text: string): string {
  return text.slice(text.lastIndexOf("/") + 1);
}

/** Asks once, with a time of its own: it is called when the run is being cancelled, too. */
async function requestRollback(
  connection: EcsConnection,
  request: RollbackRequest & { readonly after: Date },
): Promise<string | undefined> {
  const abortSignal = AbortSignal.timeout(STOP_TIMEOUT_MS);
  const urgent: EcsConnection = { ...connection, send: (_call, _repeat, attempt) => attempt({ abortSignal }) };
  try {
    const serviceDeploymentArn = request.arn ?? (await findNow(urgent, request));
    if (serviceDeploymentArn === undefined) return undefined;
    const command = new StopServiceDeploymentCommand({ serviceDeploymentArn, stopType: "ROLLBACK" });
    await connection.client.send(command, { abortSignal });
    return serviceDeploymentArn;
  } catch (error) {
    throw translate(error, "ecs:StopServiceDeployment");
  }
}

async function findNow(
  urgent: EcsConnection,
  { target, deploymentId, candidate, after }: RollbackRequest & { readonly after: Date },
): Promise<string | undefined> {
  const found = candidate === undefined ? undefined : (await describeDeployments(urgent, [candidate])).get(candidate);
  return isOf(found?.revisionArn, deploymentId) ? candidate : findArn(urgent, target, { deploymentId, after });
}
