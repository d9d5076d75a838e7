import type { GitHubConnection } from "./connect.ts";
import { statusOf } from "./failures.ts";

/** What is known of a run or job: it goes on, it has completed, or GitHub does not say (404, 403, 5xx, no answer). */
export type RunLife = "alive" | "completed" | "unknown";

/** The newest attempt of a run. */
export interface WorkflowRun {
  readonly run: string;
  readonly attempt: string;
  /** Id of its workflow file; the file's path may carry a ref, the id does not. */
  readonly workflow: string;
  readonly completed: boolean;
  readonly actor: string;
  readonly url: string;
  /** When this attempt started, in UTC. */
  readonly at: string;
}

export interface RunJob {
  readonly id: string;
  readonly completed: boolean;
  readonly steps: readonly RunStep[];
}

export interface RunStep {
  readonly name: string;
  /** `ended` is every end but success. */
  readonly state: "waiting" | "in-progress" | "succeeded" | "ended";
}

const PAGE_SIZE = 100;
const PAGES = 3;

/** Runs and jobs of workflows, read only. */
export function openRuns(github: GitHubConnection) {
  const { octokit, at } = github;
  const { actions } = octokit.rest;
  return {
    /** `completed` never becomes anything else, so a stale answer errs towards `alive`. */
    lifeOfAttempt: (run: string, attempt: string): Promise<RunLife> =>
      lifeOf(async () => {
        const path = { ...at, run_id: Number(run), attempt_number: Number(attempt) };
        return (await actions.getWorkflowRunAttempt(path)).data.status;
      }),
    /** As of an attempt, for one job. */
    lifeOfJob: (job: string): Promise<RunLife> =>
      lifeOf(async () => (await actions.getJobForWorkflowRun({ ...at, job_id: Number(job) })).data.status),
    /** Undefined when GitHub does not show the run, or not yet. */
    run: (id: string): Promise<WorkflowRun | undefined> =>
      github.repeat(`read the run ${id}`, async () => {
        try {
          return toRun((await actions.getWorkflowRun({ ...at, run_id: Number(id) })).data);
        } catch (error) {
          if (statusOf(error) === 404) return undefined;
          throw error;
        }
      }),
    /** The newest 300 runs of a workflow file, whatever their status: GitHub's filter by status misses some. */
    recentRuns: (workflow: string): Promise<readonly WorkflowRun[]> =>
      readPages(async (page) => {
        const path = { ...at, workflow_id: Number(workflow), per_page: PAGE_SIZE, page };
        const list = () => actions.listWorkflowRuns(path);
        return (await github.repeat("list the runs of this workflow", list)).data.workflow_runs.map(toRun);
      }),
    /** The jobs of one attempt, the first 300. */
    jobsOf: ({ run, attempt }: Pick<WorkflowRun, "run" | "attempt">): Promise<readonly RunJob[]> =>
      readPages(async (page) => {
        const path = { ...at, run_id: Number(run), attempt_number: Number(attempt), per_page: PAGE_SIZE, page };
        const list = () => actions.listJobsForWorkflowRunAttempt(path);
        return (await github.repeat(`list the jobs of run ${run}`, list)).data.jobs.map(toJob);
      }),
  };

  async function lifeOf(read: () => Promise<string | null>): Promise<RunLife> {
    try {
      return (await read()) === "completed" ? "completed" : "alive";
    } catch (error) {
      if (github.signal.aborted) throw github.signal.reason;
      octokit.log.debug(`the holder's state is unknown: GitHub answered ${statusOf(error) ?? "nothing"}`);
      return "unknown";
    }
  }
}

async function readPages<Item>(read: (page: number) => Promise<readonly Item[]>): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let page = 1; page <= PAGES; page += 1) {
    const found = await read(page);
    items.push(...found);
    if (found.length < PAGE_SIZE) break;
  }
  return items;
}

interface RawRun {
  readonly id: number;
  readonly run_attempt?: number;
  readonly workflow_id: number;
  readonly status: string | null;
  readonly triggering_actor?: { readonly login: string };
  readonly actor?: { readonly login: string };
  readonly html_url: string;
  readonly created_at: string;
  readonly run_started_at?: string;
}

function toRun(raw: RawRun): WorkflowRun {
  return {
    run: String(raw.id),
    attempt: String(raw.run_attempt ?? 1),
    workflow: String(raw.workflow_id),
    completed: raw.status === "completed",
    actor: raw.triggering_actor?.login ?? raw.actor?.login ?? "",
    url: raw.html_url,
    at: raw.run_started_at ?? raw.created_at,
  };
}

interface RawJob {
  readonly id: number;
  readonly status: string;
  readonly steps?: readonly { readonly name: string; readonly status: string; readonly conclusion: string | null }[];
}

function toJob({ id, status, steps = [] }: RawJob): RunJob {
  return { id: String(id), completed: status === "completed", steps: steps.map(toStep) };
}

function toStep({ name, status, conclusion }: { name: string; status: string; conclusion: string | null }): RunStep {
  if (status === "completed") return { name, state: conclusion === "success" ? "succeeded" : "ended" };
  return { name, state: status === "in_progress" ? "in-progress" : "waiting" };
}
