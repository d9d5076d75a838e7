import type { Log } from "@fairway/domain";

export interface EnvironmentProtection {
  /** Names of the required reviewers; empty when anybody's run passes. */
  readonly reviewers: readonly string[];
  /** Whether only protected branches, or branches and tags of certain names, may deploy. */
  readonly branchesRestricted: boolean;
}

export interface EnvironmentBook {
  /** Undefined when the environment does not exist. */
  protectionOf(name: string): Promise<EnvironmentProtection | undefined>;
}

export interface CheckEnvironmentPorts {
  readonly environments: EnvironmentBook;
  readonly log: Log;
}
