import {
  closestName,
  configuration,
  parseInputs,
  type FairwayError,
  type Fields,
  type InputProblem,
  type InputsOf,
} from "@fairway/domain";

import { mask } from "./masks.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads, masks and checks all inputs at once. Throws one configuration error that names every bad input, every
 * contradiction and every unknown name, since the runner itself only warns of an input that no action declares.
 */
export function readInputs<F extends Fields>(
  action: { name: string; fields: F; check?: ((inputs: InputsOf<F>) => readonly InputProblem[]) | undefined },
  environment: Environment,
): InputsOf<F> {
  const given = givenInputs(environment, Object.keys(action.fields));
  for (const [name, field] of Object.entries(action.fields)) if (field.secret) mask(given.known[name] ?? "");
  const verdict = parseInputs(action.fields, given.known);
  const unknown = given.unknown.map((name) => unknownInput(name, Object.keys(action.fields)));
  if (verdict.kind === "invalid") throw refused(action.name, [...verdict.problems, ...unknown]);
  const problems = [...(action.check?.(verdict.inputs) ?? []), ...unknown];
  if (problems.length > 0) throw refused(action.name, problems);
  return verdict.inputs;
}

/** The runner gives each input as INPUT_<NAME>: upper case, spaces as underscores, hyphens kept. */
function givenInputs(
  environment: Environment,
  names: readonly string[],
): { known: Record<string, string>; unknown: string[] } {
  const byVariable = new Map(names.map((name) => [`INPUT_${name.toUpperCase()}`, name]));
  const known: Record<string, string> = {};
  const unknown: string[] = [];
  for (const [variable, value] of Object.entries(environment)) {
    if (!variable.startsWith("INPUT_") || value === undefined) continue;
    const name = byVariable.get(variable);
    if (name === undefined) unknown.push(variable.slice("INPUT_".length).toLowerCase());
    else known[name] = value;
  }
  return { known, unknown };
}

function unknownInput(name: string, known: readonly string[]): InputProblem {
  const near = closestName(name, known);
  const hint = near === undefined ? `the inputs are ${known.join(", ")}` : `did you mean ${near}?`;
  return { input: name, message: `is not an input of this action; ${hint}` };
}

function refused(action: string, problems: readonly InputProblem[]): FairwayError {
  const count = problems.length === 1 ? "1 input" : `${problems.length} inputs`;
  const list = problems.map(({ input, message }) => `- ${input}: ${message}`).join("\n");
  return configuration(
    "BAD_INPUTS",
    `${count} of ${action} refused; nothing was done.\n${list}`,
    `Correct the "with:" block of the step. Every input is described in actions/${action}/README.md.`,
  );
}
