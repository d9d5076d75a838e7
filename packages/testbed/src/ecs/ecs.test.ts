import {
  CreateClusterCommand,
  CreateServiceCommand,
  DeregisterTaskDefinitionCommand,
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  ListServiceDeploymentsCommand,
  ListTaskDefinitionsCommand,
  ListTasksCommand,
  PutClusterCapacityProvidersCommand,
  RegisterTaskDefinitionCommand,
  type Service,
  StopServiceDeploymentCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { createManualClock, type WorldClock } from "./clock.ts";
import { type EcsServer, startEcs } from "./index.ts";

const MINUTE = 60_000;
const CREDENTIALS = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "secret" };

let clock: WorldClock;
let ecs: EcsServer;
let client: ECSClient;

beforeEach(async () => {
  clock = createManualClock();
  ecs = await startEcs({
    clock,
    behaviour: ({ container }) =>
      container.image.includes("bad")
        ? { kind: "crash", exitCode: 7, afterMs: 20_000, log: ["out of order"] }
        : { kind: "healthy", startMs: 1_000 },
  });
  client = new ECSClient({ endpoint: ecs.url, region: "eu-central-1", credentials: CREDENTIALS, maxAttempts: 1 });
  await client.send(new CreateClusterCommand({ clusterName: "production" }));
});

afterEach(async () => {
  client.destroy();
  await ecs.close();
});

async function register(image: string): Promise<string> {
  const options = { "awslogs-group": "/ecs/app", "awslogs-stream-prefix": "app" };
  const logConfiguration = { logDriver: "awslogs", options } as const;
  const answer = await client.send(
    new RegisterTaskDefinitionCommand({
      family: "app",
      containerDefinitions: [{ name: "app", image, logConfiguration }],
    }),
  );
  return answer.taskDefinition!.taskDefinitionArn!;
}

async function serve(image: string, desiredCount = 2): Promise<string> {
  const taskDefinition = await register(image);
  const deploymentConfiguration = { deploymentCircuitBreaker: { enable: true, rollback: true } };
  await client.send(
    new CreateServiceCommand({
      cluster: "production",
      serviceName: "app",
      taskDefinition,
      desiredCount,
      deploymentConfiguration,
    }),
  );
  clock.skip(5 * MINUTE);
  return taskDefinition;
}

async function deploy(image: string): Promise<Service> {
  const taskDefinition = await register(image);
  const answer = await client.send(new UpdateServiceCommand({ cluster: "production", service: "app", taskDefinition }));
  return answer.service!;
}

async function describeApp(): Promise<Service> {
  const answer = await client.send(new DescribeServicesCommand({ cluster: "production", services: ["app"] }));
  return answer.services![0]!;
}

async function history() {
  const list = await client.send(new ListServiceDeploymentsCommand({ cluster: "production", service: "app" }));
  const serviceDeploymentArns = list.serviceDeployments!.map((entry) => entry.serviceDeploymentArn!);
  const answer = await client.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns }));
  return { brief: list.serviceDeployments!, full: answer.serviceDeployments! };
}

describe("UpdateService", () => {
  test("answers with the new deployment as PRIMARY, and it completes", async () => {
    await serve("repository/app:1");
    const answered = await deploy("repository/app:2");
    const ours = answered.deployments![0]!;
    expect(ours).toMatchObject({ status: "PRIMARY", rolloutState: "IN_PROGRESS", desiredCount: 2, runningCount: 0 });
    expect(ours.createdAt).toEqual(new Date(clock.now()));
    clock.skip(2 * MINUTE);
    const after = await describeApp();
    expect(after.deployments).toHaveLength(1);
    expect(after.deployments![0]).toMatchObject({ id: ours.id, rolloutState: "COMPLETED", runningCount: 2 });
    expect(after.events![0]!.message).toBe("(service app) has reached a steady state.");
  });

  test("starts a deployment of the same definition only when it is forced", async () => {
    const taskDefinition = await serve("repository/app:1");
    const before = (await describeApp()).deployments![0]!.id;
    const update = async (forceNewDeployment: boolean) => {
      const answer = await client.send(
        new UpdateServiceCommand({ cluster: "production", service: "app", taskDefinition, forceNewDeployment }),
      );
      return answer.service!.deployments![0]!.id;
    };
    expect(await update(false)).toBe(before);
    expect(await update(true)).not.toBe(before);
  });

  test("changes only the parts of the deployment configuration that it names", async () => {
    await serve("repository/app:1");
    const deploymentConfiguration = { minimumHealthyPercent: 0 };
    await client.send(new UpdateServiceCommand({ cluster: "production", service: "app", deploymentConfiguration }));
    expect((await describeApp()).deploymentConfiguration).toMatchObject({
      minimumHealthyPercent: 0,
      maximumPercent: 200,
      deploymentCircuitBreaker: { enable: true, rollback: true },
    });
  });

  test("refuses an inactive task definition", async () => {
    await serve("repository/app:1");
    const taskDefinition = await register("repository/app:2");
    await client.send(new DeregisterTaskDefinitionCommand({ taskDefinition }));
    const update = client.send(new UpdateServiceCommand({ cluster: "production", service: "app", taskDefinition }));
    await expect(update).rejects.toMatchObject({ name: "ClientException", message: "TaskDefinition is inactive" });
  });
});

