import { convertToIfCondition } from "@actions/workflow-parser/model/converter/if-condition";
import { isSequence, isString } from "@actions/workflow-parser";
import type { TemplateContext } from "@actions/workflow-parser/templates/template-context";
import type { TemplateToken } from "@actions/workflow-parser/templates/tokens/template-token";
import { readPermissions } from "./permissions.ts";
import { entriesOf, literalText, literalTexts, optionalTemplate, readTemplate } from "./read-template.ts";
import type { Job, Step } from "./workflow.ts";
import { refuseUnknownKeys } from "./workflow-file-error.ts";

const JOB_KEYS = [
  "name",
  "needs",
  "if",
  "permissions",
  "concurrency",
  "runs-on",
  "env",
  "environment",
  "outputs",
  "timeout-minutes",
  "steps",
];
const CALL_KEYS = ["name", "needs", "if", "permissions", "concurrency", "uses", "with", "secrets"];
const STEP_KEYS = [
  "id",
  "name",
  "if",
  "env",
  "continue-on-error",
  "timeout-minutes",
  "uses",
  "with",
  "run",
  "shell",
  "working-directory",
];

/** A job of the file, with what is needed to read it. */
interface JobSource {
  readonly path: string;
  readonly id: string;
  readonly job: TemplateToken;
  readonly context: TemplateContext;
}

/**
 * Reads one job; an `if:` gets its implicit success() by GitHub's own rule. Throws WorkflowFileError for a key that does
 * not run here.
 */
export function readJob(source: JobSource): Job {
  const { path, id, job } = source;
  const keys = new Map(entriesOf(job, id));
  const isCall = keys.has("uses");
  refuseUnknownKeys(`${path}, job ${id},`, keys.keys(), isCall ? CALL_KEYS : JOB_KEYS);
  const permissions = keys.get("permissions");
  return {
    id,
    name: optionalTemplate(keys.get("name")),
    needs: literalTexts(keys.get("needs"), "needs"),
    condition: readCondition(keys.get("if"), source),
    permissions: permissions === undefined ? undefined : readPermissions(permissions),
    concurrency: optionalTemplate(keys.get("concurrency")),
    body: isCall ? readCall(keys) : readSteps(keys, source),
  };
}

function readCall(keys: ReadonlyMap<string, TemplateToken>): Job["body"] {
  const secrets = keys.get("secrets");
  const inherits = secrets !== undefined && isString(secrets) && secrets.value === "inherit";
  return {
    kind: "call",
    uses: literalText(keys.get("uses"), "uses") ?? "",
    inputs: optionalTemplate(keys.get("with")),
    secrets: inherits ? "inherit" : optionalTemplate(secrets),
  };
}

function readSteps(keys: ReadonlyMap<string, TemplateToken>, source: JobSource): Job["body"] {
  const steps = keys.get("steps");
  const items =
    steps === undefined || !isSequence(steps)
      ? []
      : Array.from({ length: steps.count }, (_, index) => steps.get(index));
  return {
    kind: "steps",
    env: optionalTemplate(keys.get("env")),
    environment: optionalTemplate(keys.get("environment")),
    outputs: optionalTemplate(keys.get("outputs")),
    timeoutMinutes: optionalTemplate(keys.get("timeout-minutes")),
    steps: items.map((step) => readStep(step, source)),
  };
}

function readStep(step: TemplateToken, source: JobSource): Step {
  const keys = new Map(entriesOf(step, "step"));
  refuseUnknownKeys(`${source.path}, job ${source.id}, step at line ${step.line ?? 0},`, keys.keys(), STEP_KEYS);
  return {
    id: literalText(keys.get("id"), "id"),
    name: optionalTemplate(keys.get("name")),
    condition: readCondition(keys.get("if"), source),
    env: optionalTemplate(keys.get("env")),
    continueOnError: optionalTemplate(keys.get("continue-on-error")),
    timeoutMinutes: optionalTemplate(keys.get("timeout-minutes")),
    body: readStepBody(keys),
  };
}

function readStepBody(keys: ReadonlyMap<string, TemplateToken>): Step["body"] {
  const run = keys.get("run");
  if (run === undefined) {
    return {
      kind: "action",
      uses: literalText(keys.get("uses"), "uses") ?? "",
      inputs: optionalTemplate(keys.get("with")),
    };
  }
  return {
    kind: "script",
    run: readTemplate(run),
    shell: literalText(keys.get("shell"), "shell"),
    workingDirectory: optionalTemplate(keys.get("working-directory")),
  };
}

function readCondition(token: TemplateToken | undefined, { context }: JobSource): string {
  if (token === undefined) return "success()";
  return convertToIfCondition(context, token)?.expression ?? "success()";
}
