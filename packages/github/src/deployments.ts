import { parseJson } from "@fairway/domain";

import type { GitHubConnection } from "./connect.ts";

/** A deployment as GitHub has it. Everything but its statuses is fixed when it is made. */
export interface Deployment {
  readonly id: number;
  /** The commit that GitHub found behind the ref. */
  readonly sha: string;
  readonly environment: string;
  readonly task: string;
  /** Of unknown origin: anybody may make deployments. */
  readonly payload: unknown;
}

export interface NewDeployment {
  /** Tag, branch or commit. */
  readonly ref: string;
  readonly environment: string;
  readonly task: string;
  /** At most 140 characters. */
  readonly description: string;
  readonly payload: object;
}

export interface NewStatus {
  readonly state: "in_progress" | "success" | "failure" | "error" | "inactive";
  /** At most 140 characters. */
  readonly description: string;
  readonly logUrl: string;
  readonly environmentUrl?: string | undefined;
}

/** Deployments of the repository and their statuses; writing them takes the permission `deployments: write`. */
export function openDeployments(github: GitHubConnection) {
  const { octokit, at } = github;
  const { repos } = octokit.rest;
  return {
    byId: (id: number): Promise<Deployment> =>
      github.repeat(`read the deployment ${id}`, async () => {
        return toDeployment((await repos.getDeployment({ ...at, deployment_id: id })).data);
      }),
    /** The newest ones of an environment and task, newest first, at most 100. */
    newest: ({ environment, task }: Pick<Deployment, "environment" | "task">, count: number) =>
      github.repeat(`list the deployments to ${environment}`, async (): Promise<readonly Deployment[]> => {
        const { data } = await repos.listDeployments({ ...at, environment, task, per_page: count });
        return data.map(toDeployment);
      }),
    /** What its newest status says; `pending` while it has none. */
    stateOf: (id: number): Promise<string> =>
      github.repeat(`read the state of deployment ${id}`, async () => {
        const { data } = await repos.listDeploymentStatuses({ ...at, deployment_id: id, per_page: 1 });
        return data[0]?.state ?? "pending";
      }),
    /** One try: after a failed one, reading tells. Nothing is merged, and no check of the commit is waited for. */
    create: ({ ref, environment, task, description, payload }: NewDeployment): Promise<Deployment> =>
      github.once(`record a deployment of ${ref} to ${environment}`, async () => {
        const wanted = { ref, environment, task, description, payload: { ...payload } };
        const { data } = await repos.createDeployment({ ...at, ...wanted, auto_merge: false, required_contexts: [] });
        return toDeployment(data as RawDeployment);
      }),
    /** Adds a status, to this deployment alone. May be repeated: twice the same state shows as once. */
    mark: (id: number, { state, description, logUrl, environmentUrl }: NewStatus): Promise<void> =>
      github.repeat(`mark the deployment ${id} as ${state}`, async () => {
        const url = environmentUrl === undefined ? {} : { environment_url: environmentUrl };
        const status = { state, description, log_url: logUrl, auto_inactive: false, ...url };
        await repos.createDeploymentStatus({ ...at, deployment_id: id, ...status });
      }),
  };
}

interface RawDeployment {
  readonly id: number;
  readonly sha: string;
  readonly environment: string;
  readonly task: string;
  readonly payload: object | string;
}

/** Older servers answer the payload as the text that was sent. */
function toDeployment({ id, sha, environment, task, payload }: RawDeployment): Deployment {
  return { id, sha, environment, task, payload: typeof payload === "string" ? parseJson(payload) : payload };
}
