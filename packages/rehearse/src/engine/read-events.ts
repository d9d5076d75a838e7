import type { TemplateToken } from "@actions/workflow-parser/templates/tokens/template-token";
import { entriesOf, literalText, literalTexts, optionalTemplate, readTemplate, type Entry } from "./read-template.ts";
import type { CallInterface, InputDefinition } from "./workflow.ts";

/** The inputs of `on.workflow_dispatch`. */
export function readDispatchInputs(event: TemplateToken | undefined): InputDefinition[] {
  const keys = new Map(entriesOf(event, "workflow_dispatch"));
  return readInputs(keys.get("inputs"));
}

/** The inputs, secrets and outputs of `on.workflow_call`. */
export function readCallInterface(event: TemplateToken | undefined): CallInterface {
  const keys = new Map(entriesOf(event, "workflow_call"));
  const secrets = entriesOf(keys.get("secrets"), "secrets").map(([name, token]) => {
    const required = new Map(entriesOf(token, name)).get("required");
    return { name, required: literalText(required, "required") === "true" };
  });
  const outputs = entriesOf(keys.get("outputs"), "outputs").flatMap(([name, token]) => {
    const value = new Map(entriesOf(token, name)).get("value");
    return value === undefined ? [] : [[name, readTemplate(value)] as const];
  });
  return { inputs: readInputs(keys.get("inputs")), secrets, outputs };
}

function readInputs(token: TemplateToken | undefined): InputDefinition[] {
  return entriesOf(token, "inputs").map((entry) => readInput(entry));
}

function readInput([name, token]: Entry): InputDefinition {
  const keys = new Map(entriesOf(token, name));
  const options = keys.get("options");
  return {
    name,
    type: (literalText(keys.get("type"), "type") ?? "string") as InputDefinition["type"],
    required: literalText(keys.get("required"), "required") === "true",
    default: optionalTemplate(keys.get("default")),
    options: options === undefined ? undefined : literalTexts(options, "options"),
  };
}
