import { describe, expect, test } from "@jest/globals";

import { findInDockerConfig } from "./docker-config.ts";

const auth = (text: string) => ({ auth: Buffer.from(text).toString("base64") });
const octo = { kind: "password", username: "octo", password: "p:w" };

describe("what a file holds", () => {
  test.each([
    ["a login", { "ghcr.io": auth("octo:p:w") }, octo],
    ["a login written as a URL", { "https://ghcr.io/v2/": auth("octo:p:w") }, octo],
    ["a login in plain fields", { "ghcr.io": { username: "octo", password: "p:w" } }, octo],
    [
      "an identity token",
      { "ghcr.io": { ...auth("x:y"), identitytoken: "it" } },
      { kind: "identity-token", token: "it" },
    ],
    ["a token by its user name", { "ghcr.io": auth("<token>:it") }, { kind: "identity-token", token: "it" }],
    ["a registry token", { "ghcr.io": { registrytoken: "rt" } }, { kind: "registry-token", token: "rt" }],
    ["an empty entry", { "ghcr.io": {} }, { kind: "anonymous" }],
    ["a login without a password", { "ghcr.io": auth("octo:") }, { kind: "anonymous" }],
    ["another host that begins alike", { "ghcr.io.example.org": auth("octo:p") }, { kind: "anonymous" }],
    ["another port", { "ghcr.io:8443": auth("octo:p") }, { kind: "anonymous" }],
    ["something that is no object", "x", { kind: "anonymous" }],
    ["an inherited name", { __proto__: { "ghcr.io": auth("octo:p") } }, { kind: "anonymous" }],
  ])("%s", (_, auths, stored) => {
    expect(findInDockerConfig({ auths }, "ghcr.io").stored).toEqual(stored);
  });

  test("Docker Hub is found under its old address", () => {
    const config = { auths: { "https://index.docker.io/v1/": auth("octo:p:w") } };
    expect(findInDockerConfig(config, "https://index.docker.io/v1/").stored).toEqual(octo);
  });
});

describe("a helper", () => {
  test.each([
    [
      "of this registry comes before the one for all",
      { credHelpers: { "ghcr.io": "ecr-login" }, credsStore: "pass" },
      "ecr-login",
    ],
    ["for all is asked for every registry", { credsStore: "pass" }, "pass"],
    ["of another registry is not asked", { credHelpers: { "quay.io": "ecr-login" } }, undefined],
    ["without a name is none", { credsStore: "" }, undefined],
  ])("%s", (_, config, helper) => {
    expect(findInDockerConfig(config, "ghcr.io").helper).toBe(helper);
  });
});
