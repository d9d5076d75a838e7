import type { StepResult } from "../runner/run-program.ts";
import type { Annotation, LogLine } from "../runner/step-output.ts";

export type Conclusion = "success" | "failure" | "cancelled" | "skipped";

/** How one step of a job ended. */
export interface StepRecord {
  readonly name: string;
  /** What the step did; `conclusion` is what the job makes of it after `continue-on-error`. */
  readonly outcome: Conclusion;
  readonly conclusion: Conclusion;
  /** The third-party action that was stood in for; undefined for a step that really ran. */
  readonly stoodInFor: string | undefined;
  /** True for what an action does at the end of its job. */
  readonly isPost?: true;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly log: readonly LogLine[];
  readonly durationMs: number;
}

/** How one job ended; a job of a called workflow is named `caller / called`. */
export interface JobRecord {
  readonly name: string;
  readonly conclusion: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly StepRecord[];
  /** Why the job did not come to its steps: a refused approval, an expression that does not evaluate. */
  readonly problem: string | undefined;
}

/** One change of state in a run, as it happens. */
export type RunEvent =
  | { readonly kind: "run-started"; readonly workflow: string; readonly url: string }
  | { readonly kind: "concurrency"; readonly where: string; readonly group: string }
  | { readonly kind: "approval-asked"; readonly job: string; readonly environment: string }
  | {
      readonly kind: "approval-answered";
      readonly job: string;
      readonly environment: string;
      readonly answer: EnvironmentAnswer;
    }
  | { readonly kind: "job-started"; readonly job: string }
  | { readonly kind: "step-started"; readonly job: string; readonly step: string }
  | { readonly kind: "step-log"; readonly job: string; readonly step: string; readonly line: LogLine }
  | { readonly kind: "step-completed"; readonly job: string; readonly step: StepRecord }
  | { readonly kind: "job-completed"; readonly job: JobRecord }
  | { readonly kind: "run-completed"; readonly conclusion: Conclusion };

/** What an environment's protection rules said to a job. */
export type EnvironmentAnswer =
  | { readonly kind: "unprotected" }
  | { readonly kind: "approved"; readonly by: string; readonly comment: string }
  | { readonly kind: "refused"; readonly by: string; readonly comment: string };

/** A step's result as the engine needs it: from the runner or from a stand-in. */
export type StepOutcome = Pick<
  StepResult,
  "conclusion" | "outputs" | "state" | "environment" | "path" | "summary" | "annotations" | "log" | "durationMs"
>;
