import type { AttemptRecord, Conclusion, JobRecord, RunRecord, RunStatus, StepRecord } from "../records.ts";

/** The attempt that is under way, or ended last. */
export function presentAttempt(run: RunRecord): AttemptRecord {
  const attempt = run.attempts.at(-1);
  if (attempt === undefined) throw new Error(`run ${run.id} has no attempt`);
  return attempt;
}

/** An attempt that nothing has started yet. */
export function newAttempt(number: number, actor: string, now: Date): AttemptRecord {
  return { number, status: "queued", conclusion: null, actor, startedAt: now, updatedAt: now, jobs: [], pending: [] };
}

/** The run with one more job, in progress. Throws when the run is completed. */
export function withJob(run: RunRecord, job: { id: number; name: string }, now: Date): RunRecord {
  requireOpen(run);
  const started: JobRecord = {
    ...job,
    status: "in_progress",
    conclusion: null,
    startedAt: now,
    completedAt: undefined,
    steps: [],
  };
  return withAttempt(run, now, (attempt) => ({ ...attempt, jobs: [...attempt.jobs, started] }));
}

/** The run with one job changed, in whichever attempt it is. Throws when no attempt has it. */
export function withJobChange(run: RunRecord, id: number, change: (job: JobRecord) => JobRecord): RunRecord {
  if (!run.attempts.some((attempt) => attempt.jobs.some((job) => job.id === id)))
    throw new Error(`run ${run.id} has no job ${id}`);
  const attempts = run.attempts.map((attempt) => ({
    ...attempt,
    jobs: attempt.jobs.map((job) => (job.id === id ? change(job) : job)),
  }));
  return { ...run, attempts };
}

/** A job that has ended, its open steps with it. A job that ended before stays as it is. */
export function completedJob(job: JobRecord, conclusion: Conclusion, now: Date): JobRecord {
  if (job.status === "completed") return job;
  const steps = job.steps.map((step) => completedStep(step, conclusion, now));
  return { ...job, status: "completed", conclusion, completedAt: now, steps };
}

/** A step that has ended. */
export function completedStep(step: StepRecord, conclusion: Conclusion, now: Date): StepRecord {
  return step.status === "completed" ? step : { ...step, status: "completed", conclusion, completedAt: now };
}

/** The run with its present attempt ended: no job is left open and nobody is asked any more. Ended stays ended. */
export function completedRun(run: RunRecord, conclusion: Conclusion, now: Date): RunRecord {
  if (presentAttempt(run).status === "completed") return run;
  const jobs = presentAttempt(run).jobs.map((job) => completedJob(job, conclusion, now));
  const ended = { ...presentAttempt(run), status: "completed", conclusion, updatedAt: now, jobs, pending: [] } as const;
  return { ...run, attempts: [...run.attempts.slice(0, -1), ended] };
}

/** The run with a new attempt and no jobs yet. Throws while the present attempt is under way. */
export function rerunOf(run: RunRecord, actor: string, now: Date): RunRecord {
  const { number, status } = presentAttempt(run);
  if (status !== "completed") throw new Error(`run ${run.id} is ${status}; only a completed run starts again`);
  return { ...run, attempts: [...run.attempts, newAttempt(number + 1, actor, now)] };
}

/** The run waiting for a reviewer of an environment. */
export function waitingFor(run: RunRecord, environment: string, now: Date): RunRecord {
  requireOpen(run);
  return withAttempt(run, now, (attempt) => ({ ...attempt, pending: [...attempt.pending, environment] }));
}

export interface Review {
  readonly environments: readonly string[];
  readonly state: "approved" | "rejected";
  readonly comment: string;
  readonly actor: string;
}

/** The run after a review: approved environments are waited for no more, a rejection fails the run. */
export function reviewed(run: RunRecord, review: Review, now: Date): RunRecord {
  const noted = { ...run, approvals: [...run.approvals, review] };
  if (review.state === "rejected") return completedRun(noted, "failure", now);
  return withAttempt(noted, now, (attempt) => ({
    ...attempt,
    pending: attempt.pending.filter((name) => !review.environments.includes(name)),
  }));
}

function withAttempt(run: RunRecord, now: Date, change: (attempt: AttemptRecord) => AttemptRecord): RunRecord {
  const changed = { ...change(presentAttempt(run)), updatedAt: now };
  return { ...run, attempts: [...run.attempts.slice(0, -1), { ...changed, status: openStatus(changed) }] };
}

function openStatus(attempt: AttemptRecord): RunStatus {
  if (attempt.pending.length > 0) return "waiting";
  return attempt.jobs.length > 0 ? "in_progress" : "queued";
}

function requireOpen(run: RunRecord): void {
  if (presentAttempt(run).status === "completed") throw new Error(`run ${run.id} is completed; rerun() it first`);
}