describe("a rollback on the wire", () => {
  test("shows the failed deployment beside the one that rolls back", async () => {
    await serve("repository/app:1");
    const ours = (await deploy("repository/app:bad")).deployments![0]!.id;
    clock.skip(3 * MINUTE);
    const [primary, failed] = (await describeApp()).deployments!;
    expect(primary!.rolloutStateReason).toContain("rolling back to deploymentId ecs-svc/");
    expect(failed).toMatchObject({ id: ours, status: "ACTIVE", rolloutState: "FAILED", failedTasks: 3 });
  });

  test.each([
    ["lagging", ["IN_PROGRESS", "IN_PROGRESS", "COMPLETED"]],
    ["gone", ["IN_PROGRESS", "COMPLETED"]],
  ] as const)("can be told to show the failed entry as %s", async (failedEntry, states) => {
    await serve("repository/app:1");
    ecs.script("production", "app", { failedEntry });
    await deploy("repository/app:bad");
    clock.skip(2.95 * MINUTE);
    expect((await describeApp()).deployments!.map((one) => one.rolloutState)).toEqual(states);
  });

  test("is told by the service deployment whose target is our revision", async () => {
    await serve("repository/app:1");
    const number = (await deploy("repository/app:bad")).deployments![0]!.id!.replace("ecs-svc/", "");
    clock.skip(8 * MINUTE);
    const { brief, full } = await history();
    expect(brief[0]!.targetServiceRevisionArn).toMatch(new RegExp(`/${number}$`, "u"));
    expect(full[0]).toMatchObject({
      status: "ROLLBACK_SUCCESSFUL",
      rollback: { reason: "ECS deployment circuit breaker: tasks failed to start." },
      deploymentCircuitBreaker: { status: "TRIGGERED", failureCount: 3, threshold: 3 },
    });
  });

  test("leaves the stopped tasks with their exit codes for the diagnosis", async () => {
    await serve("repository/app:1");
    const ours = (await deploy("repository/app:bad")).deployments![0]!.id;
    clock.skip(5 * MINUTE);
    const list = await client.send(
      new ListTasksCommand({ cluster: "production", serviceName: "app", desiredStatus: "STOPPED" }),
    );
    const { tasks } = await client.send(new DescribeTasksCommand({ cluster: "production", tasks: list.taskArns }));
    const failed = tasks!.filter((task) => task.startedBy === ours && task.stopCode === "EssentialContainerExited");
    expect(failed.length).toBeGreaterThanOrEqual(3);
    expect(failed[0]).toMatchObject({
      lastStatus: "STOPPED",
      stoppedReason: "Essential container in task exited",
      containers: [{ name: "app", exitCode: 7 }],
    });
  });

  test("can be asked for by StopServiceDeployment", async () => {
    const before = await serve("repository/app:1");
    await deploy("repository/app:2");
    clock.skip(10_000);
    const serviceDeploymentArn = (await history()).brief[0]!.serviceDeploymentArn!;
    await client.send(new StopServiceDeploymentCommand({ serviceDeploymentArn, stopType: "ROLLBACK" }));
    clock.skip(3 * MINUTE);
    expect((await describeApp()).taskDefinition).toBe(before);
    expect((await history()).full[0]!.status).toBe("ROLLBACK_SUCCESSFUL");
    const again = client.send(new StopServiceDeploymentCommand({ serviceDeploymentArn }));
    await expect(again).rejects.toMatchObject({ name: "ConflictException" });
  });
});

