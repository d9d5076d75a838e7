import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

import { startEcs, type EcsServer } from "@fairway/testbed";
import { afterAll, beforeAll, expect, test } from "@jest/globals";

import { emptyFolder, logOf, runBundle } from "../support/run-bundle.ts";
import { describeWithTool, runTool } from "../support/tools.ts";

const MOTO = "moto_server";
const KEYS = { AWS_ACCESS_KEY_ID: "AKIAEXAMPLE", AWS_SECRET_ACCESS_KEY: "example" };
const CONTAINER = {
  name: "app",
  image: "registry.example/shop:1",
  command: ["a", "", "b"],
  essential: true,
  memory: 128,
};

/** moto starts no second deployment, so what is shown here is the wire: signatures, bodies, and what was written. */
describeWithTool(MOTO, "the bundle of ecs-deploy and moto", () => {
  let moto: ChildProcess;
  let place: Record<string, string>;

  beforeAll(async () => {
    // moto calls a deployment completed when it is to have this many tasks at most, and never any other one.
    const env = { ...process.env, MOTO_ECS_SERVICE_RUNNING: "2" };
    moto = spawn(MOTO, ["-H", "127.0.0.1", "-p", "0"], { env, stdio: ["ignore", "pipe", "pipe"] });
    place = { AWS_ENDPOINT_URL: await addressOf(moto), AWS_REGION: "eu-west-1", AWS_DEFAULT_REGION: "eu-west-1" };
    await aws("ecs", "create-cluster", "--cluster-name", "production");
    const containers = ["--container-definitions", JSON.stringify([CONTAINER])];
    await aws("ecs", "register-task-definition", "--family", "shop", ...containers);
  }, 60_000);

  afterAll(async () => {
    const ended = once(moto, "exit");
    moto.kill();
    await ended;
  });

  async function aws<Answer = unknown>(...args: string[]): Promise<Answer> {
    const run = await runTool("aws", [...args, "--output", "json"], { ...place, ...KEYS, AWS_PAGER: "" });
    expect(run).toMatchObject({ exitCode: 0 });
    return JSON.parse(run.stdout === "" ? "{}" : run.stdout) as Answer;
  }

  /** A service, of two tasks unless the options say otherwise. */
  async function createService(name: string, ...options: string[]): Promise<void> {
    const what = ["--service-name", name, "--task-definition", "shop:1", "--desired-count", "2"];
    await aws("ecs", "create-service", "--cluster", "production", ...what, ...options);
  }

  async function describe(service: string) {
    const where = ["--cluster", "production", "--services", service];
    const { services } = await aws<{ services: Record<string, unknown>[] }>("ecs", "describe-services", ...where);
    return services[0];
  }

  function deploy(inputs: Record<string, string>, env: Record<string, string> = KEYS, workspace = emptyFolder()) {
    const run = { action: "ecs-deploy", env: { ...place, ...env }, workspace };
    return runBundle({ ...run, inputs: { cluster: "production", ...inputs } });
  }

  test("scales, and the AWS CLI reads the count back", async () => {
    await createService("scaled");
    const result = await deploy({ service: "scaled", operation: "scale", "desired-count": "3", "wait-until": "none" });
    expect(result.outputs).toMatchObject({ outcome: "started", "previous-desired-count": "2", "desired-count": "3" });
    expect(await describe("scaled")).toMatchObject({ desiredCount: 3 });
  }, 60_000);

  test("registers a task definition from a file, and the AWS CLI reads the same members back", async () => {
    await createService("filed");
    const workspace = emptyFolder();
    const volumes = [{ name: "data", host: {} }];
    const content = { family: "filed", containerDefinitions: [CONTAINER], volumes, cpu: "256", memory: "512" };
    writeFileSync(join(workspace, "task.json"), JSON.stringify(content));
    const inputs = { service: "filed", "task-definition": "task.json", image: "registry.example/shop:2" };
    await deploy({ ...inputs, "wait-until": "none" }, KEYS, workspace);
    const { taskDefinition } = await aws<{ taskDefinition: Record<string, unknown> }>(
      "ecs",
      "describe-task-definition",
      "--task-definition",
      "filed",
    );
    const changed = { ...CONTAINER, image: "registry.example/shop:2" };
    expect(taskDefinition).toMatchObject({ revision: 1, cpu: "256", volumes: [{ name: "data" }] });
    expect(taskDefinition["containerDefinitions"]).toMatchObject([changed]);
  }, 60_000);

  test("restarts without the service-deployment API, which moto does not have", async () => {
    await createService("restarted");
    const before = await describe("restarted");
    const result = await deploy({ service: "restarted", operation: "restart", "if-in-progress": "proceed" });
    expect(result.outputs["outcome"]).toBe("deployed");
    const after = await describe("restarted");
    expect(after?.["deployments"]).toMatchObject([{ id: result.outputs["deployment-id"] }]);
    expect(after?.["deployments"]).not.toEqual(before?.["deployments"]);
  }, 60_000);

  test("asks the load balancers after a deployment that does not get there", async () => {
    const { Vpc } = await aws<{ Vpc: { VpcId: string } }>("ec2", "create-vpc", "--cidr-block", "10.0.0.0/16");
    const group = [
      "--name",
      "shop",
      "--protocol",
      "HTTP",
      "--port",
      "8080",
      "--target-type",
      "ip",
      "--vpc-id",
      Vpc.VpcId,
    ];
    const { TargetGroups } = await aws<{ TargetGroups: { TargetGroupArn: string }[] }>(
      "elbv2",
      "create-target-group",
      ...group,
    );
    const arn = TargetGroups[0]?.TargetGroupArn ?? "";
    await aws("elbv2", "register-targets", "--target-group-arn", arn, "--targets", "Id=10.0.0.7,Port=8080");
    const gone = arn.replace(/[^/]+$/, "0123456789abcdef");
    const balancers = [arn, gone].map((one) => `targetGroupArn=${one},containerName=app,containerPort=8080`);
    await createService("balanced", "--load-balancers", ...balancers, "--desired-count", "5");
    const inputs = { service: "balanced", operation: "restart", "if-in-progress": "proceed" };
    const result = await deploy({ ...inputs, "timeout-seconds": "4" });
    expect(result.outputs["outcome"]).toBe("timed-out");
    // The group that is there was read; the one that is not is refused by its name, and neither changes the verdict.
    const notices = logOf(result).match(/Target health not read.*/g);
    expect(notices).toEqual([
      expect.stringMatching(/elasticloadbalancing:DescribeTargetHealth with TargetGroupNotFound/),
    ]);
  }, 60_000);

  test("shows what a failed container wrote, as CloudWatch Logs of moto has it", async () => {
    const group = "/ecs/crashing";
    await aws("logs", "create-log-group", "--log-group-name", group);
    const ecs = await startCrashing(group);
    const write = async (): Promise<void> => {
      for (const { id } of ecs.fleet().services[0]?.tasks ?? []) {
        const stream = { logGroupName: group, logStreamName: `app/app/${id}` };
        if (!(await askLogs("CreateLogStream", stream))) continue;
        const logEvents = ["first", "last"].map((message) => ({
          timestamp: Date.now(),
          message: `${message} of ${id}`,
        }));
        await askLogs("PutLogEvents", { ...stream, logEvents });
      }
    };
    const writing = setInterval(() => void write(), 100);
    const endpoints = {
      AWS_ENDPOINT_URL_ECS: ecs.url,
      AWS_ENDPOINT_URL_CLOUDWATCH_LOGS: place["AWS_ENDPOINT_URL"] ?? "",
    };
    const inputs = { service: "crashing", operation: "restart", "max-failed-tasks": "1", "log-tail-lines": "1" };
    const result = await deploy(inputs, { ...KEYS, ...endpoints });
    clearInterval(writing);
    await ecs.close();
    expect(result.outputs["outcome"]).toBe("failed");
    expect(logOf(result)).toMatch(/Last log lines of app\n.*last of [0-9a-f]{32}/);
    expect(logOf(result)).not.toContain("first of");
  }, 60_000);

  /** A scripted ECS whose only service crashes from its second deployment on. */
  async function startCrashing(group: string): Promise<EcsServer> {
    let isCrashing = false;
    const behaviour = () =>
      isCrashing
        ? ({ kind: "crash", exitCode: 1, afterMs: 20_000 } as const)
        : ({ kind: "healthy", startMs: 5000 } as const);
    const ecs = await startEcs({ region: "eu-west-1", behaviour });
    const options = { "awslogs-group": group, "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "app" };
    const container = { ...CONTAINER, logConfiguration: { logDriver: "awslogs", options } };
    ecs.call("CreateCluster", { clusterName: "production" });
    ecs.call("RegisterTaskDefinition", { family: "crashing", containerDefinitions: [container] });
    ecs.call("CreateService", { cluster: "production", serviceName: "crashing", taskDefinition: "crashing" });
    ecs.clock.skip(5 * 60_000);
    ecs.fleet();
    isCrashing = true;
    return ecs;
  }

  /** A call of CloudWatch Logs without the CLI, which would take a second; gives whether it was carried out. */
  async function askLogs(action: string, input: object): Promise<boolean> {
    const credential = "Credential=AKIAEXAMPLE/20260101/eu-west-1/logs/aws4_request";
    const answer = await fetch(place["AWS_ENDPOINT_URL"] ?? "", {
      method: "POST",
      headers: {
        "x-amz-target": `Logs_20140328.${action}`,
        "content-type": "application/x-amz-json-1.1",
        authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host, Signature=0`,
      },
      body: JSON.stringify(input),
    });
    await answer.arrayBuffer();
    return answer.ok;
  }

  test("takes the role of a web identity, with no keys at all", async () => {
    await createService("trusted");
    const token = join(emptyFolder(), "token");
    writeFileSync(token, "header.payload.signature");
    const identity = { AWS_ROLE_ARN: "arn:aws:iam::123456789012:role/deploy", AWS_WEB_IDENTITY_TOKEN_FILE: token };
    const inputs = { service: "trusted", operation: "scale", "desired-count": "1", "wait-until": "none" };
    expect((await deploy(inputs, identity)).outputs["outcome"]).toBe("started");
    expect(await describe("trusted")).toMatchObject({ desiredCount: 1 });
  }, 60_000);

  test("names the service, the region and the account when there is none", async () => {
    const result = await deploy({ service: "nothing", operation: "restart" });
    expect(logOf(result)).toMatch(
      /no service "nothing" in cluster "production" \(region eu-west-1, account 123456789012\)/,
    );
  }, 60_000);
});

/** Where the server listens, as it says itself. Its output is read on, or it would wait for a reader. */
async function addressOf(server: ChildProcess): Promise<string> {
  let told = "";
  return new Promise((resolve, reject) => {
    server.stdout?.resume();
    server.stderr?.on("data", (chunk) => {
      told = `${told}${String(chunk)}`.slice(-4000);
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(told)?.[0];
      if (url !== undefined) resolve(url);
    });
    server.once("error", reject);
    server.once("exit", () => reject(new Error(`moto_server ended before it listened: ${told}`)));
  });
}
