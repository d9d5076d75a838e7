import { code, escapeMarkdown } from "@fairway/domain";

import type { CheckEnvironmentResult } from "./check-environment.ts";
import type { CheckEnvironmentInputs } from "./inputs.ts";

/** The job summary: whether a person will be asked, and for each thing that is missing what to click. */
export function renderSummary(
  { outputs, lacks }: CheckEnvironmentResult,
  { environment }: CheckEnvironmentInputs,
): string {
  const why = lacks.map(
    ({ message, nextStep = "" }) => `\n${escapeMarkdown(message)}.\n\n**Next:** ${escapeMarkdown(nextStep, 1000)}\n`,
  );
  return `### Environment ${code(environment)}: ${outputs.outcome}\n${why.join("")}`;
}
