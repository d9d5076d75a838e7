import type { DeploymentRecord, DeploymentState, DeploymentStatusRecord } from "../records.ts";
import type { Repository } from "../site.ts";
import { ensureEnvironment } from "./environment-book.ts";
import { withStatus } from "./status-rules.ts";

/** The workflow's own account, which makes what no token asked for. */
const CREATOR = "github-actions[bot]";

/** The run whose job names an environment. */
export interface DeployingRun {
  readonly headSha: string;
  readonly headBranch: string | null;
  readonly htmlUrl: string;
}

/** The deployment that GitHub makes by itself for a job, and how it ends. */
export interface JobDeployment {
  readonly id: number;
  complete(conclusion: "success" | "failure" | "cancelled", environmentUrl?: string): void;
}

/**
 * What GitHub does for a job whose environment does not say `deployment: false`: makes a deployment of the run's own commit,
 * whatever the job deploys, in progress until the job ends.
 */
export function startJobDeployment(repository: Repository, environment: string, run: DeployingRun): JobDeployment {
  const { site } = repository;
  const id = site.nextId();
  const { name } = ensureEnvironment(repository, environment);
  const now = site.now();
  const made: DeploymentRecord = {
    id,
    sha: run.headSha,
    ref: run.headBranch ?? run.headSha,
    task: "deploy",
    payload: {},
    environment: name,
    description: null,
    creator: CREATOR,
    transient: false,
    production: false,
    createdAt: now,
    updatedAt: now,
    statuses: [],
  };
  repository.update({ deployments: [made, ...repository.view().record.deployments] });
  add("in_progress", "");
  return {
    id,
    complete: (conclusion, environmentUrl = "") =>
      add(conclusion === "cancelled" ? "error" : conclusion, environmentUrl),
  };

  function add(state: DeploymentState, environmentUrl: string): void {
    const { deployments } = repository.view().record;
    const target = deployments.find((deployment) => deployment.id === id) ?? made;
    const where = { environment: name, environmentUrl, logUrl: run.htmlUrl };
    const status: DeploymentStatusRecord = {
      id: site.nextId(),
      state,
      description: "",
      ...where,
      creator: CREATOR,
      createdAt: site.now(),
    };
    repository.update({ deployments: withStatus(deployments, target, status, () => site.nextId()) });
  }
}
