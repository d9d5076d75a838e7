import type { Clock, Log } from "@fairway/domain";

export interface Deployment {
  readonly id: number;
  readonly sha: string;
  readonly environment: string;
  readonly task: string;
  readonly payload: unknown;
}

export interface NewDeployment {
  readonly ref: string;
  readonly environment: string;
  readonly task: string;
  readonly description: string;
  readonly payload: object;
}

export interface NewStatus {
  readonly state: "in_progress" | "success" | "failure" | "error" | "inactive";
  readonly description: string;
  readonly logUrl: string;
  readonly environmentUrl?: string | undefined;
}

/** The records of a repository. `create` is a single try; after a failed one, reading tells. */
export interface DeploymentBook {
  byId(id: number): Promise<Deployment>;
  /** Newest first. */
  newest(of: Pick<Deployment, "environment" | "task">, count: number): Promise<readonly Deployment[]>;
  /** The newest status, `pending` before the first. */
  stateOf(id: number): Promise<string>;
  create(deployment: NewDeployment): Promise<Deployment>;
  mark(id: number, status: NewStatus): Promise<void>;
}

export interface Approval {
  readonly login: string;
  /** Text from elsewhere. */
  readonly comment: string;
}

export interface ApprovalBook {
  /** Who let a run into an environment; empty when nobody was asked. */
  of(run: string, environment: string): Promise<readonly Approval[]>;
}

export interface RunBook {
  lifeOfAttempt(run: string, attempt: string): Promise<"alive" | "completed" | "unknown">;
}

/** The run that deploys. */
export interface ThisRun {
  readonly run: string;
  readonly attempt: string;
  readonly actor: string;
  readonly url: string;
}

export interface RecordDeploymentPorts {
  readonly deployments: DeploymentBook;
  readonly approvals: ApprovalBook;
  readonly runs: RunBook;
  readonly me: ThisRun;
  readonly clock: Clock;
  /** From 0 up to 1, for jitter. */
  readonly random: () => number;
  readonly log: Log;
  readonly signal: AbortSignal;
}
