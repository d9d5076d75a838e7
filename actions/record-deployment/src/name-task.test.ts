import { expect, test } from "@jest/globals";

import { nameTask } from "./name-task.ts";

test.each([
  ["one name", ["deploy:app"], "deploy:app"],
  ["several", ["deploy:worker", "app"], "deploy:worker,app"],
  ["more than GitHub takes", ["a".repeat(100), "b".repeat(100), "c"], `${"a".repeat(100)} and 2 more`],
  ["a first one that is too long", ["a".repeat(200), "b"], `${"a".repeat(117)} and 1 more`],
  ["one that is too long", ["a".repeat(200)], "a".repeat(128)],
])("the task of %s", (_, names, task) => {
  expect(nameTask(names)).toBe(task);
});
