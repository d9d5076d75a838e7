import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

import { lookUpCredentials } from "./look-up-credentials.ts";
import { addressOf } from "./registry-address.ts";

let folder = "";

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "fairway-credentials-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const ECR = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";
const WITH_KEY = { AWS_ACCESS_KEY_ID: "AKIAEXAMPLE" };

function lookUp(host: string, environment: Record<string, string>): ReturnType<typeof lookUpCredentials> {
  return lookUpCredentials(addressOf(host), { DOCKER_CONFIG: folder, ...environment });
}

describe("AWS credentials without a login for ECR are told apart from nobody", () => {
  test.each([
    [ECR, WITH_KEY],
    ["123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn", WITH_KEY],
    [ECR, { AWS_WEB_IDENTITY_TOKEN_FILE: "/token" }],
  ])("at %s with %j", async (host, environment) => {
    await expect(lookUp(host, environment)).rejects.toMatchObject({
      code: "ECR_LOGIN_MISSING",
      nextStep: expect.stringMatching(/amazon-ecr-login.*docker-credential-ecr-login/),
    });
  });

  test.each([
    ["ghcr.io", WITH_KEY],
    ["public.ecr.aws", WITH_KEY],
    [`${ECR}.example.org`, WITH_KEY],
    [ECR, {}],
  ])("but not at %s with %j", async (host, environment) => {
    expect(await lookUp(host, environment)).toEqual({ kind: "anonymous" });
  });

  test("and a login that is there is used", async () => {
    writeFileSync(
      join(folder, "config.json"),
      JSON.stringify({ auths: { [ECR]: { username: "AWS", password: "p" } } }),
    );
    expect(await lookUp(ECR, WITH_KEY)).toEqual({ kind: "password", username: "AWS", password: "p" });
  });
});
