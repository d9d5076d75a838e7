import type { Octokit } from "@octokit/rest";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openOctokitSession, refusalOf, type OctokitSession } from "../testing/octokit-session.ts";

let session: OctokitSession;

beforeEach(async () => {
  session = await openOctokitSession();
});

afterEach(() => session.github.close());

describe("a request", () => {
  test.each([
    ["no token", undefined, "Requires authentication"],
    ["an unknown token", "ghp_unknown", "Bad credentials"],
  ])("with %s is refused", async (_, auth, message) => {
    const octokit = session.withToken(auth);
    expect(await refusalOf(octokit.rest.repos.get(session.here))).toMatchObject({
      status: 401,
      response: { data: { message } },
    });
  });

  test.each([
    ["basic", (token: string) => `Basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`],
    ["token", (token: string) => `token ${token}`],
    ["bearer", (token: string) => `Bearer ${token}`],
  ])("may use the %s scheme", async (_, header) => {
    const authorization = header(session.github.token());
    const answer = await fetch(`${session.github.url}/repos/acme/shop`, { headers: { authorization } });
    expect(answer.status).toBe(200);
  });
});

describe("a workflow's token", () => {
  const attempts: [string, Record<string, "read" | "write">, (octokit: Octokit) => Promise<unknown>][] = [
    [
      "contents=write",
      { contents: "read" },
      (octokit) => octokit.rest.git.createRef({ ...here(), ref: "refs/a/b", sha: tip() }),
    ],
    ["contents=read", { actions: "write" }, (octokit) => octokit.rest.git.getRef({ ...here(), ref: "heads/main" })],
    ["actions=read", { contents: "write" }, (octokit) => octokit.rest.actions.listWorkflowRunsForRepo(here())],
    ["actions=read", { contents: "write" }, (octokit) => octokit.rest.repos.getAllEnvironments(here())],
    [
      "deployments=write",
      { deployments: "read" },
      (octokit) => octokit.rest.repos.createDeployment({ ...here(), ref: "main" }),
    ],
  ];

  function here() {
    return session.here;
  }

  function tip(): string {
    return session.repository.refs.get("refs/heads/main") ?? "";
  }

  test.each(attempts)("needs %s, and is told so when it has only %j", async (needed, permissions, call) => {
    const refusal = await refusalOf(call(session.withPermissions(permissions)));
    expect(refusal).toMatchObject({
      status: 403,
      response: { data: { message: "Resource not accessible by integration" } },
    });
    expect(refusal?.response?.headers["x-accepted-github-permissions"]).toContain(needed);
  });

  test("changes nothing when it is refused", async () => {
    const before = JSON.stringify(session.github.snapshot());
    const { git } = session.withPermissions({ contents: "read" }).rest;
    await refusalOf(git.createRef({ ...session.here, ref: "refs/a/b", sha: tip() }));
    expect(JSON.stringify(session.github.snapshot())).toBe(before);
  });

  test("reads what any token may", async () => {
    const { data } = await session.withPermissions({}).rest.repos.get(session.here);
    expect(data).toMatchObject({ full_name: "acme/shop", default_branch: "main" });
  });

  test("is no user, where a person's token is one", async () => {
    expect(await refusalOf(session.withPermissions({}).rest.users.getAuthenticated())).toMatchObject({ status: 403 });
    const person = session.as("lead");
    expect((await person.rest.users.getAuthenticated()).data.login).toBe("lead");
  });
});
