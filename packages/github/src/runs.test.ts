import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { startGitHub, type GitHubServer, type RunState } from "@fairway/testbed";

import { openRuns } from "./runs.ts";
import { connect, failureOf } from "./testing/connection.ts";

const STAGING = ".github/workflows/staging.yml";

let github: GitHubServer;
let runs: ReturnType<typeof openRuns>;
beforeEach(async () => {
  github = await startGitHub();
  runs = openRuns(connect(github, github.token("job", { actions: "read" })));
});
afterEach(() => github.close());

function startRun(workflow = STAGING): RunState {
  const repository = github.repository("acme/shop");
  const headSha = repository.commit({ message: "work" });
  return repository.startRun({ workflow, event: "workflow_dispatch", actor: "octocat", headSha });
}

describe("the life of a holder", () => {
  test("is its attempt's, and a later attempt of the run is another", async () => {
    const run = startRun();
    expect(await runs.lifeOfAttempt(String(run.id), "1")).toBe("alive");
    run.complete("cancelled");
    run.rerun();
    expect(await runs.lifeOfAttempt(String(run.id), "1")).toBe("completed");
    expect(await runs.lifeOfAttempt(String(run.id), "2")).toBe("alive");
  });

  test("is its job's when the lease is", async () => {
    const job = startRun().startJob("deploy");
    expect(await runs.lifeOfJob(String(job.id))).toBe("alive");
    job.complete("success");
    expect(await runs.lifeOfJob(String(job.id))).toBe("completed");
  });

  test.each([403, 404, 500, 503])("is unknown when GitHub answers %d", async (status) => {
    const run = startRun();
    github.inject({ times: 9, kind: "status", status });
    expect(await runs.lifeOfAttempt(String(run.id), "1")).toBe("unknown");
  });

  test("is unknown when no answer comes", async () => {
    const run = startRun();
    github.inject({ times: 9, kind: "drop" });
    expect(await runs.lifeOfAttempt(String(run.id), "1")).toBe("unknown");
  });
});

describe("the list of runs", () => {
  test("has the runs of one workflow file, whatever their status, newest first and past the first page", async () => {
    const all = Array.from({ length: 120 }, () => startRun());
    all[0]?.complete("success");
    startRun(".github/workflows/other.yml");
    const own = await runs.run(String(all[119]?.id));
    const listed = await runs.recentRuns(own?.workflow ?? "");
    expect(listed.map(({ run }) => run)).toEqual(all.map(({ id }) => String(id)).reverse());
    expect(listed.at(-1)?.completed).toBe(true);
    expect(github.requests.every(({ path }) => !path.includes("status="))).toBe(true);
  });

  test("ends after 300 runs", async () => {
    for (let count = 0; count < 301; count += 1) startRun();
    const [first] = await runs.recentRuns((await runs.run(String(startRun().id)))?.workflow ?? "");
    github.requests.length = 0;
    expect(await runs.recentRuns(first?.workflow ?? "")).toHaveLength(300);
    expect(github.requests).toHaveLength(3);
  });
});

describe("a run", () => {
  test("is read with who started its attempt, when, and where it is shown", async () => {
    const run = startRun();
    run.complete("failure");
    run.rerun("hubot");
    expect(await runs.run(String(run.id))).toMatchObject({
      run: String(run.id),
      attempt: "2",
      completed: false,
      actor: "hubot",
      url: run.htmlUrl,
      at: expect.stringMatching(/^20\d\d-.*Z$/),
    });
  });

  test("that GitHub does not show is undefined", async () => {
    startRun();
    expect(await runs.run("99")).toBeUndefined();
  });

  test("that may not be read is an error, for it may be in the way", async () => {
    const run = startRun();
    const blind = openRuns(connect(github, github.token("blind", { contents: "read" })));
    const error = await failureOf(blind.run(String(run.id)));
    expect(error).toMatchObject({ code: "MISSING_PERMISSION", nextStep: expect.stringContaining("actions: read") });
  });
});

describe("a job", () => {
  test("has its steps, with what became of each", async () => {
    const run = startRun();
    const job = run.startJob("deploy");
    job.startStep("Set up job")("success");
    job.startStep("Check out")("failure");
    job.startStep("Take the lease");
    expect(await runs.jobsOf({ run: String(run.id), attempt: "1" })).toEqual([
      {
        id: String(job.id),
        completed: false,
        steps: [
          { name: "Set up job", state: "succeeded" },
          { name: "Check out", state: "ended" },
          { name: "Take the lease", state: "in-progress" },
        ],
      },
    ]);
  });

  test("is of one attempt", async () => {
    const run = startRun();
    run.startJob("deploy");
    run.complete("failure");
    run.rerun();
    const job = run.startJob("deploy");
    const jobs = await runs.jobsOf({ run: String(run.id), attempt: "2" });
    expect(jobs.map(({ id }) => id)).toEqual([String(job.id)]);
  });
});
