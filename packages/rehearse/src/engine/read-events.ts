import type { TemplateToken } from "@actions/workflow-parser/templates/tokens/template-token";
import { entriesOf, literalText, literalTexts, optionalTemplate, readTemplate, type Entry } from "./read-template.ts";
import type { CallInterface, InputDefinition } from "./workflow.ts";
import type { WorkflowLanguage } from "./workflow-language.ts";

/** The inputs of `on.workflow_dispatch`. */
export function readDispatchInputs(event: TemplateToken | undefined, language: WorkflowLanguage): InputDefinition[] {
  const keys = new Map(entriesOf(event, "workflow_dispatch", language));
  return readInputs(keys.get("inputs"), language);
}

/** The inputs, secrets and outputs of `on.workflow_call`. */
export function readCallInterface(event: TemplateToken | undefined, language: WorkflowLanguage): CallInterface {
  const keys = new Map(entriesOf(event, "workflow_call", language));
  const secrets = entriesOf(keys.get("secrets"), "secrets", language).map(([name, token]) => {
    const required = new Map(entriesOf(token, name, language)).get("required");
    return { name, required: literalText(required, "required") === "true" };
  });
  const outputs = entriesOf(keys.get("outputs"), "outputs", language).flatMap(([name, token]) => {
    const value = new Map(entriesOf(token, name, language)).get("value");
    return value === undefined ? [] : [[name, readTemplate(value, language)] as const];
  });
  return { inputs: readInputs(keys.get("inputs"), language), secrets, outputs };
}

function readInputs(token: TemplateToken | undefined, language: WorkflowLanguage): InputDefinition[] {
  return entriesOf(token, "inputs", language).map((entry) => readInput(entry, language));
}

function readInput([name, token]: Entry, language: WorkflowLanguage): InputDefinition {
  const keys = new Map(entriesOf(token, name, language));
  const options = keys.get("options");
  return {
    name,
    type: (literalText(keys.get("type"), "type") ?? "string") as InputDefinition["type"],
    required: literalText(keys.get("required"), "required") === "true",
    default: optionalTemplate(keys.get("default"), language),
    options: options === undefined ? undefined : literalTexts(options, "options", language),
  };
}