describe("the pace of a deployment", () => {
  /** Virtual seconds until the service has one deployment again, and that one is complete. */
  async function secondsToRest(image: string): Promise<number> {
    await deploy(image);
    for (let seconds = 0; ; seconds += 5) {
      const { deployments } = await describeApp();
      if (deployments!.length === 1 && deployments![0]!.rolloutState === "COMPLETED") return seconds;
      clock.skip(5_000);
    }
  }

  test("is about a minute when it is healthy and about four when it is rolled back", async () => {
    await serve("repository/app:1");
    const [rollout, rollback] = [await secondsToRest("repository/app:2"), await secondsToRest("repository/app:bad")];
    expect(rollout).toBeGreaterThan(30);
    expect(rollout).toBeLessThan(90);
    expect(rollback).toBeGreaterThan(180);
    expect(rollback).toBeLessThan(360);
  });
});

describe("DescribeServiceRevisions", () => {
  test("tells the digest that the image was resolved to", async () => {
    await serve("repository/app:1");
    const target = (await history()).brief[0]!.targetServiceRevisionArn!;
    const answer = await client.send(new DescribeServiceRevisionsCommand({ serviceRevisionArns: [target] }));
    expect(answer.serviceRevisions![0]!.containerImages).toEqual([
      { containerName: "app", image: "repository/app:1", imageDigest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/u) },
    ]);
  });
});

