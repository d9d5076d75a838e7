import { parameter, type RepositoryCall } from "../http/call.ts";
import { pagedAs } from "../http/paging.ts";
import { notFound, Refusal } from "../http/refusal.ts";
import { json, type Reply } from "../http/reply.ts";
import { repositoryRoutes } from "../http/router.ts";
import type { AttemptRecord, RunRecord, WorkflowRecord } from "../records.ts";
import { presentJob, presentRun, presentWorkflow } from "./present-run.ts";
import { updateRun } from "./run-book.ts";
import { completedRun, presentAttempt, rerunOf } from "./run-transitions.ts";

/** Workflows, their runs and jobs. https://docs.github.com/rest/actions/workflow-runs */
export const actionRoutes = repositoryRoutes("actions/workflow-runs", [
  ["GET /actions/workflows", "actions=read", listWorkflows],
  ["GET /actions/workflows/{workflow}", "actions=read", getWorkflow],
  ["GET /actions/workflows/{workflow}/runs", "actions=read", listRunsOfWorkflow],
  ["GET /actions/runs", "actions=read", listRuns],
  ["GET /actions/runs/{run}", "actions=read", getRun],
  ["GET /actions/runs/{run}/attempts/{attempt}", "actions=read", getAttempt],
  ["GET /actions/runs/{run}/jobs", "actions=read", listJobs],
  ["GET /actions/runs/{run}/attempts/{attempt}/jobs", "actions=read", listJobsOfAttempt],
  ["GET /actions/jobs/{job}", "actions=read", getJob],
  ["POST /actions/runs/{run}/cancel", "actions=write", cancelRun],
  ["POST /actions/runs/{run}/force-cancel", "actions=write", cancelRun],
  ["POST /actions/runs/{run}/rerun", "actions=write", rerun],
  ["GET /actions/concurrency_groups", "actions=read", listGroups],
  ["GET /actions/concurrency_groups/{group+}", "actions=read", getGroup],
]);

function listWorkflows(call: RepositoryCall): Reply {
  return pagedAs(call, "workflows", call.view.record.workflows, (workflow) =>
    presentWorkflow(call.repository, workflow),
  );
}

function getWorkflow(call: RepositoryCall): Reply {
  return json(presentWorkflow(call.repository, requireWorkflow(call)));
}

function listRunsOfWorkflow(call: RepositoryCall): Reply {
  const { id } = requireWorkflow(call);
  return answerRuns(
    call,
    call.view.record.runs.filter((run) => run.workflowId === id),
  );
}

/** By id or by file name. */
function requireWorkflow(call: RepositoryCall): WorkflowRecord {
  const name = parameter(call, "workflow");
  const named = (workflow: WorkflowRecord) => String(workflow.id) === name || workflow.path.endsWith(`/${name}`);
  const found = call.view.record.workflows.find(named);
  if (found === undefined) throw notFound();
  return found;
}

function listRuns(call: RepositoryCall): Reply {
  return answerRuns(call, call.view.record.runs);
}

/** `status` names a status or a conclusion. */
function answerRuns(call: RepositoryCall, runs: readonly RunRecord[]): Reply {
  const { query } = call;
  const wants = (name: string, values: readonly (string | null)[]) => {
    const wanted = query.get(name);
    return wanted === null || values.includes(wanted);
  };
  const found = runs.filter((run) => {
    const { status, conclusion } = presentAttempt(run);
    const where = wants("branch", [run.headBranch]) && wants("head_sha", [run.headSha]);
    return where && wants("status", [status, conclusion]) && wants("event", [run.event]) && wants("actor", [run.actor]);
  });
  return pagedAs(call, "workflow_runs", found, (run) => presentRun(call.repository, run, presentAttempt(run)));
}

/** The run that the path names. Throws 404. */
export function requireRun(call: RepositoryCall): RunRecord {
  const id = parameter(call, "run");
  const run = call.view.record.runs.find((other) => String(other.id) === id);
  if (run === undefined) throw notFound();
  return run;
}

