import { FairwayError, upstream } from "@fairway/domain";

import type { EcsDeployPorts, ServiceChange, ServiceTarget } from "./ports.ts";
import { primaryOf, revisionName, type Deployment, type Service } from "./service-state.ts";

const READ_BACKS = 5;
const READ_BACK_PAUSE_MS = 2000;

export interface ChangeToStart {
  readonly target: ServiceTarget;
  readonly before: Service;
  readonly change: ServiceChange;
}

/**
 * Changes the service once. When the reply is lost the service is read: if the change took place, it is ours, and only if it
 * did not is it asked for again.
 */
export async function startChange(task: ChangeToStart, ports: EcsDeployPorts): Promise<Service> {
  try {
    return await changeOnce(task, ports);
  } catch (error) {
    throw ports.signal.aborted ? cancelledOnTheWay(task, error) : error;
  }
}

async function changeOnce(task: ChangeToStart, ports: EcsDeployPorts): Promise<Service> {
  const { fleet, log } = ports;
  try {
    return await fleet.updateService(task.target, task.change);
  } catch (error) {
    if (!(error instanceof FairwayError) || error.code !== "ECS_UNREACHABLE") throw error;
    log.warning(`The reply to UpdateService was lost; reading the service to learn whether it was carried out.`);
    const service = await readBack(task, ports);
    if (service !== undefined) {
      log.info("found the update carried out");
      return service;
    }
    log.info("found the service unchanged, asking again");
    return fleet.updateService(task.target, task.change);
  }
}

/** Nothing more is asked of ECS then, so whether it took the change stays open, and that is said. */
function cancelledOnTheWay({ target, before }: ChangeToStart, cause: unknown): FairwayError {
  return new FairwayError(
    `The run was cancelled while it asked ECS to change ${before.name}; ECS may carry that out by itself`,
    {
      kind: "refusal",
      code: "CANCELLED",
      nextStep: `See what it did: aws ecs describe-services --cluster ${target.cluster} --services ${target.service} --query 'services[0].deployments'`,
      cause,
    },
  );
}

/**
 * Like `startChange`, for a change that must start a deployment; gives it. Some changes start none when ECS sees no
 * difference, so it is asked a second time, with force.
 */
export async function startDeployment(
  task: ChangeToStart,
  ports: EcsDeployPorts,
): Promise<{ service: Service; deployment: Deployment }> {
  const service = await startChange(task, ports);
  const deployment = newDeployment(task.before, service);
  if (deployment !== undefined) return { service, deployment: oursOrThrow(task, deployment) };
  const forced = { ...task, change: { ...task.change, forceNewDeployment: true } };
  const again = task.change.forceNewDeployment === true ? service : await startChange(forced, ports);
  const second = newDeployment(task.before, again);
  if (second !== undefined) return { service: again, deployment: oursOrThrow(task, second) };
  throw upstream(
    "NOT_STARTED",
    `ECS took the update of ${service.name} and started no deployment: ${primaryOf(again)?.id ?? "none"} is still the primary one`,
    { nextStep: "Look at the service's events; run the job again." },
  );
}

/** The new deployment, which must be of what was asked: to follow any other one would end green on something else. */
function oursOrThrow({ change }: ChangeToStart, deployment: Deployment): Deployment {
  if (change.taskDefinition === undefined || deployment.taskDefinition === change.taskDefinition) return deployment;
  const [asked, started] = [change.taskDefinition, deployment.taskDefinition].map(revisionName);
  throw upstream(
    "OTHER_STARTED",
    `ECS was asked for ${asked} and answers with deployment ${deployment.id} of ${started}`,
    {
      nextStep:
        "Find out who deployed at the same moment; give one environment's deployments one lease with check-concurrent.",
    },
  );
}

function newDeployment(before: Service, after: Service): Deployment | undefined {
  const primary = primaryOf(after);
  return primary?.id === primaryOf(before)?.id ? undefined : primary;
}

async function readBack(task: ChangeToStart, { fleet, clock, signal }: EcsDeployPorts): Promise<Service | undefined> {
  for (let count = 0; count < READ_BACKS; count += 1) {
    await clock.sleep(READ_BACK_PAUSE_MS, signal);
    const service = await fleet.describeService(task.target);
    if (tookPlace(task, service)) return service;
  }
  return undefined;
}

/** Whether the service is what the change makes of it. */
function tookPlace({ before, change }: ChangeToStart, after: Service): boolean {
  if (change.desiredCount !== undefined && after.desiredCount !== change.desiredCount) return false;
  if (change.taskDefinition === undefined && change.forceNewDeployment !== true) return true;
  const wanted = change.taskDefinition ?? before.taskDefinition;
  const fresh = newDeployment(before, after);
  return fresh !== undefined && revisionName(fresh.taskDefinition) === revisionName(wanted);
}
