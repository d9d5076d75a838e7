import { type Action, type Call, seconds, serviceOf, settingsOf } from "../account.ts";
import {
  renderBrief,
  renderRevision,
  renderServiceDeployment,
  revisionArn,
  serviceDeploymentArn,
} from "../render/render-service-deployment.ts";
import type { ServiceDeploymentState, ServiceState } from "../simulation/model.ts";
import { controllerOf } from "../settings.ts";
import { AwsError } from "../wire/aws-error.ts";
import { invalid, optionalObject, optionalText, requiredText, textList } from "../wire/input.ts";
import { pageOf } from "../wire/paging.ts";

/** The history of deployments and the revisions that they roll out. */
export const SERVICE_DEPLOYMENT_ACTIONS: Readonly<Record<string, Action>> = {
  ListServiceDeployments: list,
  DescribeServiceDeployments: describe,
  DescribeServiceRevisions: describeRevisions,
  StopServiceDeployment: stop,
  ContinueServiceDeployment: answerPause,
};

function list(call: Call): object {
  const { account, fleet, input } = call;
  const service = serviceOf(call);
  const statuses = textList(input, "status");
  const window = optionalObject(input, "createdAt") ?? {};
  const after = Number(window["after"] ?? Number.NEGATIVE_INFINITY);
  const before = Number(window["before"] ?? Number.POSITIVE_INFINITY);
  const isOurs = controllerOf(settingsOf(account, service)) === "ECS";
  const history = isOurs ? service.serviceDeployments : [];
  const found = history.filter((entry) => {
    const createdAt = seconds(account, entry.createdAt);
    const isKnown = entry.createdAt + service.script.serviceDeploymentLagMs <= fleet.now;
    return (
      isKnown && createdAt > after && createdAt < before && (statuses.length === 0 || statuses.includes(entry.status))
    );
  });
  const page = pageOf(found, input);
  return {
    serviceDeployments: page.items.map((entry) => renderBrief(account, service, entry)),
    ...(page.nextToken !== undefined && { nextToken: page.nextToken }),
  };
}

function describe(call: Call): object {
  const arns = textList(call.input, "serviceDeploymentArns");
  if (arns.length === 0 || arns.length > 20) throw invalid("serviceDeploymentArns must have 1 to 20 elements.");
  const found = arns.map((asked) => ({ asked, entry: lookUp(call, asked) }));
  return {
    serviceDeployments: found.flatMap(({ entry }) =>
      entry === undefined ? [] : renderServiceDeployment(call.account, entry.service, entry.deployment),
    ),
    failures: found.flatMap(({ asked, entry }) => (entry === undefined ? [{ arn: asked, reason: "MISSING" }] : [])),
  };
}

function describeRevisions({ account, fleet, input }: Call): object {
  const arns = textList(input, "serviceRevisionArns");
  if (arns.length === 0 || arns.length > 20) throw invalid("serviceRevisionArns must have 1 to 20 elements.");
  const known = new Map(
    fleet.services.flatMap((service) =>
      service.revisions.map(
        (revision) => [revisionArn(account, service, revision.number), { service, revision }] as const,
      ),
    ),
  );
  return {
    serviceRevisions: arns
      .flatMap((asked) => known.get(asked) ?? [])
      .map(({ service, revision }) => renderRevision(account, service, revision)),
    failures: arns.filter((asked) => !known.has(asked)).map((asked) => ({ arn: asked, reason: "MISSING" })),
  };
}

function stop(call: Call): object {
  const asked = requiredText(call.input, "serviceDeploymentArn");
  const entry = lookUp(call, asked);
  if (entry === undefined) throw new AwsError("ServiceDeploymentNotFoundException", "Service deployment not found.");
  if (entry.deployment.status !== "IN_PROGRESS") {
    throw new AwsError(
      "ConflictException",
      `The service deployment is ${entry.deployment.status} and cannot be stopped.`,
    );
  }
  const wantsRollback = (optionalText(call.input, "stopType") ?? "ROLLBACK") === "ROLLBACK";
  const { cluster, name } = entry.service;
  const number = entry.deployment.targetRevision;
  call.account.apply({ kind: "stop-deployment", cluster, service: name, number, wantsRollback });
  return { serviceDeploymentArn: asked };
}

function answerPause(call: Call): object {
  const asked = requiredText(call.input, "serviceDeploymentArn");
  const hookId = requiredText(call.input, "hookId");
  const entry = lookUp(call, asked);
  if (entry === undefined) throw new AwsError("ServiceDeploymentNotFoundException", "Service deployment not found.");
  const hook = entry.deployment.shift?.hooks.find(({ id }) => id === hookId);
  if (hook?.status !== "AWAITING_ACTION") throw invalid(`The lifecycle hook ${hookId} is not awaiting an action.`);
  const action = optionalText(call.input, "action") === "ROLLBACK" ? "ROLLBACK" : "CONTINUE";
  const { cluster, name } = entry.service;
  const number = entry.deployment.targetRevision;
  call.account.apply({ kind: "answer-hook", cluster, service: name, number, hookId, action });
  return { serviceDeploymentArn: asked };
}

interface Entry {
  readonly service: ServiceState;
  readonly deployment: ServiceDeploymentState;
}

function lookUp({ account, fleet }: Call, asked: string): Entry | undefined {
  for (const service of fleet.services) {
    const deployment = service.serviceDeployments.find((one) => serviceDeploymentArn(account, service, one) === asked);
    if (deployment !== undefined) return { service, deployment };
  }
  return undefined;
}
