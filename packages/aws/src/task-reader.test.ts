import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Clock } from "@fairway/domain";
import { listen, type LoopbackServer } from "@fairway/testbed";

import { openServiceFleet } from "./service-fleet.ts";

const MACHINE = "arn:aws:ecs:eu-west-1:000000000000:container-instance/production/0a";
const TASKS = [
  "arn:aws:ecs:eu-west-1:000000000000:task/production/1",
  "arn:aws:ecs:eu-west-1:000000000000:task/production/2",
];

/** What ECS answers about a task with an interface of its own, and one that shares its machine's. */
const ANSWERS: Readonly<Record<string, unknown>> = {
  ListTasks: { taskArns: TASKS },
  DescribeTasks: {
    tasks: [
      {
        taskArn: TASKS[0],
        attachments: [
          {
            type: "ElasticNetworkInterface",
            details: [
              { name: "subnetId", value: "subnet-1" },
              { name: "privateIPv4Address", value: "10.0.0.1" },
              { name: "privateIPv6Address", value: "2001:db8::1" },
            ],
          },
        ],
      },
      {
        taskArn: TASKS[1],
        containerInstanceArn: MACHINE,
        containers: [
          { name: "app", networkBindings: [{ containerPort: 8080, hostPort: 32_768 }] },
          { name: "agent", networkBindings: [{ containerPort: 9090, hostPort: 32_769 }] },
        ],
      },
    ],
  },
  DescribeContainerInstances: { containerInstances: [{ containerInstanceArn: MACHINE, ec2InstanceId: "i-0a" }] },
};

const clock: Clock = { now: () => new Date(), elapsedMs: () => 0, sleep: () => Promise.resolve() };
const saved = { ...process.env };
let server: LoopbackServer;

beforeAll(async () => {
  server = await listen((request, response) => {
    const action = String(request.headers["x-amz-target"]).split(".")[1] ?? "";
    response.writeHead(200, { "content-type": "application/x-amz-json-1.1" }).end(JSON.stringify(ANSWERS[action]));
  });
  const keys = { AWS_ACCESS_KEY_ID: "AKIAEXAMPLE", AWS_SECRET_ACCESS_KEY: "secret" };
  Object.assign(process.env, keys, { AWS_ENDPOINT_URL: server.url, AWS_REGION: "eu-west-1" });
});

afterAll(async () => {
  process.env = { ...saved };
  await server.close();
});

test("tasks are read with what leads to them: their own addresses, or their machine and its ports", async () => {
  const fleet = openServiceFleet({ clock, random: () => 0.5 });
  const tasks = await fleet.tasks({ cluster: "production", service: "app" }, "RUNNING");
  expect(tasks).toMatchObject([
    { addresses: ["10.0.0.1", "2001:db8::1"], containerInstance: undefined, hostPorts: [] },
    { addresses: [], containerInstance: MACHINE, hostPorts: [32_768, 32_769] },
  ]);
});

test("a machine is read with its EC2 instance", async () => {
  const fleet = openServiceFleet({ clock, random: () => 0.5 });
  expect(await fleet.instanceIds("production", [MACHINE])).toEqual(new Map([[MACHINE, "i-0a"]]));
});
