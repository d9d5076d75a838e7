import { toText, type Scope, type Value } from "../expressions/evaluate.ts";
import { evaluateTemplate } from "../expressions/template.ts";
import type { InputDefinition } from "./workflow.ts";
import { WorkflowFileError } from "./workflow-file-error.ts";

/**
 * The values of `inputs.*`: what was given, checked against its type, else the default, else the empty value of the
 * type. Throws WorkflowFileError that lists every input that is unknown, missing or of another type.
 */
export function resolveInputs(
  where: string,
  definitions: readonly InputDefinition[],
  given: Readonly<Record<string, Value>>,
  scope: Scope,
): Record<string, Value> {
  const known = definitions.map(({ name }) => name);
  const problems = Object.keys(given)
    .filter((name) => !known.includes(name))
    .map((name) => `${name} is not an input; it knows ${known.join(", ") || "none"}`);
  const values: Record<string, Value> = {};
  for (const definition of definitions) {
    const value = valueOf(definition, given[definition.name], scope);
    const problem = problemOf(definition, value);
    if (problem === undefined) values[definition.name] = value ?? emptyOf(definition.type);
    else problems.push(`${definition.name} ${problem}`);
  }
  if (problems.length > 0) throw new WorkflowFileError(`${where} is given wrong inputs: ${problems.join("; ")}.`);
  return values;
}

function valueOf(definition: InputDefinition, given: Value | undefined, scope: Scope): Value | undefined {
  const value = given ?? (definition.default === undefined ? undefined : evaluateTemplate(definition.default, scope));
  if (value === undefined) return undefined;
  if (definition.type === "boolean") return toText(value) === "true" ? true : toText(value) === "false" ? false : value;
  if (definition.type === "number") return toText(value).trim() === "" ? value : Number(toText(value));
  return toText(value);
}

function problemOf(definition: InputDefinition, value: Value | undefined): string | undefined {
  if (value === undefined) return definition.required ? "is required and not given" : undefined;
  const { type, options } = definition;
  if (type === "boolean" && typeof value !== "boolean") return `must be true or false, and is ${JSON.stringify(value)}`;
  if (type === "number" && !Number.isFinite(value)) return `must be a number, and is ${JSON.stringify(value)}`;
  if (options !== undefined && !options.includes(toText(value)))
    return `must be one of ${options.join(", ")}, and is ${JSON.stringify(value)}`;
  return undefined;
}

function emptyOf(type: InputDefinition["type"]): Value {
  if (type === "boolean") return false;
  return type === "number" ? 0 : "";
}
