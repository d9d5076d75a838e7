import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { startGitHub, type GitHubServer } from "@fairway/testbed";

import { connect, failureOf } from "./testing/connection.ts";
import { openTokenPermissions, type TokenPermission } from "./token-permissions.ts";

let github: GitHubServer;
beforeEach(async () => {
  github = await startGitHub();
  github.repository("acme/shop");
});
afterEach(() => github.close());

function allows(permission: TokenPermission, held?: Record<string, "read" | "write">) {
  return openTokenPermissions(connect(github, github.token(undefined, held))).allows(permission);
}

describe("a job's token", () => {
  test.each<[TokenPermission, Record<string, "read" | "write">, string]>([
    ["contents: read", { contents: "read" }, "granted"],
    ["contents: read", { actions: "read" }, "refused"],
    ["contents: write", { contents: "write" }, "granted"],
    ["contents: write", { contents: "read" }, "refused"],
    ["actions: read", { actions: "read" }, "granted"],
    ["actions: read", { contents: "write" }, "refused"],
    ["deployments: write", { deployments: "write" }, "unproven"],
    ["deployments: write", { contents: "write" }, "refused"],
  ])("asked for %s, with %j: %s", async (permission, held, answer) => {
    expect(await allows(permission, held)).toBe(answer);
  });
});

test("a person's token tells by its scopes that it may write deployments", async () => {
  expect(await allows("deployments: write")).toBe("granted");
});

test("a limit on requests is no missing permission", async () => {
  const exceeded = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "4102444800" };
  github.inject({ times: 9, kind: "status", status: 403, headers: exceeded });
  expect(await failureOf(allows("actions: read", {}))).toMatchObject({ code: "GITHUB_RATE_LIMIT" });
});

test("nothing is left behind by the question for contents: write", async () => {
  const before = github.snapshot();
  await allows("contents: write", { contents: "write" });
  expect(github.snapshot()).toEqual(before);
});
