import { presentGitCommit, presentSignature } from "../git/present-git.ts";
import { apiUrl, htmlUrl, nodeId, presentRepository, presentUser } from "../present.ts";
import type { AttemptRecord, JobRecord, RunRecord, StepRecord, WorkflowRecord } from "../records.ts";
import type { Repository } from "../site.ts";
import { timestamp } from "../timestamp.ts";

/** A workflow, of `GET /actions/workflows`. */
export function presentWorkflow(repository: Repository, workflow: WorkflowRecord): Record<string, unknown> {
  const { id, name, path } = workflow;
  return {
    id,
    node_id: nodeId("Workflow", id),
    name,
    path,
    state: "active",
    created_at: timestamp(workflow.createdAt),
    updated_at: timestamp(workflow.createdAt),
    url: apiUrl(repository, `/actions/workflows/${id}`),
    html_url: htmlUrl(repository, `/blob/${repository.defaultBranch}/${path}`),
    badge_url: htmlUrl(repository, `/actions/workflows/${path.replace(/^.*\//, "")}/badge.svg`),
  };
}

/** A run as it is, or was, in one of its attempts. */
export function presentRun(repository: Repository, run: RunRecord, attempt: AttemptRecord): Record<string, unknown> {
  const { record } = repository.view();
  const workflow = record.workflows.find((one) => one.id === run.workflowId);
  return {
    id: run.id,
    name: workflow?.name ?? null,
    node_id: nodeId("WorkflowRun", run.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: workflow?.path ?? "",
    display_title: run.title,
    run_number: run.number,
    event: run.event,
    status: attempt.status,
    conclusion: attempt.conclusion,
    workflow_id: run.workflowId,
    pull_requests: [],
    created_at: timestamp(run.createdAt),
    updated_at: timestamp(attempt.updatedAt),
    actor: presentUser(repository.site, run.actor),
    run_attempt: attempt.number,
    referenced_workflows: [],
    run_started_at: timestamp(attempt.startedAt),
    triggering_actor: presentUser(repository.site, attempt.actor),
    ...runLinks(repository, run, attempt),
    head_commit: headCommit(repository, run),
    repository: presentRepository(repository),
    head_repository: presentRepository(repository),
  };
}

function runLinks(repository: Repository, run: RunRecord, attempt: AttemptRecord): Record<string, unknown> {
  const url = apiUrl(repository, `/actions/runs/${run.id}`);
  const earlier = attempt.number - 1;
  return {
    check_suite_id: run.id,
    check_suite_node_id: nodeId("CheckSuite", run.id),
    url,
    html_url: htmlUrl(repository, `/actions/runs/${run.id}`),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: apiUrl(repository, `/check-suites/${run.id}`),
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: earlier > 0 ? `${url}/attempts/${earlier}` : null,
    workflow_url: apiUrl(repository, `/actions/workflows/${run.workflowId}`),
  };
}

function headCommit(repository: Repository, run: RunRecord): unknown {
  const commit = repository.view().objects.commit(run.headSha);
  if (commit === undefined) return null;
  const { tree, message } = presentGitCommit(repository, { sha: run.headSha, commit });
  const { date } = presentSignature(commit.committer);
  const [author, committer] = [commit.author, commit.committer].map(({ name, email }) => ({ name, email }));
  return { id: run.headSha, tree_id: (tree as { sha: string }).sha, message, timestamp: date, author, committer };
}

/** A job, of `GET /actions/jobs/...`. Its id is its check run's, too. */
export function presentJob(
  repository: Repository,
  run: RunRecord,
  pair: { attempt: AttemptRecord; job: JobRecord },
): unknown {
  const { attempt, job } = pair;
  const workflow = repository.view().record.workflows.find((one) => one.id === run.workflowId);
  return {
    id: job.id,
    run_id: run.id,
    workflow_name: workflow?.name ?? null,
    head_branch: run.headBranch,
    run_url: apiUrl(repository, `/actions/runs/${run.id}`),
    run_attempt: attempt.number,
    node_id: nodeId("CheckRun", job.id),
    head_sha: run.headSha,
    url: apiUrl(repository, `/actions/jobs/${job.id}`),
    html_url: htmlUrl(repository, `/actions/runs/${run.id}/job/${job.id}`),
    status: job.status,
    conclusion: job.conclusion,
    created_at: timestamp(job.startedAt),
    started_at: timestamp(job.startedAt),
    completed_at: job.completedAt === undefined ? null : timestamp(job.completedAt),
    name: job.name,
    steps: job.steps.map(presentStep),
    check_run_url: apiUrl(repository, `/check-runs/${job.id}`),
    labels: ["ubuntu-latest"],
    runner_id: 1,
    runner_name: "GitHub Actions 1",
    runner_group_id: 0,
    runner_group_name: "GitHub Actions",
  };
}

function presentStep(step: StepRecord): unknown {
  return {
    name: step.name,
    status: step.status,
    conclusion: step.conclusion,
    number: step.number,
    started_at: timestamp(step.startedAt),
    completed_at: step.completedAt === undefined ? null : timestamp(step.completedAt),
  };
}
