import {
  CreateClusterCommand,
  CreateServiceCommand,
  type CreateServiceCommandInput,
  DeleteServiceCommand,
  DescribeServicesCommand,
  DescribeTasksCommand,
  ECSClient,
  ListServiceDeploymentsCommand,
  ListServicesCommand,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  type Service,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { createManualClock, type WorldClock } from "./clock.ts";
import { type EcsServer, startEcs } from "./index.ts";

const MINUTE = 60_000;
const APP = { cluster: "production", service: "app" };

let clock: WorldClock;
let ecs: EcsServer;
let client: ECSClient;

beforeEach(async () => {
  clock = createManualClock();
  ecs = await startEcs({ clock, machines: 3 });
  const credentials = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "secret" };
  client = new ECSClient({ endpoint: ecs.url, region: "eu-central-1", credentials, maxAttempts: 1 });
  await client.send(new CreateClusterCommand({ clusterName: "production" }));
  for (const image of ["app:1", "app:2"])
    await client.send(
      new RegisterTaskDefinitionCommand({ family: "app", containerDefinitions: [{ name: "app", image }] }),
    );
});

afterEach(async () => {
  client.destroy();
  await ecs.close();
});

async function create(options: Partial<CreateServiceCommandInput> = {}): Promise<void> {
  const what = { cluster: "production", serviceName: "app", taskDefinition: "app:1" };
  await client.send(new CreateServiceCommand({ ...what, ...options }));
  clock.skip(5 * MINUTE);
}

async function describeApp(): Promise<Service> {
  const answer = await client.send(new DescribeServicesCommand({ cluster: "production", services: ["app"] }));
  return answer.services![0]!;
}

const update = (change: object) => client.send(new UpdateServiceCommand({ ...APP, ...change }));
const remove = (force: boolean) => client.send(new DeleteServiceCommand({ ...APP, force }));

describe("a service that is deleted", () => {
  test("drains, then is inactive, and can be described all the while and not listed", async () => {
    await create({ desiredCount: 2 });
    expect((await remove(true)).service).toMatchObject({ status: "DRAINING", desiredCount: 0, runningCount: 0 });
    expect((await client.send(new ListServicesCommand({ cluster: "production" }))).serviceArns).toEqual([]);
    clock.skip(MINUTE);
    expect(await describeApp()).toMatchObject({ status: "INACTIVE", desiredCount: 0 });
    expect(ecs.fleet().services[0]?.tasks.map(({ lastStatus }) => lastStatus)).toEqual(["STOPPED", "STOPPED"]);
  });

  test("starts nothing any more, whatever was on its way", async () => {
    await create({ desiredCount: 2 });
    await update({ taskDefinition: "app:2" });
    await remove(true);
    clock.skip(5 * MINUTE);
    expect(ecs.snapshot()["production/app"]).toMatchObject({ runningCount: 0, rolloutState: "IN_PROGRESS" });
  });

  test("can be changed and deleted no more, and its name is free when it is inactive", async () => {
    await create();
    await remove(true);
    await expect(update({ taskDefinition: "app:2" })).rejects.toMatchObject({ name: "ServiceNotActiveException" });
    await expect(create()).rejects.toMatchObject({ message: "Unable to Start a service that is still Draining." });
    clock.skip(MINUTE);
    await expect(remove(true)).rejects.toMatchObject({ name: "ServiceNotFoundException" });
    await create();
    expect(await describeApp()).toMatchObject({ status: "ACTIVE", runningCount: 1 });
  });

  test("must be scaled to 0 first where it is not forced", async () => {
    await create();
    await expect(remove(false)).rejects.toMatchObject({ name: "InvalidParameterException" });
    await update({ desiredCount: 0 });
    expect((await remove(false)).service?.status).toBe("DRAINING");
  });
});

describe("a daemon", () => {
  test("runs one task on each machine, on EC2, and stops the old one first", async () => {
    await create({ schedulingStrategy: "DAEMON" });
    expect(await describeApp()).toMatchObject({
      schedulingStrategy: "DAEMON",
      launchType: "EC2",
      desiredCount: 3,
      runningCount: 3,
      deploymentConfiguration: { minimumHealthyPercent: 0, maximumPercent: 100 },
    });
    await update({ taskDefinition: "app:2" });
    expect((await describeApp()).deployments).toMatchObject([
      { desiredCount: 3, runningCount: 0 },
      { runningCount: 0 },
    ]);
    clock.skip(5 * MINUTE);
    expect((await describeApp()).deployments).toMatchObject([{ rolloutState: "COMPLETED", runningCount: 3 }]);
    const { taskArns } = await client.send(new ListTasksCommand({ cluster: "production" }));
    const { tasks } = await client.send(new DescribeTasksCommand({ cluster: "production", tasks: taskArns }));
    expect(new Set(tasks?.map(({ launchType }) => launchType))).toEqual(new Set(["EC2"]));
  });

  test("has no count that could be set", async () => {
    await expect(create({ schedulingStrategy: "DAEMON", desiredCount: 1 })).rejects.toThrow(
      "does not support a desired",
    );
    await create({ schedulingStrategy: "DAEMON" });
    await expect(update({ desiredCount: 1 })).rejects.toMatchObject({ name: "InvalidParameterException" });
  });
});

describe("a service of another controller", () => {
  test("of CodeDeploy shows task sets and no deployment, and takes a count but no task definition", async () => {
    await create({ deploymentController: { type: "CODE_DEPLOY" } });
    const service = await describeApp();
    expect(service).toMatchObject({
      deployments: [],
      taskSets: [{ status: "PRIMARY", stabilityStatus: "STEADY_STATE" }],
    });
    expect(service.currentServiceDeployment).toBeUndefined();
    expect(await client.send(new ListServiceDeploymentsCommand(APP))).toMatchObject({ serviceDeployments: [] });
    await expect(update({ taskDefinition: "app:2" })).rejects.toThrow(
      "Unable to update task definition on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.",
    );
    await expect(update({ forceNewDeployment: true })).rejects.toThrow("Cannot force a new deployment");
    await update({ desiredCount: 2 });
    clock.skip(5 * MINUTE);
    expect(await describeApp()).toMatchObject({ runningCount: 2, taskSets: [{ computedDesiredCount: 2 }] });
  });

  test("of somebody else's program has nothing until that brings a task set", async () => {
    const deploymentController = { type: "EXTERNAL" } as const;
    await expect(create({ deploymentController })).rejects.toMatchObject({ name: "InvalidParameterException" });
    await create({ deploymentController, taskDefinition: undefined });
    expect(await describeApp()).toMatchObject({ status: "ACTIVE", deployments: [], taskSets: [], runningCount: 0 });
    await expect(update({ taskDefinition: "app:2" })).rejects.toThrow("EXTERNAL deployment controller");
    await remove(true);
    expect(await describeApp()).toMatchObject({ status: "INACTIVE" });
  });

  test("that does not exist is refused", async () => {
    const made = () =>
      ecs.call("CreateService", { ...APP, serviceName: "app", deploymentController: { type: "OTHER" } });
    expect(made).toThrow("OTHER is no deployment controller.");
  });
});
