import { startGitHub, type GitHubServer, type RepositoryState } from "@fairway/testbed";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

import { openApprovals } from "./approvals.ts";
import { openDeployments } from "./deployments.ts";
import { connect, failureOf } from "./testing/connection.ts";

let github: GitHubServer;
let repository: RepositoryState;
let deployments: ReturnType<typeof openDeployments>;
beforeEach(async () => {
  github = await startGitHub();
  repository = github.repository("acme/shop");
  repository.commit({ message: "work" });
  deployments = openDeployments(connect(github, github.token("job", { contents: "read", deployments: "write" })));
});
afterEach(() => github.close());

const there = { environment: "production", task: "deploy:app" };
const create = (more: Partial<{ task: string; environment: string }> = {}) =>
  deployments.create({ ref: "main", ...there, ...more, description: "0.1.0", payload: { run: "1" } });
const status = { description: "told", logUrl: "https://github.example/run", environmentUrl: "https://shop.example" };

describe("a deployment", () => {
  test("keeps its payload and the commit behind the ref", async () => {
    const { id } = await create();
    const sha = repository.refs.get("refs/heads/main");
    expect(await deployments.byId(id)).toEqual({ id, sha, ...there, payload: { run: "1" } });
  });

  test("has the state of its newest status, pending before the first", async () => {
    const { id } = await create();
    expect(await deployments.stateOf(id)).toBe("pending");
    await deployments.mark(id, { ...status, state: "in_progress" });
    await deployments.mark(id, { ...status, state: "success" });
    expect(await deployments.stateOf(id)).toBe("success");
  });

  test("that succeeds leaves the earlier ones alone", async () => {
    const [first, second] = [await create({ environment: "staging" }), await create({ environment: "staging" })];
    await deployments.mark(first.id, { ...status, state: "success" });
    await deployments.mark(second.id, { ...status, state: "success" });
    expect(await deployments.stateOf(first.id)).toBe("success");
  });

  test("is listed with those of its environment and task alone, newest first", async () => {
    const [first, second] = [await create(), await create()];
    await create({ task: "deploy:other" });
    await create({ environment: "staging" });
    expect((await deployments.newest(there, 10)).map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(await deployments.newest(there, 1)).toHaveLength(1);
  });

  test("is sent once when the answer is lost, and a status until it is there", async () => {
    github.inject({ kind: "lost-answer", match: { method: "POST" } });
    expect(await failureOf(create())).toMatchObject({ kind: "upstream", code: "GITHUB_UNREACHABLE" });
    const [{ id } = { id: 0 }, ...others] = await deployments.newest(there, 10);
    expect(others).toEqual([]);
    github.inject({ kind: "status", status: 502, times: 2 });
    await deployments.mark(id, { ...status, state: "failure" });
    expect(await deployments.stateOf(id)).toBe("failure");
  });

  test("takes a permission that the error names", async () => {
    deployments = openDeployments(connect(github, github.token("reader", { deployments: "read" })));
    expect(await failureOf(create())).toMatchObject({
      code: "MISSING_PERMISSION",
      nextStep: expect.stringContaining("deployments: write"),
    });
  });
});

describe("approvals", () => {
  const startRun = () => {
    const headSha = repository.refs.get("refs/heads/main") ?? "";
    return repository.startRun({ workflow: "production.yml", event: "workflow_dispatch", actor: "dev", headSha });
  };

  test("tell who approved the run for the environment, with the comment", async () => {
    repository.environment("production", { reviewers: ["lead"] });
    repository.environment("staging", { reviewers: ["tester"] });
    const run = startRun();
    run.requestApproval("staging");
    run.approve("tester", "works");
    run.requestApproval("production");
    run.approve("lead", "go");
    const approvals = openApprovals(connect(github, github.token("job", { actions: "read" })));
    expect(await approvals.of(String(run.id), "Production")).toEqual([{ login: "lead", comment: "go" }]);
  });

  test("are none for a run that nobody was asked about", async () => {
    const approvals = openApprovals(connect(github, github.token("job", { actions: "read" })));
    expect(await approvals.of(String(startRun().id), "production")).toEqual([]);
  });

  test("take the permission actions: read", async () => {
    const approvals = openApprovals(connect(github, github.token("job", { deployments: "write" })));
    const error = await failureOf(approvals.of(String(startRun().id), "production"));
    expect(error).toMatchObject({ code: "MISSING_PERMISSION", nextStep: expect.stringContaining("actions: read") });
  });
});
