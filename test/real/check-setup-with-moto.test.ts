import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { listen, startGitHub, type GitHubServer, type LoopbackServer } from "@fairway/testbed";

import { startInBackground, type BackgroundProgram } from "../support/background-program.ts";
import { logOf, runBundle } from "../support/run-bundle.ts";
import { describeWithTool } from "../support/tools.ts";

interface Row {
  readonly check: string;
  readonly state: string;
  readonly found: string;
  readonly fix: string;
}

/** moto plays STS and ECS by what AWS documents; it keeps no circuit breaker and has no service-deployment API. */
describeWithTool("moto_server", "check-setup and moto", () => {
  let moto: BackgroundProgram;
  let github: GitHubServer;
  let issuer: LoopbackServer;
  let address: string;

  beforeAll(async () => {
    moto = startInBackground("moto_server", ["-H", "127.0.0.1", "-p", "0"]);
    github = await startGitHub();
    github.repository("acme/shop");
    issuer = await listen((_request, response) => void response.end(JSON.stringify({ value: "e30.e30.e30" })));
    address = (await moto.waitFor(/Running on (http:\/\/127\.0\.0\.1:\d+)/))[1] ?? "";
    await call("CreateCluster", { clusterName: "production" });
    const containerDefinitions = [{ name: "app", image: "registry.example/shop:1", essential: true, memory: 128 }];
    await call("RegisterTaskDefinition", { family: "shop", containerDefinitions });
    const service = { cluster: "production", taskDefinition: "shop", desiredCount: 1 };
    await call("CreateService", { ...service, serviceName: "app" });
    await call("CreateService", { ...service, serviceName: "other", deploymentController: { type: "CODE_DEPLOY" } });
  }, 60_000);
  afterAll(async () => {
    await Promise.all([moto.stop(), github.close(), issuer.close()]);
  });

  /** moto reads service and region out of a signature, and verifies none. */
  async function call(action: string, input: object): Promise<void> {
    const credential = "Credential=AKIAEXAMPLE/20260101/eu-west-1/ecs/aws4_request";
    const headers = {
      "x-amz-target": `AmazonEC2ContainerServiceV20141113.${action}`,
      "content-type": "application/x-amz-json-1.1",
      authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host, Signature=0`,
    };
    const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify(input) });
    expect([action, answer.status, await answer.text()]).toEqual([action, 200, expect.any(String)]);
  }

  async function check(inputs: Record<string, string>) {
    const result = await runBundle({
      action: "check-setup",
      inputs: { "github-token": github.token(), "aws-region": "eu-west-1", cluster: "production", ...inputs },
      env: {
        GITHUB_API_URL: github.url,
        GITHUB_REPOSITORY: "acme/shop",
        GITHUB_RUN_ID: "1",
        AWS_ENDPOINT_URL: address,
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
});
