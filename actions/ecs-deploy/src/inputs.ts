import {
  choice,
  flag,
  integer,
  items,
  lines,
  optional,
  parseAwsRegion,
  parseDigest,
  parsedBy,
  parseLeaseToken,
  text,
  token,
  type InputProblem,
  type InputsOf,
} from "@fairway/domain";

import { parseContainerImage, parseWantedImage } from "./wanted-image.ts";

const NAME = /^[A-Za-z0-9_][\w-]{0,254}$/;
const NAME_OR_ARN = /^([A-Za-z0-9_][\w-]{0,254}|arn:[\w-]+:ecs:[\w-]+:\d{12}:[\w/-]{1,520})$/;
const TASK_DEFINITION =
  /^((?!-)[\w./-]{1,250}\.json|[A-Za-z0-9_][\w-]{0,254}(:\d{1,9})?|arn:[\w-]+:ecs:[\w-]+:\d{12}:task-definition\/[\w-]{1,255}:\d{1,9})$/;
const PLATFORM = /^[a-z0-9]{1,20}\/[a-z0-9_]{1,20}(\/[a-z0-9]{1,20})?$/;

export const fields = {
  operation: choice("deploy", "restart", "scale"),
  cluster: text({ pattern: NAME_OR_ARN, rule: "the name or ARN of an ECS cluster" }),
  service: lines(text({ pattern: NAME_OR_ARN, rule: "the name or ARN of an ECS service" }), 500),
  container: optional(text({ pattern: NAME, rule: "the name of a container: letters, digits, _ and -" })),
  image: optional(parsedBy(parseWantedImage)),
  images: optional(lines(parsedBy(parseContainerImage), 20)),
  "task-definition": optional(
    text({ pattern: TASK_DEFINITION, rule: "a family, a family:revision, an ARN or the path of a .json file" }),
  ),
  "desired-count": optional(integer(0, 5000)),
  "expected-digest": optional(parsedBy(parseDigest)),
  "image-platforms": optional(
    items(text({ pattern: PLATFORM, rule: "a platform: os/architecture, such as linux/arm64" }), 20),
  ),
  "force-new-deployment": flag(),
  "wait-until": choice("deployed", "stable", "none"),
  "timeout-seconds": integer(1, 86_400),
  "if-in-progress": choice("wait", "fail", "proceed"),
  "require-circuit-breaker": flag(),
  "require-ephemeral": flag(),
  "max-parallel": integer(1, 500),
  "max-failed-tasks": optional(integer(1, 1000)),
  "on-failure": choice("none", "rollback"),
  "log-tail-lines": integer(0, 200),
  "aws-region": optional(parsedBy(parseAwsRegion)),
  "lease-token": optional(parsedBy(parseLeaseToken)),
  "github-token": optional(token()),
  "dry-run": flag(),
};

export type EcsDeployInputs = InputsOf<typeof fields>;

/** Each operation has inputs that it needs and inputs that would contradict it. */
export function checkInputs(inputs: EcsDeployInputs): readonly InputProblem[] {
  return [...operationProblems(inputs), ...freshnessProblems(inputs)];
}

function operationProblems(inputs: EcsDeployInputs): readonly InputProblem[] {
  switch (inputs.operation) {
    case "deploy":
      return [...sourceProblems(inputs), ...digestProblems(inputs)];
    case "restart":
      return surplus(inputs, ["image", "images", "task-definition", "image-platforms"]);
    case "scale":
      return [
        ...surplus(inputs, ["image", "images", "task-definition", "container", "expected-digest", "image-platforms"]),
        ...(inputs.desiredCount === undefined
          ? [{ input: "desired-count", message: "is required for scale and was empty" }]
          : []),
      ];
  }
}

function freshnessProblems({ operation, requireEphemeral }: EcsDeployInputs): InputProblem[] {
  if (!requireEphemeral || operation === "restart") return [];
  const message = `is true, and operation: ${operation} promises no empty start; use operation: restart, or leave it out`;
  return [{ input: "require-ephemeral", message }];
}

function sourceProblems({ image, images, taskDefinition }: EcsDeployInputs): InputProblem[] {
  if (image !== undefined && images !== undefined)
    return [{ input: "images", message: "was given together with image; give one of them" }];
  if (image ?? images ?? taskDefinition) return [];
  const message = "one of image, images and task-definition is needed to deploy; none was given";
  return [{ input: "image", message: `${message}. To start the same tasks anew, use operation: restart` }];
}

function digestProblems({ image, images = [], expectedDigest }: EcsDeployInputs): InputProblem[] {
  if (expectedDigest === undefined) return [];
  if (images.length > 1) {
    const message = `names one digest for ${images.length} images; write it in the line of its image, as container=repository@sha256:…`;
    return [{ input: "expected-digest", message }];
  }
  const own = image?.digest ?? images[0]?.digest;
  if (own === undefined || own === expectedDigest) return [];
  return [{ input: "expected-digest", message: `is ${expectedDigest}, while the image names ${own}` }];
}

type Refusable = "image" | "images" | "task-definition" | "container" | "expected-digest" | "image-platforms";

function surplus(inputs: EcsDeployInputs, names: readonly Refusable[]): InputProblem[] {
  const values: Record<Refusable, unknown> = {
    image: inputs.image,
    images: inputs.images,
    "task-definition": inputs.taskDefinition,
    container: inputs.container,
    "expected-digest": inputs.expectedDigest,
    "image-platforms": inputs.imagePlatforms,
  };
  const message = `has no place in operation: ${inputs.operation}; use operation: deploy, or leave it out`;
  return names.filter((name) => values[name] !== undefined).map((input) => ({ input, message }));
}
