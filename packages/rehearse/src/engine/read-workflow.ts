import { convertWorkflowTemplate, isMapping, NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import type { TemplateToken } from "@actions/workflow-parser/templates/tokens/template-token";
import { readPermissions } from "./permissions.ts";
import { readCallInterface, readDispatchInputs } from "./read-events.ts";
import { readJob } from "./read-job.ts";
import { entriesOf, literalText, literalTexts, optionalTemplate } from "./read-template.ts";
import type { Workflow } from "./workflow.ts";
import { refuseUnknownKeys, WorkflowFileError } from "./workflow-file-error.ts";

const WORKFLOW_KEYS = ["name", "run-name", "on", "env", "permissions", "concurrency", "jobs"];

/**
 * Parses a workflow file with GitHub's own parser and schema. Throws WorkflowFileError with every error that the parser
 * finds, or with the name of a key that GitHub knows and this engine does not run (`strategy`, `container` ...).
 */
export async function readWorkflow(path: string, content: string): Promise<Workflow> {
  const { context, value } = parseWorkflow({ name: path, content }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  const errors = context.errors.getErrors();
  if (errors.length > 0 || value === undefined) {
    throw new WorkflowFileError(
      [`${path} is not a valid workflow:`, ...errors.map((error) => `  ${error.message}`)].join("\n"),
    );
  }
  const keys = new Map(entriesOf(value, path));
  refuseUnknownKeys(path, keys.keys(), WORKFLOW_KEYS);
  const events = readEvents(keys.get("on"));
  const permissions = keys.get("permissions");
  return {
    path,
    name: literalText(keys.get("name"), "name") ?? path,
    dispatch: events.has("workflow_dispatch")
      ? { inputs: readDispatchInputs(events.get("workflow_dispatch")) }
      : undefined,
    call: events.has("workflow_call") ? readCallInterface(events.get("workflow_call")) : undefined,
    env: optionalTemplate(keys.get("env")),
    permissions: permissions === undefined ? undefined : readPermissions(permissions),
    concurrency: optionalTemplate(keys.get("concurrency")),
    jobs: entriesOf(keys.get("jobs"), "jobs").map(([id, job]) => readJob({ path, id, job, context })),
  };
}

/** `on:` is one event, a list of them, or a mapping of events to their settings. */
function readEvents(on: TemplateToken | undefined): Map<string, TemplateToken | undefined> {
  if (on !== undefined && isMapping(on)) return new Map(entriesOf(on, "on"));
  return new Map(literalTexts(on, "on").map((event) => [event, undefined]));
}
