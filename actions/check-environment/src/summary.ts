import { code, escapeMarkdown, joinParts, renderNextStep } from "@fairway/domain";

import type { CheckEnvironmentResult } from "./check-environment.ts";
import type { CheckEnvironmentInputs } from "./inputs.ts";

/**
 * The job summary: whether a person will be asked, and for each thing that is missing what to click. What is right is one
 * line.
 */
export function renderSummary(
  { outputs, lacks }: CheckEnvironmentResult,
  { environment }: CheckEnvironmentInputs,
): string {
  const told = `Environment ${code(environment)}: ${outputs.outcome}`;
  if (lacks.length === 0) return joinParts([`${told}.`]);
  const why = lacks.flatMap(({ message, nextStep }) => [`${escapeMarkdown(message)}.`, renderNextStep(nextStep)]);
  return joinParts([`### ${told}`, ...why]);
}
