import { type Account, arn, seconds, settingsOf } from "../account.ts";
import { launchOf } from "../settings.ts";
import { breakerThreshold } from "../simulation/deployments.ts";
import { currentStep } from "../simulation/shift.ts";
import type { HookState } from "../simulation/shift-plan.ts";
import type { RevisionState, ServiceDeploymentState, ServiceState } from "../simulation/model.ts";
import { renderConfiguration } from "./render-configuration.ts";

/** An entry as ListServiceDeployments answers it. */
export function renderBrief(account: Account, service: ServiceState, entry: ServiceDeploymentState): object {
  return {
    serviceDeploymentArn: serviceDeploymentArn(account, service, entry),
    serviceArn: arn(account, `service/${service.cluster}/${service.name}`),
    clusterArn: arn(account, `cluster/${service.cluster}`),
    createdAt: seconds(account, entry.createdAt),
    startedAt: seconds(account, entry.createdAt),
    ...(entry.finishedAt !== undefined && { finishedAt: seconds(account, entry.finishedAt) }),
    targetServiceRevisionArn: revisionArn(account, service, entry.targetRevision),
    status: entry.status,
    ...(entry.statusReason !== undefined && { statusReason: entry.statusReason }),
  };
}

/** An entry as DescribeServiceDeployments answers it. */
export function renderServiceDeployment(
  account: Account,
  service: ServiceState,
  entry: ServiceDeploymentState,
): object {
  const { targetServiceRevisionArn: _brief, ...brief } = renderBrief(account, service, entry) as Record<
    string,
    unknown
  >;
  const sources =
    entry.sourceRevision === undefined ? [] : [{ arn: revisionArn(account, service, entry.sourceRevision) }];
  return {
    ...brief,
    updatedAt: seconds(account, entry.updatedAt),
    sourceServiceRevisions: sources.map((source) => ({ ...source, ...countsOf(service, source.arn) })),
    targetServiceRevision: targetOf(account, service, entry),
    ...renderShift(account, entry),
    ...renderAlarms(service, entry),
    deploymentConfiguration: renderConfiguration(account, service),
    deploymentCircuitBreaker: {
      status: entry.breaker,
      failureCount: entry.failureCount,
      threshold: breakerThreshold(service.desiredCount),
    },
    ...(entry.rollback !== undefined && {
      rollback: {
        reason: entry.rollback.reason,
        startedAt: seconds(account, entry.rollback.startedAt),
        serviceRevisionArn: revisionArn(account, service, entry.rollback.revision),
      },
    }),
  };
}

/** A revision as DescribeServiceRevisions answers it: with the digests that ECS resolved the images to. */
export function renderRevision(account: Account, service: ServiceState, revision: RevisionState): object {
  return {
    serviceRevisionArn: revisionArn(account, service, revision.number),
    serviceArn: arn(account, `service/${service.cluster}/${service.name}`),
    clusterArn: arn(account, `cluster/${service.cluster}`),
    taskDefinition: revision.taskDefinition.arn,
    ...launchOf(settingsOf(account, service)),
    createdAt: seconds(account, revision.createdAt),
    containerImages: revision.images.map(({ container, image, digest }) => ({
      containerName: container,
      image,
      ...(digest !== undefined && { imageDigest: digest }),
    })),
  };
}

/** The ARN of an entry of the service-deployment history. */
export function serviceDeploymentArn(account: Account, service: ServiceState, entry: ServiceDeploymentState): string {
  return arn(account, `service-deployment/${service.cluster}/${service.name}/${entry.id}`);
}

/** The ARN of a service revision; its last segment is the number of the deployment that made it. */
export function revisionArn(account: Account, service: ServiceState, number: string): string {
  return arn(account, `service-revision/${service.cluster}/${service.name}/${number}`);
}

function targetOf(account: Account, service: ServiceState, entry: ServiceDeploymentState): object {
  const target = revisionArn(account, service, entry.targetRevision);
  const step = currentStep(entry);
  const weight = step === undefined ? {} : { requestedProductionTrafficWeight: step.trafficPercent };
  return { arn: target, ...countsOf(service, target), ...weight };
}

/** Only deployments that shift traffic have a stage, and only while they last. */
function renderShift(account: Account, entry: ServiceDeploymentState): object {
  const step = entry.finishedAt === undefined ? currentStep(entry) : undefined;
  const hooks = entry.shift?.hooks ?? [];
  return {
    ...(step !== undefined && { lifecycleStage: step.stage }),
    ...(hooks.length > 0 && {
      lifecycleHookDetails: hooks.map((hook) => renderHook(account, hook)),
    }),
  };
}

function renderHook(account: Account, { hook, id, status, expiresAt }: HookState): object {
  if (hook.kind === "lambda") return { hookId: id, targetType: "AWS_LAMBDA", targetArn: hook.targetArn, status };
  const { timeoutAction } = hook;
  return { hookId: id, targetType: "PAUSE", status, expiresAt: seconds(account, expiresAt), timeoutAction };
}

/** Only services that watch alarms have them. */
function renderAlarms({ configuration: { alarms } }: ServiceState, entry: ServiceDeploymentState): object {
  if (alarms === undefined) return {};
  const { names: alarmNames } = alarms;
  const triggered = entry.triggeredAlarms.length > 0 ? "TRIGGERED" : "MONITORING_COMPLETE";
  const status = entry.status === "IN_PROGRESS" ? "MONITORING" : triggered;
  return { alarms: { status, alarmNames, triggeredAlarmNames: entry.triggeredAlarms } };
}

function countsOf(service: ServiceState, revision: string): object {
  const numbers = service.deployments.filter((one) => revision.endsWith(`/${one.revision}`)).map((one) => one.number);
  const tasks = service.tasks.filter((task) => numbers.includes(task.deployment));
  return {
    requestedTaskCount: numbers.length === 0 ? 0 : service.desiredCount,
    runningTaskCount: tasks.filter((task) => task.lastStatus === "RUNNING").length,
    pendingTaskCount: tasks.filter((task) => ["PROVISIONING", "PENDING", "ACTIVATING"].includes(task.lastStatus))
      .length,
  };
}
