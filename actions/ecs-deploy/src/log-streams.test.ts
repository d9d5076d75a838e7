import { expect, test } from "@jest/globals";

import { logsOfFailedContainers } from "./log-streams.ts";
import type { Task } from "./ports.ts";
import { revision } from "./testing/service-states.ts";

const awslogs = (options: Record<string, string>) => ({ logDriver: "awslogs", options });

function streamsOf(logConfiguration: unknown, exitCode: number | undefined = 1) {
  const container = { name: "app", image: undefined, imageDigest: undefined, exitCode, reason: undefined };
  const task: Task = {
    arn: "arn:aws:ecs:eu-west-1:111122223333:task/production/0123",
    taskDefinition: revision(42),
    startedBy: undefined,
    lastStatus: "STOPPED",
    stopCode: undefined,
    stoppedReason: undefined,
    stoppedAt: undefined,
    containers: [container],
  };
  return logsOfFailedContainers({ containerDefinitions: [{ name: "app", logConfiguration }] }, task);
}

test("the log of a failed container is found by group, prefix, container and task", () => {
  const options = { "awslogs-group": "/ecs/app", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "p" };
  expect(streamsOf(awslogs(options))).toEqual([
    { kind: "readable", container: "app", stream: { region: "us-east-1", group: "/ecs/app", name: "p/app/0123" } },
  ]);
});

test.each([
  ["another driver", { logDriver: "splunk" }, "splunk"],
  ["no driver", undefined, "none"],
  ["no stream prefix", awslogs({ "awslogs-group": "/ecs/app" }), "awslogs without a stream prefix"],
])("a log with %s is told to be elsewhere", (_, configuration, driver) => {
  expect(streamsOf(configuration)).toEqual([{ kind: "elsewhere", container: "app", driver }]);
});

test("containers that ended well or never ran have no log worth showing", () => {
  expect(streamsOf(undefined, 0)).toEqual([]);
});
