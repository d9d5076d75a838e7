import type { ActionMetadata } from "./action-metadata.ts";

/** The INPUT_* variables of one step, and the inputs that action.yml does not declare (the runner warns and passes them). */
export interface InputVariables {
  readonly variables: Record<string, string>;
  readonly unexpected: string[];
}

/**
 * Names become INPUT_<NAME>: upper case, spaces as underscores, hyphens kept. Names match without regard to case. What
 * the step does not give comes from the default in action.yml, evaluated; an input without default is an empty string.
 */
export function inputVariables(
  metadata: ActionMetadata,
  given: Readonly<Record<string, string>>,
  evaluateDefault: (text: string) => string,
): InputVariables {
  const variables: Record<string, string> = {};
  for (const [name, input] of metadata.inputs) {
    variables[variableName(name)] = input.default === undefined ? "" : evaluateDefault(input.default);
  }
  const declared = new Set([...metadata.inputs.keys()].map((name) => name.toLowerCase()));
  for (const [name, value] of Object.entries(given)) variables[variableName(name)] = value;
  return { variables, unexpected: Object.keys(given).filter((name) => !declared.has(name.toLowerCase())) };
}

function variableName(name: string): string {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}