describe("task definitions", () => {
  async function raw(action: string, body: object): Promise<Record<string, unknown>> {
    const headers = {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AmazonEC2ContainerServiceV20141113.${action}`,
      authorization: "AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20260101/eu-central-1/ecs/aws4_request",
    };
    const response = await fetch(ecs.url, { method: "POST", headers, body: JSON.stringify(body) });
    return (await response.json()) as Record<string, unknown>;
  }

  test("keep the members that nobody here knows, empty values and all", async () => {
    const containers = [
      { name: "app", image: "a:1", command: ["a", "", "b"], mountPoints: [], newerThanThis: { a: 1 } },
    ];
    await raw("RegisterTaskDefinition", { family: "app", containerDefinitions: containers, brandNew: true });
    const answer = await raw("DescribeTaskDefinition", { taskDefinition: "app" });
    expect(answer["taskDefinition"]).toMatchObject({ containerDefinitions: containers, brandNew: true, revision: 1 });
  });

  test("are found by family, by revision and by ARN, and listed while active", async () => {
    const first = await register("repository/app:1");
    const second = await register("repository/app:2");
    const find = async (taskDefinition: string) => {
      const answer = await client.send(new DescribeTaskDefinitionCommand({ taskDefinition }));
      return answer.taskDefinition!.revision;
    };
    expect([await find("app"), await find("app:1"), await find(second)]).toEqual([2, 1, 2]);
    await client.send(new DeregisterTaskDefinitionCommand({ taskDefinition: second }));
    const list = await client.send(new ListTaskDefinitionsCommand({ familyPrefix: "app" }));
    expect(list.taskDefinitionArns).toEqual([first]);
  });
});

describe("refusals", () => {
  test.each([
    [
      "an unknown cluster",
      new DescribeServicesCommand({ cluster: "x", services: ["app"] }),
      "ClusterNotFoundException",
    ],
    [
      "an unknown service",
      new UpdateServiceCommand({ cluster: "production", service: "x" }),
      "ServiceNotFoundException",
    ],
    ["an unknown definition", new DescribeTaskDefinitionCommand({ taskDefinition: "x" }), "ClientException"],
    [
      "eleven services",
      new DescribeServicesCommand({ cluster: "production", services: Array<string>(11).fill("a") }),
      "InvalidParameterException",
    ],
    [
      "an action that is not simulated",
      new PutClusterCapacityProvidersCommand({
        cluster: "production",
        capacityProviders: [],
        defaultCapacityProviderStrategy: [],
      }),
      "UnknownOperationException",
    ],
  ])("name %s by its type", async (_title, command, name) => {
    await expect(client.send(command as DescribeServicesCommand)).rejects.toMatchObject({ name });
  });

  test("report a missing service of a known cluster as a failure, not as an error", async () => {
    const answer = await client.send(new DescribeServicesCommand({ cluster: "production", services: ["x"] }));
    expect(answer.failures).toEqual([
      { arn: "arn:aws:ecs:eu-central-1:000000000000:service/production/x", reason: "MISSING" },
    ]);
  });

  test("meet a call without a signature", async () => {
    const headers = { "x-amz-target": "AmazonEC2ContainerServiceV20141113.ListClusters" };
    const response = await fetch(ecs.url, { method: "POST", headers, body: "{}" });
    expect(await response.json()).toMatchObject({ __type: "MissingAuthenticationTokenException" });
  });
});

describe("an injected fault", () => {
  test.each([
    [{ kind: "throttle" }, { name: "ThrottlingException" }],
    [{ kind: "access-denied" }, { name: "AccessDeniedException" }],
    [
      { kind: "error", type: "ServerException", status: 500 },
      { name: "ServerException", $fault: "server" },
    ],
    [{ kind: "drop" }, { message: expect.stringContaining("socket hang up") }],
  ] as const)("of %j meets the action once", async (fault, error) => {
    await serve("repository/app:1");
    ecs.inject({ action: "DescribeServices", ...fault });
    await expect(describeApp()).rejects.toMatchObject(error);
    await expect(describeApp()).resolves.toMatchObject({ serviceName: "app" });
  });

  test("can lose the answer of an update that was carried out", async () => {
    await serve("repository/app:1");
    ecs.inject({ action: "UpdateService", kind: "lost-answer" });
    await expect(deploy("repository/app:2")).rejects.toThrow("socket hang up");
    expect((await describeApp()).deployments).toHaveLength(2);
  });

  test("can answer a read from the past", async () => {
    await serve("repository/app:1");
    await deploy("repository/app:2");
    clock.skip(5_000);
    ecs.inject({ action: "DescribeServices", kind: "stale", ms: 6_000 });
    const [stale, fresh] = [await describeApp(), await describeApp()];
    expect([stale.deployments!.length, fresh.deployments!.length]).toEqual([1, 2]);
    expect(stale.deployments![0]!.id).toBe(fresh.deployments![1]!.id);
  });
});

describe("STS", () => {
  const endpoint = () => ({ endpoint: ecs.url, region: "eu-central-1", maxAttempts: 1 });

  test("tells who signed the call", async () => {
    const sts = new STSClient({ ...endpoint(), credentials: CREDENTIALS });
    const identity = await sts.send(new GetCallerIdentityCommand({}));
    expect(identity).toMatchObject({ Account: "000000000000", Arn: "arn:aws:iam::000000000000:user/deployer" });
  });

  test("can be denied by an injected fault like any action", async () => {
    ecs.inject({ action: "GetCallerIdentity", kind: "access-denied" });
    const refused = new STSClient({ ...endpoint(), credentials: CREDENTIALS }).send(new GetCallerIdentityCommand({}));
    await expect(refused).rejects.toMatchObject({ name: "AccessDenied" });
  });

  test("gives a role in exchange for an OIDC token, and knows it again", async () => {
    const RoleArn = "arn:aws:iam::000000000000:role/deploy";
    const anonymous = new STSClient({ ...endpoint(), credentials: CREDENTIALS });
    const assumed = await anonymous.send(
      new AssumeRoleWithWebIdentityCommand({ RoleArn, RoleSessionName: "run-1", WebIdentityToken: "a.b.c" }),
    );
    const { AccessKeyId, SecretAccessKey, SessionToken } = assumed.Credentials!;
    const credentials = { accessKeyId: AccessKeyId!, secretAccessKey: SecretAccessKey!, sessionToken: SessionToken! };
    const identity = await new STSClient({ ...endpoint(), credentials }).send(new GetCallerIdentityCommand({}));
    expect(identity.Arn).toBe("arn:aws:sts::000000000000:assumed-role/deploy/run-1");
  });

  test("refuses a token that is none", async () => {
    const sts = new STSClient({ ...endpoint(), credentials: CREDENTIALS });
    const refused = sts.send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn: "arn:aws:iam::000000000000:role/deploy",
        RoleSessionName: "run-1",
        WebIdentityToken: "none",
      }),
    );
    await expect(refused).rejects.toMatchObject({ name: "InvalidIdentityTokenException" });
  });
});
