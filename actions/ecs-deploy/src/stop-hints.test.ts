import { expect, test } from "@jest/globals";

import type { Task } from "./ports.ts";
import { renderStoppedTask } from "./stop-hints.ts";
import { container, stoppedTask } from "./testing/service-states.ts";

function stopped(change: Partial<Task>, of: Partial<Task["containers"][number]> = {}): Task {
  return stoppedTask({ containers: [container(of)], ...change });
}

test.each<[string, Task, RegExp]>([
  [
    "too little memory",
    stopped({}, { exitCode: 137, reason: "OutOfMemoryError: killed" }),
    /app exit 137 Out.*memory limit\)$/,
  ],
  ["a crash", stopped({}, { exitCode: 139 }), /segmentation fault/],
  ["another CPU", stopped({}, { exitCode: 1, reason: "exec /app: exec format error" }), /another CPU architecture/],
  [
    "no variant",
    stopped({ stoppedReason: "image Manifest does not contain descriptor matching platform 'linux/arm64'" }),
    /no variant/,
  ],
  [
    "a missing image",
    stopped({ stoppedReason: "CannotPullContainerError: not found" }),
    /tag or digest does not exist/,
  ],
  [
    "a missing secret",
    stopped({ stoppedReason: "ResourceInitializationError: unable to pull secrets" }),
    /a secret, a network/,
  ],
  [
    "a failed health check",
    stopped({ stoppedReason: "Task failed ELB health checks in (target-group x)" }),
    /grace period/,
  ],
  [
    "an exit code that says nothing",
    stopped({}, { exitCode: 1 }),
    /^task 0123abcd: EssentialContainerExited; Essential container in task exited; app exit 1$/,
  ],
])("a stopped task is told with a hint for %s", (_, task, text) => {
  expect(renderStoppedTask(task)).toMatch(text);
});
