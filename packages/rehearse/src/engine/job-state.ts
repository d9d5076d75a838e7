import type { Value } from "../expressions/evaluate.ts";
import type { Masker } from "../runner/masker.ts";
import type { JobPlace } from "./job-place.ts";
import type { Conclusion, StepRecord } from "./run-events.ts";
import type { Step } from "./workflow.ts";

/** A job between its first and its last step. */
export interface JobState extends JobSettings {
  readonly records: StepRecord[];
  /** Steps that asked for a post phase, in the order in which they ran. */
  readonly posts: PostStep[];
  /** Environment and PATH that earlier steps left to later ones. */
  readonly left: { readonly environment: Record<string, string>; readonly path: string[] };
  status(): "success" | "failure" | "cancelled";
  /** Keeps what a step came to; only a conclusion of failure makes the job fail. */
  keep(step: Step | undefined, record: StepRecord): void;
  /** What stops a step that starts now: the job's end, or when that has come, a short time for its last steps. */
  signalNow(): AbortSignal;
  /** Every context that a step's keys may name, at this moment. */
  contextsNow(stepEnvironment: Readonly<Record<string, string>>): Record<string, Value>;
}

export interface JobSettings {
  readonly place: JobPlace;
  readonly contexts: Readonly<Record<string, Value>>;
  /** `env:` of workflow and job. */
  readonly environment: Readonly<Record<string, string>>;
  readonly folders: {
    readonly workspace: string;
    readonly temp: string;
    readonly tools: string;
    readonly eventPath: string;
  };
  readonly checkRunId: number;
  readonly masker: Masker;
  /** Ends the job: its time limit, or the end of the whole rehearsal. */
  readonly signal: AbortSignal;
  /** How long a step may take that sets no limit of its own. */
  readonly stepLimitMs: number;
}

/** An action that has run and cleans up at the end of the job. */
export interface PostStep {
  readonly name: string;
  readonly actionFolder: string;
  readonly condition: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
}

/** A cancelled job's last steps, those that release what it holds, get this long each. */
const LAST_STEPS_MS = 2_000;

/** Opens the state of a job that starts now. */
export function openJobState(settings: JobSettings): JobState {
  const records: StepRecord[] = [];
  const steps: Record<
    string,
    { outcome: Conclusion; conclusion: Conclusion; outputs: Readonly<Record<string, string>> }
  > = {};
  const left = { environment: {} as Record<string, string>, path: [] as string[] };
  let failed = false;
  const status = (): "success" | "failure" | "cancelled" =>
    failed ? "failure" : settings.signal.aborted ? "cancelled" : "success";
  return {
    ...settings,
    records,
    posts: [],
    left,
    status,
    signalNow: () => (settings.signal.aborted ? AbortSignal.timeout(LAST_STEPS_MS) : settings.signal),
    keep(step, record) {
      records.push(record);
      if (record.conclusion === "failure") failed = true;
      if (step?.id !== undefined)
        steps[step.id] = { outcome: record.outcome, conclusion: record.conclusion, outputs: record.outputs };
    },
    contextsNow: (stepEnvironment) => ({
      ...settings.contexts,
      steps,
      env: { ...settings.environment, ...left.environment, ...stepEnvironment },
      job: { status: status(), check_run_id: settings.checkRunId },
    }),
  };
}
