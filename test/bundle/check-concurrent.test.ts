import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { startGitHub, type GitHubServer, type RunState } from "@fairway/testbed";

import { logOf, runBundle, runnerVariables } from "../support/run-bundle.ts";

const MINUTE_MS = 60_000;
const SENTENCE = "Another staging deployment is already in progress. Please wait for it to complete.";

let github: GitHubServer;
let token = "";
beforeEach(async () => {
  github = await startGitHub();
  token = github.token("job", { contents: "write", actions: "read" });
});
afterEach(() => github.close());

function startRun(workflow = ".github/workflows/staging.yml"): RunState {
  const repository = github.repository("acme/shop");
  const headSha = repository.commit({ message: "work" });
  return repository.startRun({
    workflow,
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

  test("takes over from a run that has ended, with five requests", async () => {
    const [first, second] = [startRun(), startRun()];
    await contend(first);
    first.complete("cancelled");
    github.requests.length = 0;
    expect((await contend(second)).outputs["outcome"]).toBe("acquired");
    expect(github.requests).toHaveLength(5);
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

  test("survives a lost answer to the write that takes the lease", async () => {
    github.inject({ match: { method: "POST", path: /\/git\/refs$/ }, times: 1, kind: "lost-answer" });
    expect((await contend(startRun())).outputs["outcome"]).toBe("acquired");
  });

  test.each([
    [422, "Repository rule violations found\n\nCannot create ref due to creations being restricted."],
    [422, "Reference name is not in an allowed namespace"],
    [403, "You are not allowed to create refs outside of refs/heads and refs/tags"],
  ])("names the ref-prefix to use where the server answers %d %j", async (status, message) => {
    const match = { method: "POST", path: /\/git\/refs$/ };
    github.inject({ match, times: 9, kind: "status", status, body: { message } });
    const result = await contend(startRun());
    expect(result.outputs).toEqual({ outcome: "error" });
    expect(logOf(result)).toContain(message.split("\n")[0]);
    expect(logOf(result)).toContain("code: REF_DENIED");
    expect(logOf(result)).toContain("set ref-prefix: refs/heads/fairway-lock");
    const branch = await contend(startRun(), { "ref-prefix": "refs/heads/fairway-lock" });
    expect(branch.outputs["outcome"]).toBe("error");
    expect(logOf(branch)).toContain("Exempt refs/heads/fairway-lock/**");
  });

  test("takes no rate limit for a refused ref", async () => {
    const match = { method: "POST", path: /\/git\/refs$/ };
    github.inject({ match, kind: "secondary-limit", retryAfterSeconds: 30 });
    expect(logOf(await contend(startRun()))).toContain("code: GITHUB_RATE_LIMIT");
  });

  test("holds the lease below a branch prefix, too", async () => {
    const inputs = { "ref-prefix": "refs/heads/fairway-lock" };
    expect((await contend(startRun(), inputs)).outputs["outcome"]).toBe("acquired");
    expect((await contend(startRun(), inputs)).outputs["outcome"]).toBe("rejected");
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

describe("the bundle of check-concurrent with strategy runs", () => {
  /** A run that has come to its guard step. */
  function arrive(workflow: string) {
    const run = startRun(workflow);
    const job = run.startJob("deploy");
    job.startStep("Set up job")("success");
    const endStep = job.startStep("Take the lease");
    const readOnly = github.token("reader", { actions: "read" });
    const inputs = { strategy: "runs", "job-id": String(job.id), "github-token": readOnly };
    return { run, endStep, contend: () => contend(run, inputs) };
  }

  test(
    "lets the first of three runs through that start at once, rejects while another goes on, and writes nothing",
    async () => {
      const holder = arrive(".github/workflows/production.yml");
      holder.endStep("success");
      const late = arrive(".github/workflows/production.yml");
      const three = Array.from({ length: 3 }, () => arrive(".github/workflows/staging.yml"));
      const results = await Promise.all([late, ...three].map((each) => each.contend()));
      expect(results.map(({ outputs }) => [outputs["outcome"], outputs["holder-run-id"]])).toEqual([
        ["rejected", String(holder.run.id)],
        ["acquired", ""],
        ["rejected", String(three[0]?.run.id)],
        ["rejected", String(three[0]?.run.id)],
      ]);
      expect(results[0]?.annotations).toMatchObject([{ level: "notice" }, { level: "error", message: SENTENCE }]);
      expect(results[1]?.summary).toContain("Best effort");
      expect(github.requests.every(({ method }) => method === "GET")).toBe(true);
    },
    MINUTE_MS,
  );

  test("is red at once with mode check, which it cannot answer", async () => {
    const result = await contend(startRun(), { strategy: "runs", mode: "check", "job-id": "1" });
    expect(logOf(result)).toContain("check cannot be used with strategy runs");
    expect(github.requests).toHaveLength(0);
  });
});
