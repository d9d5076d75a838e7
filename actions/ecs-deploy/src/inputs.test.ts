import { describe, expect, test } from "@jest/globals";
import { parseInputs } from "@fairway/domain";

import { checkInputs, fields } from "./inputs.ts";
import { inputTexts } from "./testing/inputs.ts";

const DIGEST = `sha256:${"4bc4".repeat(16)}`;

function problemsOf(texts: Record<string, string>): string[] {
  const verdict = parseInputs(fields, inputTexts(texts));
  const problems = verdict.kind === "invalid" ? verdict.problems : checkInputs(verdict.inputs);
  return problems.map(({ input, message }) => `${input}: ${message}`);
}

describe("the inputs", () => {
  test.each<[string, Record<string, string>]>([
    ["an image", { image: "acme/app:1" }],
    ["images of several containers", { images: "app=acme/app:1\nproxy=acme/proxy:2" }],
    ["a task definition in a file", { "task-definition": "deploy/task.json" }],
    ["platforms of the image", { image: "a/b", "image-platforms": "linux/amd64, linux/arm64" }],
    ["a family and revision", { "task-definition": "app:41" }],
    ["an image put into another revision", { image: "acme/app:1", "task-definition": "app:41" }],
    ["a service by its ARN", { image: "a/b", service: "arn:aws:ecs:eu-west-1:111122223333:service/production/app" }],
    ["a restart", { operation: "restart" }],
    ["a restart that expects a digest", { operation: "restart", "expected-digest": DIGEST }],
    ["scaling to 0", { operation: "scale", "desired-count": "0" }],
  ])("take %s", (_, texts) => {
    expect(problemsOf(texts)).toEqual([]);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ["nothing to deploy", {}, /^image: one of image, images and task-definition is needed/],
    ["image and images", { image: "a/b", images: "app=a/b" }, /^images: was given together with image/],
    ["one digest for two images", { images: "a=a/b\nc=c/d", "expected-digest": DIGEST }, /^expected-digest: names one/],
    [
      "two different digests",
      { image: `a/b@sha256:${"0".repeat(64)}`, "expected-digest": DIGEST },
      /^expected-digest: is/,
    ],
    ["an image to restart", { operation: "restart", image: "a/b" }, /^image: has no place in operation: restart/],
    ["an image to scale", { operation: "scale", "desired-count": "1", image: "a/b" }, /^image: has no place/],
    ["no count to scale to", { operation: "scale" }, /^desired-count: is required for scale/],
    ["a count below zero", { operation: "scale", "desired-count": "-1" }, /^desired-count: "-1" is not a whole number/],
    ["an unknown operation", { operation: "redeploy" }, /^operation: "redeploy" is not one of deploy, restart, scale/],
    ["a cluster that would be an option", { image: "a/b", cluster: "--all" }, /^cluster: "--all" is not/],
    ["a service with a command in it", { image: "a/b", service: "app;ls" }, /^service: "app;ls" is not/],
  ])("refuse %s", (_, texts, message) => {
    expect(problemsOf(texts)).toEqual([expect.stringMatching(message)]);
  });

  test("are refused all at once", () => {
    expect(
      problemsOf({ cluster: "", "timeout-seconds": "soon", "wait-until": "done", image: "Not An Image" }),
    ).toHaveLength(4);
  });
});
