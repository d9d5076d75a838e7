import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openOctokitSession, refusalOf, type OctokitSession } from "../../testing/octokit-session.ts";
import type { RunState } from "../index.ts";

let session: OctokitSession;
let commit: string;

beforeEach(async () => {
  session = await openOctokitSession();
  commit = session.repository.commit({ message: "work" });
});

afterEach(() => session.github.close());

function start(workflow = "staging.yml", wanted: { concurrencyGroup?: string; headBranch?: string } = {}): RunState {
  const path = `.github/workflows/${workflow}`;
  return session.repository.startRun({
    workflow: path,
    event: "workflow_dispatch",
    actor: "dev",
    headSha: commit,
    ...wanted,
  });
}

const getRun = async (id: number) =>
  (await session.octokit.rest.actions.getWorkflowRun({ ...session.here, run_id: id })).data;

describe("a run", () => {
  test("is queued, goes on with its first job, and ends with all its jobs", async () => {
    const run = start();
    expect(await getRun(run.id)).toMatchObject({
      status: "queued",
      conclusion: null,
      run_attempt: 1,
      head_sha: commit,
    });
    const job = run.startJob("deploy");
    expect((await getRun(run.id)).status).toBe("in_progress");
    run.complete("failure");
    expect(await getRun(run.id)).toMatchObject({ status: "completed", conclusion: "failure" });
    expect(job).toMatchObject({ status: "completed", conclusion: "failure" });
  });

  test("starts again as the next attempt, with jobs of its own", async () => {
    const run = start();
    const first = run.startJob("deploy");
    run.complete("failure");
    run.rerun("somebody-else");
    const second = run.startJob("deploy");
    const { actions } = session.octokit.rest;
    const jobs = async (number: number) =>
      (await actions.listJobsForWorkflowRunAttempt({ ...session.here, run_id: run.id, attempt_number: number })).data
        .jobs;
    expect((await jobs(1)).map(({ id, status }) => [id, status])).toEqual([[first.id, "completed"]]);
    expect((await jobs(2)).map(({ id, status }) => [id, status])).toEqual([[second.id, "in_progress"]]);
    const earlier = { ...session.here, run_id: run.id, attempt_number: 1 };
    expect((await actions.getWorkflowRunAttempt(earlier)).data).toMatchObject({ status: "completed", run_attempt: 1 });
    expect(await getRun(run.id)).toMatchObject({ run_attempt: 2, triggering_actor: { login: "somebody-else" } });
    const { data } = await actions.listJobsForWorkflowRun({ ...session.here, run_id: run.id, filter: "all" });
    expect(data.total_count).toBe(2);
  });

  test("has jobs with steps, found by an id that no run has", async () => {
    const run = start();
    const job = run.startJob("deploy");
    run.startJob("other").complete("success");
    job.startStep("check")("success");
    job.startStep("roll out");
    const { data } = await session.octokit.rest.actions.getJobForWorkflowRun({ ...session.here, job_id: job.id });
    expect(data.steps?.map(({ name, status }) => [name, status])).toEqual([
      ["check", "completed"],
      ["roll out", "in_progress"],
    ]);
    expect(data).toMatchObject({ id: job.id, run_id: run.id, status: "in_progress" });
    expect(job.id).not.toBe(run.id);
  });

  test("is cancelled once", async () => {
    const run = start();
    const cancel = () => session.octokit.rest.actions.cancelWorkflowRun({ ...session.here, run_id: run.id });
    expect((await cancel()).status).toBe(202);
    expect(run.conclusion).toBe("cancelled");
    expect(await refusalOf(cancel())).toMatchObject({ status: 409 });
  });

  test("answers 404 for ids that nothing has", async () => {
    const { actions } = session.octokit.rest;
    expect(await refusalOf(actions.getWorkflowRun({ ...session.here, run_id: 1 }))).toMatchObject({ status: 404 });
    expect(await refusalOf(actions.getJobForWorkflowRun({ ...session.here, job_id: 1 }))).toMatchObject({
      status: 404,
    });
    const attempt = { ...session.here, run_id: start().id, attempt_number: 2 };
    expect(await refusalOf(actions.getWorkflowRunAttempt(attempt))).toMatchObject({ status: 404 });
  });
});

describe("lists of runs", () => {
  test("are filtered by status or conclusion, branch and workflow", async () => {
    const [done, going] = [start("staging.yml"), start("production.yml", { headBranch: "hotfix" })];
    done.complete("success");
    going.startJob("deploy");
    const { actions } = session.octokit.rest;
    const ids = async (filter: object) => {
      const { data } = await actions.listWorkflowRunsForRepo({ ...session.here, ...filter });
      return data.workflow_runs.map(({ id }) => id);
    };
    expect(await ids({})).toEqual([going.id, done.id]);
    expect(await ids({ status: "in_progress" })).toEqual([going.id]);
    expect(await ids({ status: "success" })).toEqual([done.id]);
    expect(await ids({ branch: "hotfix" })).toEqual([going.id]);
    const { data } = await actions.listWorkflowRuns({ ...session.here, workflow_id: "staging.yml" });
    expect(data.workflow_runs.map(({ id, run_number: number }) => [id, number])).toEqual([[done.id, 1]]);
    expect((await actions.listRepoWorkflows(session.here)).data.workflows.map(({ path }) => path)).toEqual([
      ".github/workflows/staging.yml",
      ".github/workflows/production.yml",
    ]);
  });

  test("of a concurrency group name the holder first, and no run that has ended", async () => {
    const [ended, holder, waiter] = [1, 2, 3].map(() => start("staging.yml", { concurrencyGroup: "deploy/staging" }));
    ended!.complete("success");
    const { data } = await session.octokit.request("GET /repos/{owner}/{repo}/actions/concurrency_groups/{name}", {
      ...session.here,
      name: "deploy/staging",
    });
    expect(data).toMatchObject({
      total_count: 2,
      group_members: [
        { run_id: holder!.id, status: "in_progress" },
        { run_id: waiter!.id, status: "pending" },
      ],
    });
  });
});