function getRun(call: RepositoryCall): Reply {
  const run = requireRun(call);
  return json(presentRun(call.repository, run, presentAttempt(run)));
}

function requireAttempt(call: RepositoryCall, run: RunRecord): AttemptRecord {
  const number = parameter(call, "attempt");
  const attempt = run.attempts.find((other) => String(other.number) === number);
  if (attempt === undefined) throw notFound();
  return attempt;
}

function getAttempt(call: RepositoryCall): Reply {
  const run = requireRun(call);
  return json(presentRun(call.repository, run, requireAttempt(call, run)));
}

/** The present attempt's jobs, or with `filter=all` those of every attempt. */
function listJobs(call: RepositoryCall): Reply {
  const run = requireRun(call);
  const attempts = call.query.get("filter") === "all" ? run.attempts : [presentAttempt(run)];
  return answerJobs(call, run, attempts);
}

function listJobsOfAttempt(call: RepositoryCall): Reply {
  const run = requireRun(call);
  return answerJobs(call, run, [requireAttempt(call, run)]);
}

function answerJobs(call: RepositoryCall, run: RunRecord, attempts: readonly AttemptRecord[]): Reply {
  const pairs = attempts.flatMap((attempt) => attempt.jobs.map((job) => ({ attempt, job })));
  return pagedAs(call, "jobs", pairs, (pair) => presentJob(call.repository, run, pair));
}

function getJob(call: RepositoryCall): Reply {
  const id = parameter(call, "job");
  for (const run of call.view.record.runs) {
    for (const attempt of run.attempts) {
      const job = attempt.jobs.find((other) => String(other.id) === id);
      if (job !== undefined) return json(presentJob(call.repository, run, { attempt, job }));
    }
  }
  throw notFound();
}

function cancelRun(call: RepositoryCall): Reply {
  const run = requireRun(call);
  if (presentAttempt(run).status === "completed")
    throw new Refusal(409, "Cannot cancel a workflow run that is completed.");
  updateRun(call.repository, run.id, (before) => completedRun(before, "cancelled", call.site.now()));
  return json({}, 202);
}

function rerun(call: RepositoryCall): Reply {
  const run = requireRun(call);
  if (presentAttempt(run).status !== "completed") throw new Refusal(403, "The workflow run is already running");
  updateRun(call.repository, run.id, (before) => rerunOf(before, call.actor.login, call.site.now()));
  return json({}, 201);
}

/** Runs that hold or await a group, the holder first: the one that started first. */
function groupMembers(call: RepositoryCall): Map<string, RunRecord[]> {
  const open = call.view.record.runs.filter((run) => presentAttempt(run).status !== "completed");
  const named = open.filter((run) => run.concurrencyGroup !== undefined).reverse();
  return Map.groupBy(named, (run) => run.concurrencyGroup ?? "");
}

function groupUrl(call: RepositoryCall, group: string): string {
  return `${call.site.addresses.api}/repos/${call.repository.fullName}/actions/concurrency_groups/${encodeURIComponent(group)}`;
}

function listGroups(call: RepositoryCall): Reply {
  return pagedAs(call, "concurrency_groups", [...groupMembers(call)], ([group, [holder]]) => ({
    group_name: group,
    group_url: groupUrl(call, group),
    last_acquired_at: holder === undefined ? null : presentAttempt(holder).startedAt.toISOString(),
  }));
}

function getGroup(call: RepositoryCall): Reply {
  const group = parameter(call, "group");
  const members = groupMembers(call).get(group);
  if (members === undefined) throw notFound();
  const presented = members.map((run, place) => {
    const shown = presentRun(call.repository, run, presentAttempt(run));
    const status = place === 0 ? "in_progress" : "pending";
    return { run_id: run.id, run_name: shown["name"], run_url: shown["url"], run_html_url: shown["html_url"], status };
  });
  return json({
    group_name: group,
    group_url: groupUrl(call, group),
    total_count: members.length,
    group_members: presented,
  });
}
