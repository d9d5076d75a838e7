import type { RunJob, RunList, RunStep, WorkflowRun } from "../ports.ts";

type StepState = RunStep["state"];

export interface SeenRun {
  readonly run: string;
  readonly attempt?: string;
  readonly workflow?: string;
  readonly job?: string;
}

/** Runs of workflows as GitHub lists them: what happened is seen some time later. Every run has one job with a guard step. */
export interface LaggingRuns {
  /** The run came to its guard step now. */
  begin(run: SeenRun): void;
  /** Its guard step ended now. */
  end(run: string, state: "succeeded" | "ended"): void;
  /** The whole run completed now. */
  complete(run: string): void;
  /** What a reader sees whose answers are as old as `lagMs` says at each read. */
  seenWith(lagMs: () => number): RunList;
}

interface Change {
  readonly at: number;
  readonly run: Required<SeenRun>;
  readonly state: StepState;
  readonly completed: boolean;
}

/** No runs yet; `now` tells the time in milliseconds. */
export function createLaggingRuns(guardStep: string, now: () => number): LaggingRuns {
  const changes: Change[] = [];
  const last = (run: string, at = Infinity) => changes.findLast((change) => change.run.run === run && change.at <= at);
  const change = (run: string, changed: Partial<Change>) => {
    const before = last(run);
    if (before === undefined) throw new Error(`no run ${run} began`);
    changes.push({ ...before, at: now(), ...changed });
  };
  return {
    begin: ({ run, attempt = "1", workflow = "7", job = `${run}00` }) => {
      changes.push({ at: now(), run: { run, attempt, workflow, job }, state: "in-progress", completed: false });
    },
    end: (run, state) => change(run, { state }),
    complete: (run) => change(run, { completed: true }),
    seenWith: (lagMs) => ({
      run: (id) => {
        const seen = last(id, now() - lagMs());
        return Promise.resolve(seen && renderRun(seen));
      },
      recentRuns: (workflow) => {
        const at = now() - lagMs();
        const ids = [...new Set(changes.map(({ run }) => run.run))];
        const seen = ids.flatMap((id) => last(id, at) ?? []);
        return Promise.resolve(seen.filter(({ run }) => run.workflow === workflow).map(renderRun));
      },
      jobsOf: ({ run }) => {
        const seen = last(run, now() - lagMs());
        return Promise.resolve(seen === undefined ? [] : [renderJob(seen, guardStep)]);
      },
    }),
  };
}

function renderRun({ run: { run, attempt, workflow }, completed }: Change): WorkflowRun {
  const url = `https://github.com/acme/shop/actions/runs/${run}`;
  return { run, attempt, workflow, completed, actor: "octocat", url, at: "2026-01-01T00:00:00Z" };
}

function renderJob({ run, state, completed }: Change, name: string): RunJob {
  return { id: run.job, completed, steps: [{ name, state }] };
}
