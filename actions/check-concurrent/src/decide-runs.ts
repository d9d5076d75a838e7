import type { CheckConcurrentInputs } from "./inputs.ts";
import type { RunJob, WorkflowRun } from "./ports.ts";

/** One job of a run, as a contender. The order of the three numbers is the order in which contenders go. */
export interface Rival {
  readonly run: WorkflowRun;
  readonly job: RunJob;
}

export type RunsTurn = { readonly kind: "proceed" } | { readonly kind: "reject"; readonly holder: WorkflowRun };

/** What a job does about the lease: it has it, it waits to decide, or it is out of the way. */
export type Standing = "holds" | "contends" | "out";

/**
 * Whose turn it is, from the jobs of all open runs of the same workflow file: nobody's while another job holds, otherwise
 * that of the contender with the lowest run, attempt and job. Our own job may be among them.
 */
export function decideRuns(me: Rival, rivals: readonly Rival[], guard: Guard): RunsTurn {
  const others = rivals.filter(({ job }) => job.id !== me.job.id);
  const holder = others.find((rival) => standingOf(rival, guard) === "holds");
  const [first = me] = [me, ...others.filter((rival) => standingOf(rival, guard) === "contends")].sort(byOrder);
  const ahead = holder ?? (first === me ? undefined : first);
  return ahead === undefined ? { kind: "proceed" } : { kind: "reject", holder: ahead.run };
}

export interface Guard {
  /** Name of the step that contends, equal in every run. */
  readonly step: string;
  /** Whether a lease ends with its run or with its job. */
  readonly scope: CheckConcurrentInputs["scope"];
}

/** Where a job stands, from its guard step: success holds until the run or job ends, anything else that ended is out. */
export function standingOf({ run, job }: Rival, { step, scope }: Guard): Standing {
  const found = job.steps.find(({ name }) => name === step);
  if (found === undefined || run.completed) return "out";
  if (found.state === "in-progress") return job.completed ? "out" : "contends";
  if (found.state !== "succeeded") return "out";
  return scope === "job" && job.completed ? "out" : "holds";
}

function byOrder(one: Rival, other: Rival): number {
  const differences = orderOf(one).map((number, place) => number - (orderOf(other)[place] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}

function orderOf({ run, job }: Rival): number[] {
  return [run.run, run.attempt, job.id].map(Number);
}
