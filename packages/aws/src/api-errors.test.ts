import { describe, expect, test } from "@jest/globals";
import { FairwayError } from "@fairway/domain";

import { classify, translate } from "./api-errors.ts";

const CALL = "ecs:UpdateService";

function thrown(message: string, members: Readonly<Record<string, unknown>> = {}): Error {
  return Object.assign(new Error(message), members);
}

describe("an error of AWS", () => {
  test.each([
    [
      thrown("User: arn:aws:sts::1:x is not authorized", { name: "AccessDeniedException" }),
      "ACCESS_DENIED",
      "arn:aws:sts::1:x",
      "Allow ecs:UpdateService",
    ],
    [
      thrown("The security token is expired", { name: "ExpiredTokenException" }),
      "CREDENTIALS_EXPIRED",
      "token is expired",
      "Ask for a longer session",
    ],
    [
      thrown("The security token is invalid", { name: "UnrecognizedClientException" }),
      "BAD_CREDENTIALS",
      "token is invalid",
      "configure-aws-credentials",
    ],
    [thrown("Region is missing"), "NO_REGION", "No AWS region", "Give aws-region"],
    [thrown("Rate exceeded", { name: "ThrottlingException" }), "ECS_THROTTLED", CALL, "Run the job again"],
    [
      thrown("connect ECONNREFUSED", { code: "ECONNREFUSED" }),
      "ECS_UNREACHABLE",
      CALL,
      "https://health.aws.amazon.com",
    ],
    [thrown("wrong version number", { code: "EPROTO" }), "ECS_UNREACHABLE", CALL, "https://health.aws.amazon.com"],
    [
      thrown("getaddrinfo ENOTFOUND", { code: "ENOTFOUND", hostname: "ecs.eu-central-9.amazonaws.com" }),
      "ECS_UNREACHABLE",
      "there is no ecs.eu-central-9.amazonaws.com",
      "Check the region, in aws-region or AWS_REGION",
    ],
    [
      thrown("desiredCount is too large", { name: "InvalidParameterException", $metadata: { httpStatusCode: 400 } }),
      "ECS_REFUSED",
      "InvalidParameterException: desiredCount is too large",
      undefined,
    ],
    [
      thrown("self-signed certificate", { code: "DEPTH_ZERO_SELF_SIGNED_CERT" }),
      "BAD_CERTIFICATE",
      "the endpoint of ecs:UpdateService",
      "NODE_EXTRA_CA_CERTS",
    ],
  ])("%s becomes %s with what was refused and what to do", (error, code, message, nextStep) => {
    const translated = translate(error, CALL) as FairwayError;
    expect(translated).toBeInstanceOf(FairwayError);
    expect(translated.code).toBe(code);
    expect(translated.message).toContain(message);
    if (nextStep === undefined) expect(translated.nextStep).toBeUndefined();
    else expect(translated.nextStep).toContain(nextStep);
  });

  test("that is none stays what it is, so that a defect shows as one", () => {
    const defect = new TypeError("x is not a function");
    expect(translate(defect, CALL)).toBe(defect);
  });

  test.each([
    ["unsent", { code: "ENOTFOUND" }],
    ["unknown", { code: "ECONNRESET" }],
    ["unknown", { code: "ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC" }],
    ["other", { code: "CERT_HAS_EXPIRED" }],
    ["throttled", { $metadata: { httpStatusCode: 429 } }],
    ["unknown", { $metadata: { httpStatusCode: 503 } }],
    ["refused", { $metadata: { httpStatusCode: 400 } }],
  ])("is sorted as %s by what it carries: %j", (failure, members) => {
    expect(classify(thrown("x", members))).toBe(failure);
  });
});
