import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { WorldPicture } from "@fairway/rehearse/rehearsal";
import type { DispatchedRun } from "../support/act-dispatch.ts";
import { ACT_TOOLS, openActWorld, type ActWorld } from "../support/act-world.ts";
import { startInBackground, type BackgroundProgram } from "../support/background-program.ts";
import { describeWithTool } from "../support/tools.ts";

/**
 * moto stands in the place of the embedded ECS as far as it can: it keeps no circuit breaker and starts no deployment
 * beside a service's first, so a promotion to it must end red, and soon.
 */
describeWithTool(
  [...ACT_TOOLS, "moto_server"],
  "a promotion under act to moto, whose service has no circuit breaker",
  () => {
    let place: ActWorld;
    let moto: BackgroundProgram;
    let address: string;
    let run: DispatchedRun;
    let before: WorldPicture;
    let after: WorldPicture;

    beforeAll(async () => {
      moto = startInBackground("moto_server", ["-H", "127.0.0.1", "-p", "0"], { MOTO_ECS_SERVICE_RUNNING: "2" });
      place = await openActWorld();
      await place.seedRelease("0.1.0");
      const beta = await place.publishBeta({ version: "0.2.0" });
      address = (await moto.waitFor(/Running on (http:\/\/127\.0\.0\.1:\d+)/))[1] ?? "";
      await seedProduction(address, `${place.world.image}:0.1.0`);
      before = await place.picture();
      run = await place.start("production.yml", { "beta-tag": beta }, { AWS_ENDPOINT_URL: address });
      after = await place.picture();
    });
    afterAll(async () => {
      await moto.stop();
      await place.close();
    });

    test("is red before anything moves, and says what to turn on", () => {
      expect(run.conclusion).toBe("failure");
      const red = run.jobs.flatMap(({ steps }) => steps.filter(({ conclusion }) => conclusion === "failure"));
      expect(red.map(({ name }) => name)).toEqual(["Plan the deployment"]);
      expect(run.errors).toEqual([expect.stringContaining("has its deployment circuit breaker off")]);
    });

    test("has deployed nothing: moto knows no other task definition than before", async () => {
      const { taskDefinitionArns } = await call<{ taskDefinitionArns: string[] }>(address, "ListTaskDefinitions", {});
      expect(taskDefinitionArns).toHaveLength(1);
      const which = { cluster: "production", services: ["app"] };
      const { services } = await call<{ services: object[] }>(address, "DescribeServices", which);
      expect(services).toMatchObject([{ taskDefinition: taskDefinitionArns[0], deployments: [{ status: "PRIMARY" }] }]);
    });

    test("has tagged and published nothing, and holds no lease", () => {
      expect(after).toEqual({ ...before, leases: { production: "free" }, records: after.records });
    });
  },
);

/** The cluster and service that the example names, as infrastructure code would have made them. */
async function seedProduction(address: string, image: string): Promise<void> {
  const family = "shop-production";
  const containerDefinitions = [{ name: "app", image, essential: true, memory: 128 }];
  const deploymentConfiguration = { deploymentCircuitBreaker: { enable: true, rollback: true } };
  const service = { cluster: "production", serviceName: "app", taskDefinition: family, desiredCount: 2 };
  await call(address, "CreateCluster", { clusterName: "production" });
  await call(address, "RegisterTaskDefinition", { family, containerDefinitions });
  await call(address, "CreateService", { ...service, deploymentConfiguration });
}

/** moto reads service and region out of a signature, and verifies none. */
async function call<Answer>(address: string, action: string, input: object): Promise<Answer> {
  const headers = {
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": `AmazonEC2ContainerServiceV20141113.${action}`,
    authorization: "AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20260101/eu-central-1/ecs/aws4_request",
  };
  const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify(input) });
  if (!answer.ok) throw new Error(`moto refused ${action} with ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
