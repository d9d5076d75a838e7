export { runStep, type ActionStep } from "./runner/run-step.ts";
export type { StepResult } from "./runner/run-program.ts";
export type { Annotation, LogLine } from "./runner/step-output.ts";
