import type { Value } from "../expressions/evaluate.ts";
import type { LogLine } from "../runner/step-output.ts";
import type { JobState } from "./job-state.ts";

/** A step that is about to run, in its job. */
export interface StepPlace {
  readonly state: JobState;
  readonly name: string;
  readonly contexts: Readonly<Record<string, Value>>;
  /** The step's own `env:`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly onLog: (line: LogLine) => void;
}
