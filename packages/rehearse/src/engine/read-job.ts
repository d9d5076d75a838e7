import type { TemplateContext } from "@actions/workflow-parser/templates/template-context";
import type { TemplateToken } from "@actions/workflow-parser/templates/tokens/template-token";
import { readPermissions } from "./permissions.ts";
import { entriesOf, literalText, literalTexts, optionalTemplate, readTemplate } from "./read-template.ts";
import type { Job, Step } from "./workflow.ts";
import { refuseUnknownKeys } from "./workflow-file-error.ts";
import type { WorkflowLanguage } from "./workflow-language.ts";

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
  readonly language: WorkflowLanguage;
}

/** Reads one job; an `if:` gets its implicit success() by GitHub's own rule. Throws WorkflowFileError for a key that does not run here. */
export function readJob(source: JobSource): Job {
  const { path, id, job, language } = source;
  const keys = new Map(entriesOf(job, id, language));
  const isCall = keys.has("uses");
  refuseUnknownKeys(`${path}, job ${id},`, keys.keys(), isCall ? CALL_KEYS : JOB_KEYS);
  const permissions = keys.get("permissions");
  return {
    id,
    name: optionalTemplate(keys.get("name"), language),
    needs: literalTexts(keys.get("needs"), "needs", language),
    condition: readCondition(keys.get("if"), source),
    permissions: permissions === undefined ? undefined : readPermissions(permissions, language),
    concurrency: optionalTemplate(keys.get("concurrency"), language),
    body: isCall ? readCall(keys, language) : readSteps(keys, source),
  };
}

function readCall(keys: ReadonlyMap<string, TemplateToken>, language: WorkflowLanguage): Job["body"] {
  const secrets = keys.get("secrets");
  const inherits = secrets !== undefined && language.parser.isString(secrets) && secrets.value === "inherit";
  return {
    kind: "call",
    uses: literalText(keys.get("uses"), "uses") ?? "",
    inputs: optionalTemplate(keys.get("with"), language),
    secrets: inherits ? "inherit" : optionalTemplate(secrets, language),
  };
}

function readSteps(keys: ReadonlyMap<string, TemplateToken>, source: JobSource): Job["body"] {
  const { language } = source;
  const steps = keys.get("steps");
  const items =
    steps === undefined || !language.parser.isSequence(steps)
      ? []
      : Array.from({ length: steps.count }, (_, index) => steps.get(index));
  return {
    kind: "steps",
    env: optionalTemplate(keys.get("env"), language),
    environment: optionalTemplate(keys.get("environment"), language),
    outputs: optionalTemplate(keys.get("outputs"), language),
    timeoutMinutes: optionalTemplate(keys.get("timeout-minutes"), language),
    steps: items.map((step) => readStep(step, source)),
  };
}

function readStep(step: TemplateToken, source: JobSource): Step {
  const { language } = source;
  const keys = new Map(entriesOf(step, "step", language));
  refuseUnknownKeys(`${source.path}, job ${source.id}, step at line ${step.line ?? 0},`, keys.keys(), STEP_KEYS);
  return {
    id: literalText(keys.get("id"), "id"),
    name: optionalTemplate(keys.get("name"), language),
    condition: readCondition(keys.get("if"), source),
    env: optionalTemplate(keys.get("env"), language),
    continueOnError: optionalTemplate(keys.get("continue-on-error"), language),
    timeoutMinutes: optionalTemplate(keys.get("timeout-minutes"), language),
    body: readStepBody(keys, language),
  };
}

function readStepBody(keys: ReadonlyMap<string, TemplateToken>, language: WorkflowLanguage): Step["body"] {
  const run = keys.get("run");
  if (run === undefined) {
    return {
      kind: "action",
      uses: literalText(keys.get("uses"), "uses") ?? "",
      inputs: optionalTemplate(keys.get("with"), language),
    };
  }
  return {
    kind: "script",
    run: readTemplate(run, language),
    shell: literalText(keys.get("shell"), "shell"),
    workingDirectory: optionalTemplate(keys.get("working-directory"), language),
  };
}

function readCondition(token: TemplateToken | undefined, { context, language }: JobSource): string {
  if (token === undefined) return "success()";
  return language.conditions.convertToIfCondition(context, token)?.expression ?? "success()";
}
