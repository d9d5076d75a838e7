import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { startGitHub, type GitHubServer, type RunState } from "@fairway/testbed";

import { logOf, runBundle, runnerVariables } from "../support/run-bundle.ts";

const BETA = "0.1.0-abcdefg.beta";

let github: GitHubServer;
let commit = "";
let token = "";
beforeEach(async () => {
  github = await startGitHub();
  const repository = github.repository("acme/shop");
  repository.environment("production", { reviewers: ["lead"], branchPolicy: "main" });
  commit = repository.commit({ message: "work" });
  token = github.token("job", { contents: "read", actions: "read", deployments: "write" });
});
afterEach(() => github.close());

function startRun(): RunState {
  const event = { event: "workflow_dispatch", actor: "dev", headSha: commit, headBranch: "main" };
  return github.repository("acme/shop").startRun({ ...event, workflow: ".github/workflows/production.yml" });
}

function record(run: RunState, inputs: Record<string, string>) {
  const env = runnerVariables(github, { id: run.id, attempt: run.attempt, sha: commit, actor: "dev" });
  return runBundle({ action: "record-deployment", inputs: { "github-token": token, ...inputs }, env });
}

const start = (run: RunState, more: Record<string, string> = {}) =>
  record(run, { mode: "start", environment: "production", ref: "main", version: BETA, commit, ...more });
const finish = (run: RunState, id: string, state: string, more: Record<string, string> = {}) =>
  record(run, { mode: "finish", "deployment-id": id, state, ...more });

interface Status {
  readonly state: string;
  readonly description: string;
  readonly log_url: string;
  readonly environment_url: string;
}

async function statusesOf(id: string): Promise<readonly Status[]> {
  const headers = { authorization: `Bearer ${github.token("reader")}` };
  const answer = await fetch(`${github.url}/repos/acme/shop/deployments/${id}/statuses`, { headers });
  return (await answer.json()) as readonly Status[];
}

async function statesOf(id: string): Promise<string[]> {
  return (await statusesOf(id)).map(({ state }) => state).toReversed();
}

describe("the bundle of record-deployment", () => {
  test("keeps one record from start to end, with who approved, and replaces the earlier one when it serves", async () => {
    const earlier = startRun();
    const first = await start(earlier);
    await finish(earlier, first.outputs["deployment-id"] ?? "", "success");
    earlier.complete("success");

    const run = startRun();
    run.requestApproval("production");
    run.approve("lead", "Looks right.");
    const started = await start(run, { "environment-url": "https://shop.example/" });
    expect(logOf(started)).toContain("recorded the deployment");
    expect(started.outputs).toMatchObject({ approvers: "lead", state: "in_progress", outcome: "started" });
    expect(started.summary).toContain("`lead`: Looks right.");
    const id = started.outputs["deployment-id"] ?? "";
    const task = { "task-definition": "arn:aws:ecs:eu-central-1:000000000000:task-definition/app:7" };
    expect((await finish(run, id, "success", task)).outputs).toMatchObject({ outcome: "finished", state: "success" });
    expect((await statusesOf(id))[0]).toMatchObject({
      state: "success",
      description: `${BETA} serves, as app:7`,
      log_url: `https://github.example/acme/shop/actions/runs/${run.id}`,
      environment_url: "https://shop.example/",
    });
    expect(await statesOf(id)).toEqual(["in_progress", "success"]);
    expect(await statesOf(first.outputs["deployment-id"] ?? "")).toEqual(["in_progress", "success", "inactive"]);
  });

  test.each([
    ["failure", "failure"],
    ["cancelled", "error"],
  ])("closes the record of a job that ended in %s as %s, and leaves the earlier one active", async (state, told) => {
    const earlier = await start(startRun());
    const served = earlier.outputs["deployment-id"] ?? "";
    await finish(startRun(), served, "success");
    const run = startRun();
    const id = (await start(run)).outputs["deployment-id"] ?? "";
    const ended = await finish(run, id, state, { reason: `rolled back\n::error::${"x".repeat(300)}` });
    expect(ended.conclusion).toBe("success");
    expect(ended.annotations).toEqual([]);
    expect(await statesOf(id)).toEqual(["in_progress", told]);
    expect(await statesOf(served)).toEqual(["in_progress", "success"]);
  });

  test("closes what a killed runner has left open, at the next start", async () => {
    const killed = startRun();
    const left = (await start(killed)).outputs["deployment-id"] ?? "";
    killed.complete("cancelled");
    const next = await start(startRun());
    expect(logOf(next)).toContain(`closed the deployment ${left}`);
    expect(await statesOf(left)).toEqual(["in_progress", "error"]);
  });

  test("leaves one record when the answer to its making is lost", async () => {
    github.inject({ kind: "lost-answer", match: { method: "POST", path: /\/deployments$/ } });
    const started = await start(startRun());
    expect(started.outputs["outcome"]).toBe("started");
    const made = github.requests.filter(({ method, path }) => method === "POST" && path.endsWith("/deployments"));
    expect(made).toHaveLength(1);
    expect(await statesOf(started.outputs["deployment-id"] ?? "")).toEqual(["in_progress"]);
  });

  test("is red before anything is deployed when the job may not write deployments", async () => {
    token = github.token("reader", { contents: "read", actions: "read", deployments: "read" });
    const result = await start(startRun());
    expect(result.outputs).toEqual({ outcome: "error" });
    expect(logOf(result)).toContain("next: Grant the job one of these permissions: deployments: write.");
  });

  test("asks for no more than a handful of requests", async () => {
    const run = startRun();
    github.requests.length = 0;
    const id = (await start(run)).outputs["deployment-id"] ?? "";
    expect(github.requests.length).toBeLessThanOrEqual(5);
    github.requests.length = 0;
    await finish(run, id, "success");
    expect(github.requests.length).toBeLessThanOrEqual(4);
  });
});
