import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { startGitHub, type GitHubServer, type RunState } from "@fairway/testbed";

import { logOf, runBundle, runnerVariables } from "../support/run-bundle.ts";

const SENTENCE = "Another staging deployment is already in progress. Please wait for it to complete.";

let github: GitHubServer;
let token = "";
beforeEach(async () => {
  github = await startGitHub();
  token = github.token("job", { contents: "write", actions: "read" });
});
afterEach(() => github.close());

function startRun(): RunState {
  const repository = github.repository("acme/shop");
  const headSha = repository.commit({ message: "work" });
  return repository.startRun({
    workflow: ".github/workflows/staging.yml",
    event: "workflow_dispatch",
    actor: "octocat",
    headSha,
  });
}

function contend(run: RunState, inputs: Record<string, string> = {}) {
  return runBundle({
    action: "check-concurrent",
    inputs: { environment: "staging", "github-token": token, ...inputs },
    env: runnerVariables(github, run),
  });
}

describe("the bundle of check-concurrent", () => {
  test("acquires with four requests, rejects with three and the promised sentence, releases", async () => {
    const [first, second] = [startRun(), startRun()];
    const acquired = await contend(first);
    expect(acquired.outputs).toMatchObject({ outcome: "acquired", "can-proceed": "true" });
    expect(github.requests).toHaveLength(4);

    github.requests.length = 0;
    const rejected = await contend(second);
    expect(rejected.conclusion).toBe("failure");
    expect(rejected.annotations).toMatchObject([{ level: "error", message: SENTENCE }]);
    expect(rejected.outputs).toMatchObject({
      outcome: "rejected",
      "holder-run-id": String(first.id),
      "holder-actor": "octocat",
    });
    expect(logOf(rejected)).toContain(`/actions/runs/${first.id}`);
    expect(github.requests).toHaveLength(3);

    expect((await contend(first, { mode: "release" })).outputs["outcome"]).toBe("released");
    expect((await contend(second)).outputs["outcome"]).toBe("acquired");
  });

  test("takes over from a run that has ended", async () => {
    const [first, second] = [startRun(), startRun()];
    await contend(first);
    first.complete("cancelled");
    expect((await contend(second)).outputs["outcome"]).toBe("acquired");
  });

  test("only reads with mode check", async () => {
    const before = JSON.stringify(github.snapshot());
    const result = await contend(startRun(), { mode: "check" });
    expect(result.outputs["outcome"]).toBe("free");
    expect(github.requests.every(({ method }) => method === "GET")).toBe(true);
    expect(before).not.toContain("refs/fairway");
  });

  test("frees a job's lease in the post step", async () => {
    const run = startRun();
    const job = run.startJob("deploy");
    const inputs = { environment: "staging", scope: "job", "job-id": String(job.id), "github-token": token };
    const env = runnerVariables(github, run);
    const acquired = await runBundle({ action: "check-concurrent", inputs, env });
    const post = await runBundle({ action: "check-concurrent", inputs, env, phase: "post", state: acquired.state });
    expect(logOf(post)).toContain("released the lease of staging");
    expect((await contend(startRun())).outputs["outcome"]).toBe("acquired");
  });

  test("lets exactly one of many processes through that start at once", async () => {
    const runs = Array.from({ length: 12 }, startRun);
    const results = await Promise.all(runs.map((run) => contend(run)));
    expect(results.map(({ outputs }) => outputs["outcome"]).sort()).toEqual([
      "acquired",
      ...Array.from({ length: 11 }, () => "rejected"),
    ]);
  });

  test("survives a lost answer to the write that takes the lease", async () => {
    github.inject({ match: { method: "POST", path: /\/git\/refs$/ }, times: 1, kind: "lost-answer" });
    expect((await contend(startRun())).outputs["outcome"]).toBe("acquired");
  });

  test("names the permission that is missing", async () => {
    const weak = github.token("weak", { contents: "read", actions: "read" });
    const result = await contend(startRun(), { "github-token": weak });
    expect(result.outputs).toEqual({ outcome: "error" });
    expect(logOf(result)).toContain("code: MISSING_PERMISSION");
    expect(logOf(result)).toContain("contents: write");
  });

  test("never shows the token", async () => {
    const result = await contend(startRun(), { "github-token": "ghs_notavalidtoken0123456789" });
    expect(result.conclusion).toBe("failure");
    expect(JSON.stringify([result.log, result.summary, result.outputs, result.state])).not.toContain(
      "ghs_notavalidtoken",
    );
    expect(logOf(result)).toContain("code: BAD_TOKEN");
  });
});
