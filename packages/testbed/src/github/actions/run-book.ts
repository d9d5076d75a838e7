import type { RunRecord, WorkflowRecord } from "../records.ts";
import type { Repository } from "../site.ts";
import { newAttempt } from "./run-transitions.ts";

export interface RunRequest {
  /** Path of the workflow file, as in `.github/workflows/deploy.yml`. */
  readonly workflow: string;
  readonly event: string;
  readonly actor: string;
  readonly headSha: string;
  /** The default branch unless told. */
  readonly headBranch?: string;
  /** What the run list shows; the workflow's name unless told. */
  readonly title?: string;
  /** Name of the run's native concurrency group, for the endpoints that list those. */
  readonly concurrencyGroup?: string;
}

/** Adds a run, queued, and its workflow when that is new. */
export function addRun(repository: Repository, request: RunRequest): RunRecord {
  const workflow = openWorkflow(repository, request.workflow);
  const { runs } = repository.view().record;
  const now = repository.site.now();
  const run: RunRecord = {
    id: repository.site.nextId(),
    workflowId: workflow.id,
    number: runs.filter((other) => other.workflowId === workflow.id).length + 1,
    event: request.event,
    actor: request.actor,
    headSha: request.headSha,
    headBranch: request.headBranch ?? repository.defaultBranch,
    title: request.title ?? workflow.name,
    concurrencyGroup: request.concurrencyGroup,
    createdAt: now,
    attempts: [newAttempt(1, request.actor, now)],
    approvals: [],
  };
  repository.update({ runs: [run, ...runs] });
  return run;
}

/** The run as it is now. Throws for an id that no run has. */
export function runById(repository: Repository, id: number): RunRecord {
  const run = repository.view().record.runs.find((other) => other.id === id);
  if (run === undefined) throw new Error(`${repository.fullName} has no run ${id}`);
  return run;
}

/** Replaces a run by its changed self. */
export function updateRun(repository: Repository, id: number, change: (run: RunRecord) => RunRecord): void {
  const changed = change(runById(repository, id));
  repository.update({ runs: repository.view().record.runs.map((run) => (run.id === id ? changed : run)) });
}

function openWorkflow(repository: Repository, path: string): WorkflowRecord {
  const { workflows } = repository.view().record;
  const known = workflows.find((workflow) => workflow.path === path);
  if (known !== undefined) return known;
  const name = path.replace(/^.*\//, "").replace(/\.ya?ml$/, "");
  const workflow = { id: repository.site.nextId(), path, name, createdAt: repository.site.now() };
  repository.update({ workflows: [...workflows, workflow] });
  return workflow;
}
