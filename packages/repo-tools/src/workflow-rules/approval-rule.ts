import type { Finding } from "./finding.ts";
import { namesSecret, type WorkflowFile, type WorkflowJob, type WorkflowStep } from "./workflow-file.ts";

/**
 * Nothing moves in front of the approval: a job that does not wait for its environment may only read and plan. Read on the
 * job graph: a job waits when it names an environment, or needs one that does and is skipped when that one is refused.
 */
export function checkApproval({ jobs }: WorkflowFile): Finding[] {
  if (!jobs.some(({ environment }) => environment)) {
    return [{ rule: "approval", line: 1, message: "no job waits for an approval: give one an environment." }];
  }
  return jobs.filter((job) => !waits(job, jobs)).flatMap(checkPlanning);
}

/** Conditions that let a job run although one that it needs was refused. */
const RUNS_ANYWAY = /\b(always|failure|cancelled)\s{0,9}\(/;

function waits(job: WorkflowJob, jobs: readonly WorkflowJob[]): boolean {
  if (job.environment) return true;
  if (RUNS_ANYWAY.test(job.condition)) return false;
  return jobs.some((other) => job.needs.includes(other.id) && waits(other, jobs));
}

function checkPlanning({ id, calls, permissions, steps, source }: WorkflowJob): Finding[] {
  const hasSecrets = namesSecret(source);
  const writes = permissions?.scopes.filter(({ level }) => level === "write") ?? [];
  const moves = steps
    .filter((step) => !onlyReads(step, hasSecrets))
    .map(({ name, line }) => ({ what: `"${name}"`, line }));
  const all = [
    ...writes.map(({ scope, line }) => ({ what: `${scope}: write`, line })),
    ...moves,
    ...(calls === undefined ? [] : [{ what: calls.reference, line: calls.line }]),
  ];
  return all.map(({ what, line }) => ({
    rule: "approval",
    line,
    message: `${what} is in job ${id}, in front of the approval, where nothing may move: plan there, move behind it.`,
  }));
}

/** Actions of this repository that never change anything, whatever they are given. */
const NEVER_MOVE = ["check-environment", "compute-beta-tag", "health-gate", "resolve-release"];

/** Actions of others that leave nothing outside the run. What is not here counts as moving. */
const HARMLESS = ["actions/checkout", "actions/upload-artifact"];

function onlyReads({ uses, inputs }: WorkflowStep, hasSecrets: boolean): boolean {
  // What a script does cannot be seen: it has the job's token, which may only read, and must have nothing beside it.
  if (uses === undefined) return !hasSecrets;
  const { reference } = uses;
  if (!reference.startsWith("$/actions/")) return HARMLESS.includes(reference.split("@")[0] ?? "");
  const action = reference.slice("$/actions/".length);
  if (action === "check-concurrent") return inputs["mode"] === "check";
  return NEVER_MOVE.includes(action) || inputs["dry-run"] === "true";
}
