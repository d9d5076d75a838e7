import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { listen, startGitHub, type GitHubServer, type LoopbackServer } from "@fairway/testbed";

import { logOf, runBundle } from "../support/run-bundle.ts";
import { describeWithTool } from "../support/tools.ts";
import { CALLS, startMoto, type AwsCall, type Moto } from "./moto.ts";

interface Row {
  readonly check: string;
  readonly state: string;
  readonly found: string;
  readonly fix: string;
}

/** moto plays STS and ECS by what AWS documents; it keeps no circuit breaker and has no service-deployment API. */
describeWithTool("moto_server", "check-setup and moto", () => {
  let moto: Moto;
  let github: GitHubServer;
  let issuer: LoopbackServer;

  beforeAll(async () => {
    moto = await startMoto();
    github = await startGitHub();
    github.repository("acme/shop");
    issuer = await listen((_request, response) => void response.end(JSON.stringify({ value: "e30.e30.e30" })));
    await seed("ecs:CreateCluster", { clusterName: "production" });
    const containerDefinitions = [{ name: "app", image: "registry.example/shop:1", essential: true, memory: 128 }];
    await seed("ecs:RegisterTaskDefinition", { family: "shop", containerDefinitions });
    const service = { cluster: "production", taskDefinition: "shop", desiredCount: 1 };
    await seed("ecs:CreateService", { ...service, serviceName: "app" });
    await seed("ecs:CreateService", {
      ...service,
      serviceName: "other",
      deploymentController: { type: "CODE_DEPLOY" },
    });
  }, 60_000);
  afterAll(async () => {
    await Promise.all([moto.stop(), github.close(), issuer.close()]);
  });

  async function seed(call: AwsCall, input: object): Promise<void> {
    expect(await moto.ask(call, input)).toMatchObject({ status: 200 });
  }

  async function check(inputs: Record<string, string>) {
    const result = await runBundle({
      action: "check-setup",
      inputs: { "github-token": github.token(), "aws-region": "eu-west-1", cluster: "production", ...inputs },
      env: {
        GITHUB_API_URL: github.url,
        GITHUB_REPOSITORY: "acme/shop",
        GITHUB_RUN_ID: "1",
        AWS_ENDPOINT_URL: moto.watchedUrl,
        ACTIONS_ID_TOKEN_REQUEST_URL: `${issuer.url}/token`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: "runner-secret",
      },
    });
    const rows = JSON.parse(result.outputs["checks"] ?? "[]") as Row[];
    return { log: logOf(result), row: (name: string) => rows.find((one) => one.check === name) };
  }

  const role = { "aws-role": "arn:aws:iam::123456789012:role/deploy" };

  test("takes the role by the job's token, and reads the service with it and no other keys", async () => {
    const { row } = await check({ ...role, service: "app", container: "app" });
    expect(row("Role trust")?.state).toBe("pass");
    expect(row("AWS credentials")?.found).toMatch(/assumed-role\/deploy\/fairway-check-setup, account 123456789012/);
    expect([row("Cluster")?.state, row("Service")?.state, row("Container")?.state]).toEqual(["pass", "pass", "pass"]);
    expect(row("Circuit breaker")?.state).toBe("fail");
  }, 60_000);

  test("names the service that may have been meant, as ECS lists them", async () => {
    const { row } = await check({ ...role, service: "ap" });
    expect(row("Service")).toMatchObject({ state: "fail", fix: expect.stringContaining("Did you mean app?") });
  }, 60_000);

  test("refuses the controller of CodeDeploy", async () => {
    const { row } = await check({ ...role, service: "other" });
    expect(row("Deployment controller")).toMatchObject({ state: "fail", found: expect.stringMatching(/CODE_DEPLOY/) });
  }, 60_000);

  test("names the cluster that may have been meant, as ECS lists them", async () => {
    const { row } = await check({ ...role, service: "app", cluster: "prodution" });
    expect(row("Cluster")).toMatchObject({ state: "fail", fix: expect.stringContaining("Did you mean production?") });
  }, 60_000);

  test("made every call of AWS that is meant for it, and moto carried them out", () => {
    expect(moto.answered()).toEqual(expect.arrayContaining([...CALLS["check-setup"]]));
  });
});
