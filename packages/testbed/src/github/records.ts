/**
 * The state of a repository, all of it immutable: a write makes a new record, so that earlier states stay readable for
 * the stale fault at no cost.
 */
export interface RepositoryRecord {
  /** Full ref name to object. */
  readonly refs: ReadonlyMap<string, string>;
  /** How many git objects existed; objects are only ever added. */
  readonly objectCount: number;
  /** The repository's setting; it takes effect when a release is published. */
  readonly immutableReleases: boolean;
  /** Tags of deleted immutable releases; their names cannot be used again. */
  readonly burnedTags: readonly string[];
  readonly releases: readonly ReleaseRecord[];
  /** The release marked as latest; undefined leaves it to creation date and version. */
  readonly latestReleaseId: number | undefined;
  readonly workflows: readonly WorkflowRecord[];
  readonly runs: readonly RunRecord[];
  readonly environments: readonly EnvironmentRecord[];
  readonly deployments: readonly DeploymentRecord[];
}

export interface ReleaseRecord {
  readonly id: number;
  readonly tag: string;
  readonly target: string;
  readonly name: string | null;
  readonly body: string | null;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly immutable: boolean;
  readonly author: string;
  /** Date of the commit, not of the release; the list is ordered by it. */
  readonly createdAt: Date;
  readonly publishedAt: Date | undefined;
  readonly assets: readonly AssetRecord[];
}

export interface AssetRecord {
  readonly id: number;
  readonly name: string;
  readonly label: string | null;
  /** `starter` is what a broken upload leaves behind. */
  readonly state: "uploaded" | "starter";
  readonly contentType: string;
  readonly content: Buffer;
  readonly uploader: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface WorkflowRecord {
  readonly id: number;
  readonly path: string;
  readonly name: string;
  readonly createdAt: Date;
}

export type RunStatus = "queued" | "in_progress" | "waiting" | "completed";

export type Conclusion =
  | "success"
  | "failure"
  | "cancelled"
  | "skipped"
  | "neutral"
  | "timed_out"
  | "action_required"
  | "stale"
  | "startup_failure";

export interface RunRecord {
  readonly id: number;
  readonly workflowId: number;
  readonly number: number;
  readonly event: string;
  readonly actor: string;
  readonly headSha: string;
  readonly headBranch: string | null;
  readonly title: string;
  readonly concurrencyGroup: string | undefined;
  readonly createdAt: Date;
  /** At least one; the last is the present attempt. */
  readonly attempts: readonly AttemptRecord[];
  readonly approvals: readonly ApprovalRecord[];
}

export interface AttemptRecord {
  readonly number: number;
  readonly status: RunStatus;
  readonly conclusion: Conclusion | null;
  readonly actor: string;
  readonly startedAt: Date;
  readonly updatedAt: Date;
  readonly jobs: readonly JobRecord[];
  /** Names of the environments that wait for a reviewer. */
  readonly pending: readonly string[];
}

export interface JobRecord {
  readonly id: number;
  readonly name: string;
  readonly status: "queued" | "in_progress" | "completed";
  readonly conclusion: Conclusion | null;
  readonly startedAt: Date;
  readonly completedAt: Date | undefined;
  readonly steps: readonly StepRecord[];
}

export interface StepRecord {
  readonly number: number;
  readonly name: string;
  readonly status: "in_progress" | "completed";
  readonly conclusion: Conclusion | null;
  readonly startedAt: Date;
  readonly completedAt: Date | undefined;
}

export interface ApprovalRecord {
  readonly environments: readonly string[];
  readonly state: "approved" | "rejected";
  readonly comment: string;
  readonly actor: string;
}

export interface EnvironmentRecord {
  readonly id: number;
  readonly name: string;
  readonly reviewers: readonly string[];
  readonly preventSelfReview: boolean;
  /** `protected` for protected branches only, otherwise a branch name pattern; undefined admits every branch. */
  readonly branchPolicy: string | undefined;
  readonly createdAt: Date;
}

export type DeploymentState = "error" | "failure" | "inactive" | "in_progress" | "queued" | "pending" | "success";

export interface DeploymentRecord {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly task: string;
  readonly payload: unknown;
  readonly environment: string;
  readonly description: string | null;
  readonly creator: string;
  readonly transient: boolean;
  readonly production: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Oldest first. */
  readonly statuses: readonly DeploymentStatusRecord[];
}

export interface DeploymentStatusRecord {
  readonly id: number;
  readonly state: DeploymentState;
  readonly description: string;
  readonly environment: string;
  readonly environmentUrl: string;
  readonly logUrl: string;
  readonly creator: string;
  readonly createdAt: Date;
}
