import { configuration, type Digest } from "@fairway/domain";

import type { EcsDeployInputs } from "./inputs.ts";
import { planRevision, resolveContainer, type ImageChange } from "./plan-revision.ts";
import { UNREGISTERED, type ServiceChange, type TaskDefinition } from "./ports.ts";
import { isSteady, revisionName, type Service } from "./service-state.ts";
import { listWantedImages, type WantedImage } from "./wanted-image.ts";

/** What will be asked of ECS. */
export interface ChangePlan {
  readonly change: ServiceChange;
  /** To be registered first; its ARN then becomes the change's task definition. */
  readonly document: Readonly<Record<string, unknown>> | undefined;
  readonly images: readonly ImageChange[];
  /** What the running containers must turn out to be. */
  readonly expectations: readonly DigestExpectation[];
  /** The container whose digest is told when none is expected. */
  readonly container: string | undefined;
  /** Whether the service already runs exactly this in full, as far as its description says. */
  readonly alreadySo: boolean;
}

export interface DigestExpectation {
  readonly container: string;
  readonly digest: Digest;
  /** Whether the task definition itself names this digest, so that nothing else can be pulled. */
  readonly pinned: boolean;
}

/**
 * Plans a deployment: images put into `definition`, or `definition` itself. When the service has that revision already, ECS
 * would do nothing, so a new deployment of it is forced.
 */
export function planDeploy(inputs: EcsDeployInputs, service: Service, definition: TaskDefinition): ChangePlan {
  requireActive(definition);
  const wanted = listWantedImages(inputs);
  const revision = planRevision(definition, wanted);
  const isCurrent = revision.kind === "same" && definition.arn === service.taskDefinition;
  const force = inputs.forceNewDeployment || isCurrent ? { forceNewDeployment: true } : {};
  return {
    change: { taskDefinition: definition.arn, desiredCount: inputs.desiredCount, ...force },
    document: revision.kind === "new" ? revision.document : undefined,
    images: revision.images,
    expectations: wanted.length === 0 ? expectationsOf(inputs, definition) : pinnedBy(wanted, definition),
    container: revision.images[0]?.container ?? inputs.container,
    alreadySo: isCurrent && !inputs.forceNewDeployment && runsInFull(service, inputs.desiredCount),
  };
}

function runsInFull(service: Service, desiredCount: number | undefined): boolean {
  return isSteady(service) && (desiredCount ?? service.desiredCount) === service.desiredCount;
}

function requireActive({ arn, status }: TaskDefinition): void {
  if (status === "ACTIVE" || status === UNREGISTERED) return;
  throw configuration(
    "INACTIVE_TASK_DEFINITION",
    `${revisionName(arn)} is ${status}; only an ACTIVE task definition can be deployed`,
    "Name an active revision in the input task-definition.",
  );
}

function pinnedBy(wanted: readonly WantedImage[], definition: TaskDefinition): DigestExpectation[] {
  return wanted.flatMap(({ container, digest }) =>
    digest === undefined ? [] : [{ container: resolveContainer(definition, container), digest, pinned: true }],
  );
}

/** Plans new tasks of what the service runs already. `definition` is needed only when a digest is expected. */
export function planRestart(inputs: EcsDeployInputs, definition: TaskDefinition | undefined): ChangePlan {
  return {
    change: { desiredCount: inputs.desiredCount, forceNewDeployment: true },
    document: undefined,
    images: [],
    expectations: definition === undefined ? [] : expectationsOf(inputs, definition),
    container: inputs.container,
    alreadySo: false,
  };
}

/** Plans a number of tasks. */
export function planScale({ desiredCount }: EcsDeployInputs, service: Service): ChangePlan {
  const fits = service.desiredCount === desiredCount;
  return {
    change: { desiredCount },
    document: undefined,
    images: [],
    expectations: [],
    container: undefined,
    alreadySo: fits && service.runningCount === desiredCount && service.pendingCount === 0,
  };
}

function expectationsOf(
  { expectedDigest, container }: EcsDeployInputs,
  definition: TaskDefinition,
): DigestExpectation[] {
  if (expectedDigest === undefined) return [];
  return [{ container: resolveContainer(definition, container), digest: expectedDigest, pinned: false }];
}
