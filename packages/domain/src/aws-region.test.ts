import { describe, expect, test } from "@jest/globals";

import { parseAwsRegion } from "./aws-region.ts";

describe("an AWS region", () => {
  test.each(["eu-central-1", "ap-southeast-7", "us-gov-west-1", "us-isob-east-1", "eusc-de-east-1", "cn-northwest-1"])(
    "may be %s",
    (text) => {
      expect(parseAwsRegion(text)).toBe(text);
    },
  );

  test.each([
    ["eu-centrl-1", "did you mean eu-central-1?"],
    ["us-eats-1", "did you mean us-east-1?"],
    ["EU-West-1", "did you mean eu-west-1?"],
    ["eu-west1", "did you mean eu-west-1?"],
    ["eu-west-1a", "did you mean eu-west-1?"],
    ["frankfurt", "such as eu-west-1"],
    ["us-east-1.evil.example", "such as eu-west-1"],
    ["x".repeat(100_000), "such as eu-west-1"],
  ])("is not %.30s", (text, hint) => {
    expect(() => parseAwsRegion(text)).toThrow(`"${text.slice(0, 60)}" is not an AWS region`);
    expect(() => parseAwsRegion(text)).toThrow(hint);
  });
});
