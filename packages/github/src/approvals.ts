import type { GitHubConnection } from "./connect.ts";

/** Somebody who let a run deploy, with what they wrote. GitHub does not tell when. */
export interface Approval {
  readonly login: string;
  /** Text from elsewhere; empty when nothing was written. */
  readonly comment: string;
}

/** Reviews of runs that waited for an environment, read only; this takes the permission `actions: read`. */
export function openApprovals(github: GitHubConnection) {
  const { octokit, at } = github;
  return {
    /**
     * Who approved a run for an environment, each once with their last comment; empty when nobody was asked. All attempts of
     * the run count: GitHub keeps one list.
     */
    of: (run: string, environment: string): Promise<readonly Approval[]> =>
      github.repeat(`read who approved run ${run}`, async () => {
        const { data } = await octokit.rest.actions.getReviewsForRun({ ...at, run_id: Number(run) });
        const approved = data.filter(({ state, environments }) => {
          return state === "approved" && environments.some(({ name }) => isSameName(name, environment));
        });
        const byLogin = approved.map(({ user, comment }) => [user.login, comment] as const);
        return [...new Map(byLogin)].map(([login, comment]) => ({ login, comment }));
      }),
  };
}

/** GitHub compares names of environments without case. */
function isSameName(name: string | undefined, environment: string): boolean {
  return name?.toLowerCase() === environment.toLowerCase();
}
