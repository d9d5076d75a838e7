import type { GitHubConnection } from "./connect.ts";
import { statusOf } from "./failures.ts";

/** What is known of a run or job: it goes on, it has completed, or GitHub does not say (404, 403, 5xx, no answer). */
export type RunLife = "alive" | "completed" | "unknown";

/** Runs and jobs of workflows, read only. `completed` never becomes anything else, so a stale answer errs towards `alive`. */
export function openRuns(github: GitHubConnection) {
  const { octokit, at } = github;
  return {
    lifeOfAttempt: (run: string, attempt: string): Promise<RunLife> =>
      lifeOf(async () => {
        const path = { ...at, run_id: Number(run), attempt_number: Number(attempt) };
        return (await octokit.rest.actions.getWorkflowRunAttempt(path)).data.status;
      }),
    lifeOfJob: (job: string): Promise<RunLife> =>
      lifeOf(async () => (await octokit.rest.actions.getJobForWorkflowRun({ ...at, job_id: Number(job) })).data.status),
  };

  async function lifeOf(read: () => Promise<string | null>): Promise<RunLife> {
    try {
      return (await read()) === "completed" ? "completed" : "alive";
    } catch (error) {
      if (github.signal.aborted) throw github.signal.reason;
      github.octokit.log.debug(`the holder's state is unknown: GitHub answered ${statusOf(error) ?? "nothing"}`);
      return "unknown";
    }
  }
}
