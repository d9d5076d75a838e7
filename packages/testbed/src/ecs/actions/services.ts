import { type Action, arn, type Call, clusterOf, lookUpService, serviceOf, settingsOf } from "../account.ts";
import { readConfiguration } from "../render/render-configuration.ts";
import { renderService } from "../render/render-service.ts";
import { controllerOf, isDaemon } from "../settings.ts";
import { liveTasks } from "../simulation/scheduler.ts";
import { type TaskDefinition, viewOf } from "../task-definitions.ts";
import { AwsError } from "../wire/aws-error.ts";
import {
  type Input,
  invalid,
  optionalCount,
  optionalObject,
  optionalText,
  requiredText,
  textList,
} from "../wire/input.ts";
import { pageOf } from "../wire/paging.ts";
import { refuseCreation, refuseUpdate } from "./refuse-change.ts";

/** Services: created, described, changed, deleted. */
export const SERVICE_ACTIONS: Readonly<Record<string, Action>> = {
  CreateService: createService,
  DescribeServices: describeServices,
  ListServices: listServices,
  UpdateService: updateService,
  DeleteService: deleteService,
};

/** Members of CreateService and UpdateService that the scheduler takes; everything else is kept and answered back. */
const SCHEDULED = new Set([
  "cluster",
  "service",
  "serviceName",
  "taskDefinition",
  "desiredCount",
  "forceNewDeployment",
]);

function createService(call: Call): object {
  const { account, input } = call;
  const cluster = clusterOf(call);
  const name = requiredText(input, "serviceName");
  refuseCreation(input);
  const namesake = lookUpService(call.fleet, cluster, name)?.status ?? "INACTIVE";
  if (namesake === "ACTIVE") throw invalid("Creation of service was not idempotent.");
  if (namesake === "DRAINING") throw invalid("Unable to Start a service that is still Draining.");
  const configuration = readConfiguration(input);
  const isExternal = controllerOf(input) === "EXTERNAL";
  const definition = isExternal ? undefined : activeDefinition(call, requiredText(input, "taskDefinition"));
  account.settings.set(`${cluster}/${name}`, settingsIn(input));
  account.apply({
    kind: "create-service",
    cluster,
    service: name,
    desiredCount: isDaemon(input) ? account.machines : (optionalCount(input, "desiredCount") ?? 1),
    configuration,
    ...(definition !== undefined && { taskDefinition: viewOf(definition) }),
  });
  return answer(call, cluster, name);
}

function describeServices(call: Call): object {
  const cluster = clusterOf(call);
  const names = textList(call.input, "services");
  if (names.length === 0) throw invalid("Services cannot be empty.");
  if (names.length > 10) throw invalid("Services cannot have more than 10 elements.");
  const { account, fleet } = call;
  const found = names.map((name) => ({ name, service: lookUpService(fleet, cluster, name) }));
  return {
    services: found.flatMap(({ service }) => (service === undefined ? [] : renderService(account, service, fleet.now))),
    failures: found.flatMap(({ name, service }) =>
      service === undefined ? [{ arn: missingArn(call, cluster, name), reason: "MISSING" }] : [],
    ),
  };
}

function listServices(call: Call): object {
  const cluster = clusterOf(call);
  const own = call.fleet.services.filter((service) => service.cluster === cluster && service.status === "ACTIVE");
  const page = pageOf(
    own.map((service) => arn(call.account, `service/${cluster}/${service.name}`)),
    call.input,
  );
  return { serviceArns: page.items, ...(page.nextToken !== undefined && { nextToken: page.nextToken }) };
}

function updateService(call: Call): object {
  const { account, input } = call;
  const service = serviceOf(call);
  if (service.status !== "ACTIVE") throw new AwsError("ServiceNotActiveException", "Service was not ACTIVE.");
  refuseUpdate(settingsOf(account, service), input);
  const reference = optionalText(input, "taskDefinition");
  const definition = reference === undefined ? undefined : activeDefinition(call, reference);
  const desiredCount = optionalCount(input, "desiredCount");
  const settings = { ...settingsOf(account, service), ...settingsIn(input) };
  const raw = {
    ...optionalObject(settingsOf(account, service), "deploymentConfiguration"),
    ...optionalObject(input, "deploymentConfiguration"),
  };
  const configuration = readConfiguration({ ...settings, deploymentConfiguration: raw });
  account.settings.set(`${service.cluster}/${service.name}`, { ...settings, deploymentConfiguration: raw });
  account.apply({
    kind: "update-service",
    cluster: service.cluster,
    service: service.name,
    configuration,
    force: input["forceNewDeployment"] === true,
    ...(definition !== undefined && { taskDefinition: viewOf(definition) }),
    ...(desiredCount !== undefined && { desiredCount }),
  });
  return answer(call, service.cluster, service.name);
}

function deleteService(call: Call): object {
  const service = serviceOf(call);
  if (service.status === "INACTIVE") throw new AwsError("ServiceNotFoundException", "Service not found.");
  const { cluster, name, desiredCount } = service;
  const mayHaveTasks = call.input["force"] === true || isDaemon(settingsOf(call.account, service));
  if (desiredCount > 0 && !mayHaveTasks) throw invalid("The service cannot be stopped while it is scaled above 0.");
  call.account.apply({ kind: "delete-service", cluster, service: name });
  return answer(call, cluster, name);
}

/** The definition that a deployment may use. Throws ClientException, as ECS does for both refusals. */
function activeDefinition({ account }: Call, reference: string): TaskDefinition {
  const definition = account.taskDefinitions.find(reference);
  if (definition === undefined) throw new AwsError("ClientException", "TaskDefinition not found.");
  if (definition.status === "INACTIVE") throw new AwsError("ClientException", "TaskDefinition is inactive");
  return definition;
}

function settingsIn(input: Input): Input {
  return Object.fromEntries(Object.entries(input).filter(([name]) => !SCHEDULED.has(name)));
}

function answer(call: Call, cluster: string, name: string): object {
  const fleet = call.account.fleet();
  const service = lookUpService(fleet, cluster, name);
  if (service === undefined) throw new Error(`the service ${cluster}/${name} was changed and is gone`);
  return { service: renderService(call.account, service, fleet.now) };
}

function missingArn(call: Call, cluster: string, name: string): string {
  return name.startsWith("arn:") ? name : arn(call.account, `service/${cluster}/${name}`);
}

/** The image references that a service's live tasks run. Exported for the snapshot of the world. */
export function runningImages(
  service: Call["fleet"]["services"][number],
): { image: string; digest: string | undefined }[] {
  const running = liveTasks(service).filter((task) => task.lastStatus === "RUNNING");
  return running.flatMap((task) => task.containers.map(({ image, imageDigest }) => ({ image, digest: imageDigest })));
}
