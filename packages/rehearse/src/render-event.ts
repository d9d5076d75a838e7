import type { JobRecord, RunEvent, StepRecord } from "./engine/run-events.ts";
import { mark, type Paint } from "./paint.ts";
import type { LogLine } from "./runner/step-output.ts";

/** One event as a line of the timeline, and the log lines that belong below it. */
export interface RenderedEvent {
  readonly said: string | undefined;
  readonly log: readonly string[];
}

/**
 * Renders an event. The log of a failed step is always shown, warnings and notices of a green one too, and everything
 * when `verbose`; debug lines never are.
 */
export function renderEvent(event: RunEvent, paint: Paint, verbose: boolean): RenderedEvent {
  switch (event.kind) {
    case "step-log":
      return { said: undefined, log: verbose ? renderLog([event.line], paint) : [] };
    case "step-completed":
      return { said: renderStep(event.step, paint), log: verbose ? [] : renderLog(worthShowing(event.step), paint) };
    case "step-started":
      return { said: verbose ? `    ${event.step} ...` : undefined, log: [] };
    case "job-completed":
      return { said: renderJobEnd(event.job, paint), log: [] };
    case "job-started":
      return { said: `${paint("grey", ">")} ${event.job}`, log: [] };
    default:
      return { said: renderRunEvent(event, paint), log: [] };
  }
}

type WholeRunEvent = Exclude<RunEvent, { kind: `step-${string}` | `job-${string}` }>;

function renderRunEvent(event: WholeRunEvent, paint: Paint): string {
  switch (event.kind) {
    case "run-started":
      return `${paint("bold", `${event.workflow} started`)}${paint("grey", `  ${event.url}`)}`;
    case "concurrency":
      return `${event.where}: concurrency group ${event.group} (told, not enforced: there is one run)`;
    case "approval-asked":
      return `${paint("yellow", "?")} ${event.job} waits for a reviewer of ${event.environment}`;
    case "approval-answered":
      return renderAnswer(event, paint);
    case "run-completed":
      return `${mark(event.conclusion, paint)} ${paint("bold", `the run ended: ${event.conclusion}`)}`;
  }
}

function renderAnswer({ environment, answer }: Extract<RunEvent, { kind: "approval-answered" }>, paint: Paint): string {
  if (answer.kind === "unprotected") return `${environment} has no reviewers`;
  const sign = mark(answer.kind === "approved" ? "success" : "failure", paint);
  return `${sign} ${answer.by} ${answer.kind === "approved" ? "approves" : "refuses"} ${environment}: ${answer.comment}`;
}

function renderStep(step: StepRecord, paint: Paint): string {
  const notes: string[] = [];
  if (step.stoodInFor !== undefined) notes.push(`(stood in for ${step.stoodInFor.split("@")[0] ?? ""})`);
  if (step.outcome !== step.conclusion) notes.push("(may fail)");
  notes.push(step.outcome === "skipped" ? "skipped" : `${(step.durationMs / 1000).toFixed(1)} s`);
  return `  ${mark(step.outcome, paint)} ${step.name}${paint("grey", `  ${notes.join("  ")}`)}`;
}

/** A green job has said all in its steps. */
function renderJobEnd({ name, conclusion, problem }: JobRecord, paint: Paint): string | undefined {
  if (conclusion === "success") return undefined;
  return `${mark(conclusion, paint)} ${name}: ${conclusion}${problem === undefined ? "" : `. ${problem}`}`;
}

function worthShowing(step: StepRecord): readonly LogLine[] {
  if (step.outcome === "failure" || step.outcome === "cancelled") return step.log;
  return step.log.filter(({ kind }) => kind === "warning" || kind === "notice");
}

function renderLog(lines: readonly LogLine[], paint: Paint): string[] {
  return lines
    .filter(({ kind }) => kind !== "debug")
    .map(({ kind, text, depth }) => {
      const isAnnotation = kind === "error" || kind === "warning" || kind === "notice";
      const colour = kind === "error" ? "red" : kind === "warning" ? "yellow" : "grey";
      return paint(colour, `${"  ".repeat(depth)}${isAnnotation ? `${kind}: ` : ""}${text}`);
    });
}
