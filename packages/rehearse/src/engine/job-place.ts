import type { Value } from "../expressions/evaluate.ts";
import type { LoadedWorkflow } from "./load-run.ts";
import type { Conclusion } from "./run-events.ts";
import type { RunRequest } from "./run-request.ts";
import type { Job } from "./workflow.ts";

/** The jobs of one workflow file, ready to run. */
export interface JobsToRun {
  readonly request: RunRequest;
  readonly loaded: LoadedWorkflow;
  /** `caller / ` in front of the names of a called workflow's jobs. */
  readonly prefix: string;
  readonly contexts: {
    readonly github: GitHubContext;
    readonly inputs: Value;
    readonly vars: Readonly<Record<string, string>>;
  };
  readonly secrets: Readonly<Record<string, string>>;
}

export type GitHubContext = Readonly<Record<string, Value>>;

/** A job that is about to run, with the contexts that its keys may name. */
export interface JobPlace {
  readonly jobs: JobsToRun;
  readonly job: Job;
  /** With the names of the calling jobs in front. */
  readonly name: string;
  readonly contexts: JobsToRun["contexts"] & { readonly needs: Value };
}

/** What other jobs see of a job that has ended: `needs.<id>` and `jobs.<id>`. */
export interface JobEnd {
  readonly conclusion: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
}
