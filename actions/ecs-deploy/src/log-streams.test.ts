import { expect, test } from "@jest/globals";

import { logsOfFailedContainers } from "./log-streams.ts";
import { container, stoppedTask } from "./testing/service-states.ts";

const awslogs = (options: Record<string, string>) => ({ logDriver: "awslogs", options });

function streamsOf(logConfiguration: unknown, exitCode: number | undefined = 1) {
  const task = stoppedTask({ containers: [container({ exitCode })] });
  return logsOfFailedContainers({ containerDefinitions: [{ name: "app", logConfiguration }] }, task);
}

test("the log of a failed container is found by group, prefix, container and task", () => {
  const options = { "awslogs-group": "/ecs/app", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "p" };
  expect(streamsOf(awslogs(options))).toEqual([
    { kind: "readable", container: "app", stream: { region: "us-east-1", group: "/ecs/app", name: "p/app/0123abcd" } },
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
