import { readFileSync } from "node:fs";
import { join } from "node:path";
import { missingPermissions } from "./permissions.ts";
import { readWorkflow } from "./read-workflow.ts";
import type { CalledRepository, RunRequest } from "./run-request.ts";
import type { CallBody, Job, Permissions, Workflow } from "./workflow.ts";
import { WorkflowFileError } from "./workflow-file-error.ts";

/** A workflow with the workflows that its jobs call, by job id. */
export interface LoadedWorkflow {
  readonly workflow: Workflow;
  readonly calls: ReadonlyMap<string, LoadedWorkflow>;
  /** What each job's token may do, by job id. */
  readonly permissions: ReadonlyMap<string, Permissions>;
}

/** What GITHUB_TOKEN may do when neither workflow nor job says it, in a repository with the restricted default. */
const DEFAULT_PERMISSIONS: Permissions = { contents: "read", packages: "read" };

/** GitHub follows calls four levels deep below the caller. */
const CALL_DEPTH_LIMIT = 4;

/**
 * Reads the caller and everything that it calls before any job starts, as GitHub does. Throws WorkflowFileError for a
 * workflow that cannot be found or called, a secret that is missing, and permissions that the caller does not grant.
 */
export async function loadRun(request: Pick<RunRequest, "caller" | "called">): Promise<LoadedWorkflow> {
  const workflow = await readWorkflow(request.caller.path, request.caller.content);
  if (workflow.dispatch === undefined)
    throw new WorkflowFileError(`${workflow.path} cannot be started by hand: it has no workflow_dispatch.`);
  return loadCalls(workflow, request.called, DEFAULT_PERMISSIONS, 0);
}

async function loadCalls(
  workflow: Workflow,
  called: CalledRepository,
  granted: Permissions,
  depth: number,
): Promise<LoadedWorkflow> {
  const calls = new Map<string, LoadedWorkflow>();
  const permissions = new Map<string, Permissions>();
  for (const job of workflow.jobs) {
    const own = job.permissions ?? workflow.permissions ?? granted;
    const missing = depth === 0 ? [] : missingPermissions(own, granted);
    if (missing.length > 0) {
      throw new WorkflowFileError(
        `${workflow.path}, job ${job.id}, asks for ${missing.join(", ")}, which the calling job does not grant. Add it to the caller's permissions.`,
      );
    }
    permissions.set(job.id, own);
    if (job.body.kind === "call")
      calls.set(job.id, await loadCall(job, job.body, { called, granted: own, depth: depth + 1 }));
  }
  return { workflow, calls, permissions };
}

async function loadCall(
  job: Job,
  body: CallBody,
  place: { called: CalledRepository; granted: Permissions; depth: number },
): Promise<LoadedWorkflow> {
  if (place.depth > CALL_DEPTH_LIMIT)
    throw new WorkflowFileError(`Job ${job.id} calls deeper than ${CALL_DEPTH_LIMIT} levels.`);
  const path = pathOf(body.uses, place.called.fullName);
  const workflow = await readWorkflow(path, readFileSync(join(place.called.root, path), "utf8"));
  if (workflow.call === undefined)
    throw new WorkflowFileError(`Job ${job.id} calls ${path}, which has no workflow_call.`);
  checkSecrets(job, body, workflow);
  return loadCalls(workflow, place.called, place.granted, place.depth);
}

/** `owner/name/.github/workflows/x.yml@ref` of the repository under test, or `./.github/workflows/x.yml`. */
function pathOf(uses: string, fullName: string): string {
  if (uses.startsWith("./") || uses.startsWith("$/")) return uses.slice(2);
  const [path = "", ref] = uses.split("@");
  if (ref !== undefined && path.startsWith(`${fullName}/`)) return path.slice(fullName.length + 1);
  throw new WorkflowFileError(
    `${uses} is not a workflow of ${fullName}, the repository under test; no other can be called here.`,
  );
}

function checkSecrets(job: Job, body: CallBody, workflow: Workflow): void {
  if (body.secrets === "inherit") return;
  const given = body.secrets?.kind === "mapping" ? body.secrets.entries.map(([name]) => name) : [];
  const declared = workflow.call?.secrets ?? [];
  const unknown = given.filter((name) => !declared.some((secret) => secret.name === name));
  const missing = declared.filter(({ name, required }) => required && !given.includes(name)).map(({ name }) => name);
  if (unknown.length > 0)
    throw new WorkflowFileError(
      `Job ${job.id} gives ${unknown.join(", ")}, which ${workflow.path} does not declare as a secret. It takes ${declared.map(({ name }) => name).join(", ") || "none"}: correct the name.`,
    );
  if (missing.length > 0)
    throw new WorkflowFileError(
      `Job ${job.id} does not give the secret ${missing.join(", ")}, which ${workflow.path} requires.`,
    );
}
