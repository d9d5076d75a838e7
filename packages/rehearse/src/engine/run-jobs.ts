import { evaluateExpression, isTruthy, type Scope } from "../expressions/evaluate.ts";
import { evaluateText } from "../expressions/template.ts";
import { ancestorsOf } from "./job-graph.ts";
import type { JobEnd, JobsToRun } from "./job-place.ts";
import { runCall } from "./run-call.ts";
import type { Conclusion } from "./run-events.ts";
import { runJob } from "./run-job.ts";
import type { Job } from "./workflow.ts";

/** Runs every job as soon as the jobs it needs have ended, several at once where the graph allows it. */
export async function runJobs(jobs: JobsToRun): Promise<{ conclusion: Conclusion; ends: ReadonlyMap<string, JobEnd> }> {
  const { workflow } = jobs.loaded;
  tellConcurrency(jobs);
  const running = new Map<string, Promise<JobEnd>>();
  const ends = new Map<string, JobEnd>();
  const start = (id: string): Promise<JobEnd> => {
    const known = running.get(id);
    if (known !== undefined) return known;
    const job = workflow.jobs.find((candidate) => candidate.id === id);
    if (job === undefined) throw new Error(`No job is called ${id}.`);
    const promise = Promise.all(job.needs.map(start)).then(async () => {
      const end = await runOne(jobs, job, ends);
      ends.set(id, end);
      return end;
    });
    running.set(id, promise);
    return promise;
  };
  await Promise.all(workflow.jobs.map(({ id }) => start(id)));
  return { conclusion: overall([...ends.values()].map(({ conclusion }) => conclusion)), ends };
}

async function runOne(jobs: JobsToRun, job: Job, ends: ReadonlyMap<string, JobEnd>): Promise<JobEnd> {
  const { request, loaded, prefix } = jobs;
  const needs = Object.fromEntries(
    job.needs.map((id) => [
      id,
      { result: ends.get(id)?.conclusion ?? "skipped", outputs: ends.get(id)?.outputs ?? {} },
    ]),
  );
  const contexts = { ...jobs.contexts, needs };
  let name = `${prefix}${job.id}`;
  try {
    if (job.name !== undefined) name = `${prefix}${evaluateText(job.name, { contexts })}`;
    if (request.signal.aborted) return ended("cancelled", undefined);
    const ancestors = [...ancestorsOf(loaded.workflow.jobs, job.id)].map((id) => ends.get(id)?.conclusion ?? "skipped");
    if (!isWanted(job, contexts, ancestors)) return ended("skipped", undefined);
    if (job.concurrency !== undefined)
      request.report({ kind: "concurrency", where: name, group: groupOf(job.concurrency, { contexts }) });
    const place = { jobs, job, name, contexts };
    return job.body.kind === "call" ? await runCall(place, job.body, runJobs) : await runJob(place, job.body);
  } catch (error) {
    return ended("failure", error instanceof Error ? error.message : String(error));
  }

  function ended(conclusion: Conclusion, problem: string | undefined): JobEnd {
    request.report({ kind: "job-completed", job: { name, conclusion, outputs: {}, steps: [], problem } });
    return { conclusion, outputs: {} };
  }
}

function isWanted(job: Job, contexts: Scope["contexts"], ancestors: readonly Conclusion[]): boolean {
  const status = {
    success: ancestors.every((conclusion) => conclusion === "success"),
    failure: ancestors.includes("failure"),
    cancelled: ancestors.includes("cancelled"),
  };
  return isTruthy(evaluateExpression(job.condition, { contexts, status }));
}

function overall(conclusions: readonly Conclusion[]): Conclusion {
  for (const worst of ["failure", "cancelled"] as const) if (conclusions.includes(worst)) return worst;
  return conclusions.includes("success") ? "success" : "skipped";
}

function tellConcurrency({ request, loaded, contexts }: JobsToRun): void {
  const { concurrency, path } = loaded.workflow;
  if (concurrency !== undefined)
    request.report({ kind: "concurrency", where: path, group: groupOf(concurrency, { contexts }) });
}

function groupOf(concurrency: NonNullable<Job["concurrency"]>, scope: Scope): string {
  if (concurrency.kind !== "mapping") return evaluateText(concurrency, scope);
  const group = concurrency.entries.find(([key]) => key === "group")?.[1];
  return group === undefined ? "" : evaluateText(group, scope);
}
