import { startWorld, type World } from "@fairway/testbed";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { describeWithTool, runTool } from "../support/tools.ts";

describeWithTool("aws", "the AWS CLI and the embedded ECS", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ rate: 600 });
    await world.seedRelease("0.1.0");
  });

  afterAll(() => world.close());

  /** Version 2 of the CLI would page its output. */
  const environment = () => ({ ...world.env(), AWS_PAGER: "" });

  async function aws<Answer>(...args: string[]): Promise<Answer> {
    const run = await runTool("aws", [...args, "--output", "json"], environment());
    expect(run).toMatchObject({ exitCode: 0 });
    return JSON.parse(run.stdout) as Answer;
  }

  const app = ["--cluster", "production", "--services", "app"];

  test("sts get-caller-identity tells who signed", async () => {
    expect(await aws("sts", "get-caller-identity")).toMatchObject({ Account: "000000000000" });
  });

  test("ecs describe-services shows the seeded release in a steady state", async () => {
    const answer = await aws<{ services: unknown[] }>("ecs", "describe-services", ...app);
    expect(answer.services).toMatchObject([
      {
        serviceName: "app",
        desiredCount: 2,
        runningCount: 2,
        deployments: [{ status: "PRIMARY", rolloutState: "COMPLETED" }],
        deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
      },
    ]);
  });

  test("ecs register-task-definition and update-service roll a new image out, and wait services-stable sees the end", async () => {
    world.buildImage({ commit: "c".repeat(40), version: "0.2.0", tag: "0.2.0" });
    const containers = [{ name: "app", image: `${world.image}:0.2.0`, essential: true }];
    await aws(
      "ecs",
      "register-task-definition",
      "--family",
      "shop-cli",
      "--container-definitions",
      JSON.stringify(containers),
    );
    await aws("ecs", "update-service", "--cluster", "production", "--service", "app", "--task-definition", "shop-cli");
    const waited = await runTool("aws", ["ecs", "wait", "services-stable", ...app], environment());
    expect(waited).toMatchObject({ exitCode: 0 });
    expect(world.snapshot().apps.production).toMatchObject({ status: 200, body: { version: "0.2.0" } });
  });

  test("logs get-log-events reads what the application has written", async () => {
    const group = ["--log-group-name", "/ecs/shop-staging"];
    const { logStreams } = await aws<{ logStreams: { logStreamName: string }[] }>(
      "logs",
      "describe-log-streams",
      ...group,
      "--log-stream-name-prefix",
      "app/app/",
    );
    const name = logStreams.at(-1)!.logStreamName;
    const answer = await aws<{ events: { message: string }[] }>(
      "logs",
      "get-log-events",
      ...group,
      "--log-stream-name",
      name,
    );
    expect(answer.events.map((event) => event.message)).toContain("schema 0 migrated to 10");
  });

  test("ecs describe-services reports a missing service as a failure", async () => {
    const answer = await aws("ecs", "describe-services", "--cluster", "production", "--services", "nothing");
    expect(answer).toMatchObject({ services: [], failures: [{ reason: "MISSING" }] });
  });
});
