import { ensureEnvironment } from "../deployments/environment-book.ts";
import { startJobDeployment, type JobDeployment } from "../deployments/job-deployment.ts";
import { htmlUrl } from "../present.ts";
import type { Conclusion, JobRecord, RunStatus, StepRecord } from "../records.ts";
import type { Repository } from "../site.ts";
import { admitsBranch, requireReviewable } from "./review-rules.ts";
import { addRun, runById, updateRun, type RunRequest } from "./run-book.ts";
import {
  completedJob,
  completedRun,
  completedStep,
  presentAttempt,
  rerunOf,
  reviewed,
  waitingFor,
  withJob,
  withJobChange,
} from "./run-transitions.ts";

/** A workflow run in a test's hands; every property is read from the world as it is now. */
export interface RunState {
  readonly id: number;
  readonly attempt: number;
  readonly htmlUrl: string;
  readonly status: RunStatus;
  readonly conclusion: Conclusion | null;
  startJob(name: string): JobState;
  /** Ends the attempt and every job of it that is still open. */
  complete(conclusion: Conclusion): void;
  /** Starts attempt + 1, with jobs of its own. */
  rerun(actor?: string): void;
  /**
   * What GitHub does when a job names an environment: makes the environment if there is none, and waits for a reviewer
   * when one is required. A branch that the environment does not admit fails the run.
   */
  requestApproval(environment: string): "waiting" | "not-required" | "branch-refused";
  /** What GitHub does when such a job starts, unless its environment says `deployment: false`. */
  startDeployment(environment: string): JobDeployment;
  /** Approves everything that waits. Throws when nothing does, or the actor may not. */
  approve(actor: string, comment?: string): void;
  /** Rejects everything that waits, which fails the run. Throws as `approve` does. */
  reject(actor: string, comment?: string): void;
}

export interface JobState {
  /** Also the id of the job's check run, which a job knows as `job.check_run_id`. */
  readonly id: number;
  readonly status: JobRecord["status"];
  readonly conclusion: Conclusion | null;
  readonly steps: readonly StepRecord[];
  /** Starts a step; the answer ends it. */
  startStep(name: string): (conclusion: Conclusion) => void;
  complete(conclusion: Conclusion): void;
}

/** Starts a run, queued until its first job starts. */
export function startRun(repository: Repository, request: RunRequest): RunState {
  return openRun(repository, addRun(repository, request).id);
}

/** The run of that id. Throws when there is none. */
export function openRun(repository: Repository, id: number): RunState {
  const { now } = repository.site;
  const attempt = () => presentAttempt(runById(repository, id));
  attempt();
  return {
    id,
    htmlUrl: htmlUrl(repository, `/actions/runs/${id}`),
    get attempt() {
      return attempt().number;
    },
    get status() {
      return attempt().status;
    },
    get conclusion() {
      return attempt().conclusion;
    },
    startJob(name) {
      const job = { id: repository.site.nextId(), name };
      updateRun(repository, id, (run) => withJob(run, job, now()));
      return openJob(repository, id, job.id);
    },
    complete: (conclusion) => updateRun(repository, id, (run) => completedRun(run, conclusion, now())),
    rerun: (actor) => updateRun(repository, id, (run) => rerunOf(run, actor ?? run.actor, now())),
    requestApproval: (environment) => requestApproval(repository, id, environment),
    startDeployment: (environment) => {
      const { headSha, headBranch } = runById(repository, id);
      const run = { headSha, headBranch, htmlUrl: htmlUrl(repository, `/actions/runs/${id}`) };
      return startJobDeployment(repository, environment, run);
    },
    approve: (actor, comment = "") => review(repository, id, { state: "approved", actor, comment }),
    reject: (actor, comment = "") => review(repository, id, { state: "rejected", actor, comment }),
  };
}

function requestApproval(
  repository: Repository,
  id: number,
  name: string,
): "waiting" | "not-required" | "branch-refused" {
  const environment = ensureEnvironment(repository, name);
  const { now } = repository.site;
  if (!admitsBranch(environment, runById(repository, id).headBranch, repository.defaultBranch)) {
    updateRun(repository, id, (run) => completedRun(run, "failure", now()));
    return "branch-refused";
  }
  if (environment.reviewers.length === 0) return "not-required";
  updateRun(repository, id, (run) => waitingFor(run, environment.name, now()));
  return "waiting";
}

interface Decision {
  readonly state: "approved" | "rejected";
  readonly actor: string;
  readonly comment: string;
}

function review(repository: Repository, id: number, decision: Decision): void {
  const { environments } = repository.view().record;
  updateRun(repository, id, (run) => {
    const given = { ...decision, environments: presentAttempt(run).pending };
    requireReviewable(run, environments, given);
    return reviewed(run, given, repository.site.now());
  });
}

function openJob(repository: Repository, runId: number, id: number): JobState {
  const { now } = repository.site;
  const job = () => {
    const jobs = runById(repository, runId).attempts.flatMap((attempt) => attempt.jobs);
    const found = jobs.find((other) => other.id === id);
    if (found === undefined) throw new Error(`run ${runId} has no job ${id}`);
    return found;
  };
  const change = (changed: (job: JobRecord) => JobRecord) =>
    updateRun(repository, runId, (run) => withJobChange(run, id, changed));
  return {
    id,
    get status() {
      return job().status;
    },
    get conclusion() {
      return job().conclusion;
    },
    get steps() {
      return job().steps;
    },
    startStep(name) {
      const number = job().steps.length + 1;
      const step: StepRecord = {
        number,
        name,
        status: "in_progress",
        conclusion: null,
        startedAt: now(),
        completedAt: undefined,
      };
      change((before) => ({ ...before, steps: [...before.steps, step] }));
      return (conclusion) =>
        change((before) => ({
          ...before,
          steps: before.steps.map((other) =>
            other.number === number ? completedStep(other, conclusion, now()) : other,
          ),
        }));
    },
    complete: (conclusion) => change((before) => completedJob(before, conclusion, now())),
  };
}
