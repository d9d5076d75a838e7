import { resolveInputs } from "./call-inputs.ts";
import { githubContext } from "./github-context.ts";
import { loadRun } from "./load-run.ts";
import type { Conclusion, JobRecord } from "./run-events.ts";
import { runJobs } from "./run-jobs.ts";
import type { RunRequest } from "./run-request.ts";

/** How a whole run ended. */
export interface RunRecord {
  readonly workflow: string;
  readonly id: number;
  readonly url: string;
  readonly conclusion: Exclude<Conclusion, "skipped">;
  readonly jobs: readonly JobRecord[];
}

/**
 * Runs a caller workflow and everything that it calls. Throws WorkflowFileError before anything starts when a file is
 * not valid or cannot run here; everything after that ends in the record.
 */
export async function runWorkflow(request: RunRequest): Promise<RunRecord> {
  const loaded = await loadRun(request);
  const { workflow } = loaded;
  const inputs = resolveInputs(workflow.path, workflow.dispatch?.inputs ?? [], request.event.inputs, { contexts: {} });
  const github = githubContext(request, workflow);
  const jobs: JobRecord[] = [];
  request.report({ kind: "run-started", workflow: workflow.name, url: request.host.run.url });
  const end = await runJobs({
    request: {
      ...request,
      report: (event) => (event.kind === "job-completed" ? keep(event.job) : request.report(event)),
    },
    loaded,
    prefix: "",
    contexts: { github, inputs, vars: request.variables },
    secrets: request.secrets,
  });
  const conclusion = end.conclusion === "skipped" ? "success" : end.conclusion;
  request.report({ kind: "run-completed", conclusion });
  return { workflow: workflow.name, id: request.host.run.id, url: request.host.run.url, conclusion, jobs };

  function keep(job: JobRecord): void {
    jobs.push(job);
    request.report({ kind: "job-completed", job });
  }
}
