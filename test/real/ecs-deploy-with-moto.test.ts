import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

import { startEcs, type EcsServer } from "@fairway/testbed";
import { afterAll, beforeAll, expect, test } from "@jest/globals";

import { emptyFolder, logOf, runBundle } from "../support/run-bundle.ts";
import { describeWithTool, runTool } from "../support/tools.ts";
import { CALLS, callsInSource, startMoto, type Moto } from "./moto.ts";

const KEYS = { AWS_ACCESS_KEY_ID: "AKIAEXAMPLE", AWS_SECRET_ACCESS_KEY: "example" };
const CONTAINER = {
  name: "app",
  image: "registry.example/shop:1",
  command: ["a", "", "b"],
  essential: true,
  memory: 128,
};

/** moto starts no second deployment, so what is shown here is the wire: signatures, bodies, and what was written. */
describeWithTool("moto_server", "the bundle of ecs-deploy and moto", () => {
  let moto: Moto;
  let place: Record<string, string>;

  beforeAll(async () => {
    moto = await startMoto();
    place = { AWS_ENDPOINT_URL: moto.watchedUrl, AWS_REGION: "eu-west-1", AWS_DEFAULT_REGION: "eu-west-1" };
    await aws("ecs", "create-cluster", "--cluster-name", "production");
    const containers = ["--container-definitions", JSON.stringify([CONTAINER])];
    await aws("ecs", "register-task-definition", "--family", "shop", ...containers);
  }, 60_000);

  afterAll(() => moto.stop());

  async function aws<Answer = unknown>(...args: string[]): Promise<Answer> {
    const run = await runTool("aws", [...args, "--output", "json"], {
      ...place,
      ...KEYS,
      AWS_ENDPOINT_URL: moto.url,
      AWS_PAGER: "",
    });
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

  /** An instance of EC2 for each target of a group, all stopped; the first one is a machine of the cluster. */
  async function startMachines(): Promise<{ readonly group: string; readonly instances: readonly string[] }> {
    const vpc = first(/<vpcId>(.*?)</u, await moto.query("ec2:CreateVpc", { CidrBlock: "10.1.0.0/16" }));
    const images = { ImageId: "ami-12c6146b", MinCount: "2", MaxCount: "2" };
    const started = await moto.query("ec2:RunInstances", images);
    const instances = [...started.matchAll(/<instanceId>(.*?)</gu)].map(([, id = ""]) => id);
    const [machine = "", other = ""] = instances;
    const created = await moto.query("elasticloadbalancing:CreateTargetGroup", {
      Name: "machines",
      Protocol: "HTTP",
      Port: "8080",
      TargetType: "instance",
      VpcId: vpc,
    });
    const group = first(/<TargetGroupArn>(.*?)</u, created);
    const targets = { "Targets.member.1.Id": machine, "Targets.member.2.Id": other };
    await moto.query("elasticloadbalancing:RegisterTargets", { TargetGroupArn: group, ...targets });
    await moto.query("ec2:StopInstances", { "InstanceId.1": machine, "InstanceId.2": other });
    const instanceIdentityDocument = JSON.stringify({ instanceId: machine });
    await moto.ask("ecs:RegisterContainerInstance", { cluster: "production", instanceIdentityDocument });
    return { group, instances };
  }

  /** The id of the deployment that takes the place of this one. */
  async function nextDeployment(service: string, previous: string): Promise<string> {
    for (let count = 0; count < 100; count += 1) {
      const { body } = await moto.ask("ecs:DescribeServices", { cluster: "production", services: [service] });
      const id =
        (body as { services: { deployments: { id: string }[] }[] }).services[0]?.deployments[0]?.id ?? previous;
      if (id !== previous) return id;
      await delay(50);
    }
    throw new Error(`${service} still has the deployment ${previous}`);
  }

  test("tells its own tasks, and the targets that they are by the machines that they run on", async () => {
    const { group, instances } = await startMachines();
    const balancer = `targetGroupArn=${group},containerName=app,containerPort=8080`;
    await createService("machined", "--load-balancers", balancer, "--desired-count", "5");
    const before = (await describe("machined"))?.["deployments"] as { id: string }[];
    const inputs = { service: "machined", operation: "restart", "if-in-progress": "proceed", "timeout-seconds": "4" };
    const pending = deploy(inputs);
    const startedBy = await nextDeployment("machined", before[0]?.id ?? "");
    const run = { cluster: "production", taskDefinition: "shop:1", launchType: "EC2" };
    const own = await moto.ask("ecs:RunTask", { ...run, count: 2, startedBy });
    await moto.ask("ecs:RunTask", { ...run, startedBy: "ecs-svc/other" });
    const task = (own.body as { tasks: { taskArn: string }[] }).tasks[0]?.taskArn ?? "";
    await moto.ask("ecs:StopTask", { cluster: "production", task, reason: "out of patience" });
    const result = await pending;
    expect(result.outputs["outcome"]).toBe("timed-out");
    const stopped = logOf(result).match(/^task .*/gmu);
    expect(stopped).toEqual([expect.stringMatching(`^task ${task.split("/").at(-1)}: .*out of patience`)]);
    expect(logOf(result)).toContain(
      `${instances[0]}:8080 in machines: unused, Target.InvalidState: Target is in the stopped state`,
    );
    expect(logOf(result)).toContain("targets of other deployments that are not healthy: 1");
  }, 60_000);

  test("takes the digest that the task definition of moto names, and leaves the service as it is", async () => {
    const image = `registry.example/shop@sha256:${"1".repeat(64)}`;
    const containerDefinitions = [{ ...CONTAINER, image }];
    await moto.ask("ecs:RegisterTaskDefinition", { family: "pinned", containerDefinitions });
    await createService("pinned", "--task-definition", "pinned:1");
    const before = await describe("pinned");
    expect((await deploy({ service: "pinned", image })).outputs).toMatchObject({
      outcome: "unchanged",
      "task-definition-arn": before?.["taskDefinition"],
    });
    expect(await describe("pinned")).toEqual(before);
    const other = image.replaceAll("1", "2");
    const result = await deploy({ service: "pinned", image: other, "dry-run": "true" });
    expect(logOf(result)).toContain(`plans app: ${image} → ${other}`);
  }, 60_000);

  test("proves no digest by tasks that tell none, as those of moto", async () => {
    await createService("digested");
    const digest = `sha256:${"0".repeat(64)}`;
    const inputs = { service: "digested", operation: "restart", "expected-digest": digest };
    const before = (await describe("digested"))?.["deployments"] as { id: string }[];
    const pending = deploy(inputs);
    const startedBy = await nextDeployment("digested", before[0]?.id ?? "");
    await moto.ask("ecs:RunTask", {
      cluster: "production",
      taskDefinition: "shop:1",
      launchType: "FARGATE",
      startedBy,
    });
    const result = await pending;
    expect(result.outputs["outcome"]).toBe("failed");
    expect(logOf(result)).toContain("ECS does not tell which digest container app runs");
  }, 60_000);

  test("shows what a failed container wrote, as CloudWatch Logs of moto has it", async () => {
    const group = "/ecs/crashing";
    await aws("logs", "create-log-group", "--log-group-name", group);
    const ecs = await startCrashing(group);
    const write = async (): Promise<void> => {
      for (const { id } of ecs.fleet().services[0]?.tasks ?? []) {
        const stream = { logGroupName: group, logStreamName: `app/app/${id}` };
        // A task whose stream is there has written already.
        if (!(await moto.ask("logs:CreateLogStream", stream)).ok) continue;
        const logEvents = ["first", "last"].map((message) => ({
          timestamp: Date.now(),
          message: `${message} of ${id}`,
        }));
        await moto.ask("logs:PutLogEvents", { ...stream, logEvents });
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

  test("made every call of AWS that is meant for it, and moto carried them out", () => {
    expect(moto.answered()).toEqual([...CALLS["ecs-deploy"]]);
  });

  test("leaves out no call that the source names", () => {
    expect(Object.values(CALLS).flat().toSorted()).toEqual(callsInSource());
  });

  test.each(CALLS.nowhere)("cannot show %s, which moto does not have", async (call) => {
    expect((await moto.ask(call, {})).status).toBe(500);
  });
});

function first(pattern: RegExp, text: string): string {
  return pattern.exec(text)?.[1] ?? "";
}
