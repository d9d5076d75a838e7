import { expect, test } from "@jest/globals";

import { isSameDefinition } from "./same-definition.ts";

const container = { name: "app", image: "a/b:1", portMappings: [{ containerPort: 80 }] };
const wanted = { family: "app", containerDefinitions: [container] };
const filledIn = { ...container, cpu: 0, environment: [], essential: true, mountPoints: [] };
const port = { containerPort: 80, hostPort: 80, protocol: "tcp" };

test.each<[string, Record<string, unknown>, Record<string, unknown>, boolean]>([
  ["itself", wanted, wanted, true],
  ["itself with ECS's own members", wanted, { ...wanted, revision: 3, status: "ACTIVE" }, true],
  ["itself with defaults filled in", wanted, { ...wanted, containerDefinitions: [filledIn], volumes: [] }, true],
  ["one of another image", wanted, { ...wanted, containerDefinitions: [{ ...container, image: "a/b:2" }] }, false],
  ["one that has a role beside", wanted, { ...wanted, taskRoleArn: "arn:aws:iam::1:role/x" }, false],
  ["one that lacks a member", { ...wanted, cpu: "512" }, wanted, false],
  ["one of two containers", wanted, { ...wanted, containerDefinitions: [container, container] }, false],
  [
    "one whose host port was chosen",
    wanted,
    { ...wanted, containerDefinitions: [{ ...container, portMappings: [port] }] },
    false,
  ],
  ["one whose empty string is another", { ...wanted, a: [""] }, { ...wanted, a: [] }, false],
])("a definition and %s", (_, one, described, same) => {
  expect(isSameDefinition(one, described)).toBe(same);
});
