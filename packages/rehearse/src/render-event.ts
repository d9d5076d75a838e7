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
  if (event.kind === "step-log") return { said: undefined, log: verbose ? renderLog([event.line], paint) : [] };
  const log = event.kind === "step-completed" && !verbose ? renderLog(worthShowing(event.step), paint) : [];
  if (event.kind === "step-started" && !verbose) return { said: undefined, log };
  const sentence = SENTENCES[event.kind] as (said: RunEvent, paint: Paint) => string | undefined;
  return { said: sentence(event, paint), log };
}

type SaidEvent = Exclude<RunEvent, { kind: "step-log" }>;
type Sentences = {
  readonly [Kind in SaidEvent["kind"]]: (event: Extract<SaidEvent, { kind: Kind }>, paint: Paint) => string | undefined;
};

/** What the timeline says of each kind of event; nothing for one that has been said otherwise. */
const SENTENCES: Sentences = {
  "run-started": ({ workflow, url }, paint) => `${paint("bold", `${workflow} started`)}${paint("grey", `  ${url}`)}`,
  concurrency: ({ where, group }) => `${where}: concurrency group ${group} (told, not enforced: there is one run)`,
  "approval-asked": ({ job, environment }, paint) =>
    `${paint("yellow", "?")} ${job} waits for a reviewer of ${environment}`,
  "approval-answered": renderAnswer,
  "job-started": ({ job }, paint) => `${paint("grey", ">")} ${job}`,
  "step-started": ({ step }) => `    ${step} ...`,
  "step-completed": ({ step }, paint) => renderStep(step, paint),
  "job-completed": ({ job }, paint) => renderJobEnd(job, paint),
  "run-completed": ({ conclusion }, paint) =>
    `${mark(conclusion, paint)} ${paint("bold", `the run ended: ${conclusion}`)}`,
};

function renderAnswer({ environment, answer }: Extract<RunEvent, { kind: "approval-answered" }>, paint: Paint): string {
  if (answer.kind === "unprotected") return `${environment} has no reviewers`;
  const sign = mark(answer.kind === "approved" ? "success" : "failure", paint);
  return `${sign} ${answer.by} ${answer.kind === "approved" ? "approves" : "refuses"} ${environment}: ${answer.comment}`;
}

function renderStep(step: StepRecord, paint: Paint): string | undefined {
  // Most actions find nothing to clean up.
  if (step.isPost === true && step.outcome === "success" && step.log.length === 0) return undefined;
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
