import { upstream } from "@fairway/domain";

import { decideRuns, type Guard, type Rival } from "./decide-runs.ts";
import type { CheckConcurrentInputs } from "./inputs.ts";
import type { CheckConcurrentPorts, WorkflowRun } from "./ports.ts";

export type RunsVerdict = { readonly kind: "acquired" } | { readonly kind: "rejected"; readonly holder: WorkflowRun };

/**
 * Whoever started this long ago is taken to be visible, with its guard step; it is right while answers lag less than half
 * of it.
 */
export const STALENESS_MS = 15_000;
const LIST_READS = 2;
const OWN_STEP_READS = 5;
const OWN_STEP_PAUSE_MS = 2000;

/**
 * Lets a run through when no other open run of the same workflow file has passed this step, and none that is at it now has
 * a lower number. Best effort: GitHub's list of runs lags, by how much nobody promises, so two may pass; `strategy: lease`
 * cannot go wrong that way.
 */
export async function guardByRuns(inputs: CheckConcurrentInputs, ports: CheckConcurrentPorts): Promise<RunsVerdict> {
  const { clock, log, signal } = ports;
  log.notice(
    "strategy runs is best effort: it decides from GitHub's list of runs, which lags; strategy lease is exact",
  );
  log.info(`waiting ${STALENESS_MS / 1000} s, so that runs that started at the same time can be seen`);
  await clock.sleep(STALENESS_MS, signal);
  const { me, guard } = await ownStep(inputs, ports);
  const rivals = await readRivals(me.run, ports);
  const turn = decideRuns(me, rivals, guard);
  return turn.kind === "proceed" ? { kind: "acquired" } : { kind: "rejected", holder: turn.holder };
}

/** The step that runs now in our own job is this one; its name is what the other runs are searched for. */
async function ownStep(
  { jobId = "", scope }: CheckConcurrentInputs,
  { clock, me, runList, signal }: CheckConcurrentPorts,
): Promise<{ me: Rival; guard: Guard }> {
  for (let read = 1; read <= OWN_STEP_READS; read += 1) {
    const run = await runList.run(me.run);
    const jobs = run === undefined ? [] : await runList.jobsOf(run);
    const job = jobs.find(({ id }) => id === jobId);
    const step = job?.steps.find(({ state }) => state === "in-progress");
    if (run !== undefined && job !== undefined && step !== undefined)
      return { me: { run, job }, guard: { step: step.name, scope } };
    await clock.sleep(OWN_STEP_PAUSE_MS, signal);
  }
  throw upstream("OWN_STEP_UNKNOWN", `GitHub does not show which step of job ${jobId} in ${me.url} runs now`, {
    nextStep: "Run the job again; nothing was deployed. If it stays so, use strategy: lease.",
  });
}

/**
 * The jobs of every run of the same workflow that is still open, ours among them. A run counts when one of two lists shows
 * it open, and no longer when its own page says that it has completed.
 */
async function readRivals(own: WorkflowRun, { runList, log }: CheckConcurrentPorts): Promise<Rival[]> {
  const open = new Map([[own.run, own]]);
  for (let read = 1; read <= LIST_READS; read += 1) {
    for (const run of await runList.recentRuns(own.workflow)) if (!run.completed) open.set(run.run, run);
  }
  const rivals: Rival[] = [];
  for (const listed of open.values()) {
    const run = (await runList.run(listed.run)) ?? listed;
    if (run.completed) continue;
    const jobs = await runList.jobsOf(run);
    rivals.push(...jobs.map((job) => ({ run, job })));
  }
  log.info(`${open.size - 1} other runs of this workflow are open`);
  return rivals;
}
