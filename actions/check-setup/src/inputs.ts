import {
  flag,
  integer,
  items,
  choice,
  optional,
  parseAwsRegion,
  parseBetaTag,
  parsedBy,
  parseImageReference,
  secret,
  text,
  token,
  type InputProblem,
  type InputsOf,
  parseJsonPointer,
} from "@fairway/domain";

import { parseHealthUrl } from "./health-url.ts";

const NAME = /^[A-Za-z0-9_][\w-]{0,254}$/;
const NAME_OR_ARN = /^([A-Za-z0-9_][\w-]{0,254}|arn:[\w-]+:ecs:[\w-]+:\d{12}:[\w/-]{1,520})$/;
const ROLE = /^arn:[\w-]{1,20}:iam::\d{12}:role\/[\w+=,.@/-]{1,500}$/;

const service = text({ pattern: NAME_OR_ARN, rule: "the name or ARN of an ECS service" });

export const fields = {
  actions: items(
    choice(
      "check-concurrent",
      "check-environment",
      "create-release",
      "ecs-deploy",
      "record-deployment",
      "resolve-release",
      "retag-image",
    ),
  ),
  environment: optional(text({ max: 255 })),
  "require-reviewers": flag(),
  "require-branch-rule": flag(),
  "aws-role": optional(text({ pattern: ROLE, rule: "the ARN of an IAM role" })),
  "aws-region": optional(parsedBy(parseAwsRegion)),
  cluster: optional(text({ pattern: NAME_OR_ARN, rule: "the name or ARN of an ECS cluster" })),
  service: optional(service),
  container: optional(text({ pattern: NAME, rule: "the name of a container: letters, digits, _ and -" })),
  "database-service": optional(service),
  image: optional(parsedBy(parseImageReference)),
  "registry-username": optional(text({ max: 255 })),
  "registry-password": optional(secret()),
  "beta-tag": optional(parsedBy(parseBetaTag)),
  "release-tag-prefix": optional(
    text({ max: 60, pattern: /^[A-Za-z][\w.-]*$/, rule: "a prefix of letters, such as v" }),
  ),
  "health-url": optional(parsedBy(parseHealthUrl)),
  "version-pointer": parsedBy(parseJsonPointer),
  "timeout-seconds": integer(1, 300),
  "github-token": token(),
};

export type CheckSetupInputs = InputsOf<typeof fields>;

/** An input that another one gives its meaning would be left out of the table without a word. */
export function checkInputs(inputs: CheckSetupInputs): readonly InputProblem[] {
  return [
    ...needs(inputs.service, "service", inputs.cluster, "cluster"),
    ...needs(inputs.databaseService, "database-service", inputs.cluster, "cluster"),
    ...needs(inputs.container, "container", inputs.service, "service"),
    ...needs(inputs.registryUsername, "registry-username", inputs.registryPassword, "registry-password"),
    ...needs(inputs.registryPassword, "registry-password", inputs.registryUsername, "registry-username"),
  ];
}

function needs(given: unknown, input: string, other: unknown, name: string): InputProblem[] {
  return given !== undefined && other === undefined
    ? [{ input, message: `means nothing without ${name}; give ${name} as well` }]
    : [];
}

/** The login that was given; without one Docker's own configuration is asked. */
export function loginOf({ registryUsername: username, registryPassword: password }: CheckSetupInputs) {
  return username === undefined || password === undefined ? undefined : { username, password };
}
