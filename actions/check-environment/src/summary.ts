import { code, escapeMarkdown } from "@fairway/domain";

import type { CheckEnvironmentResult } from "./check-environment.ts";
import type { CheckEnvironmentInputs } from "./inputs.ts";

/** The job summary: whether a person will be asked. */
export function renderSummary(
  { outputs, failure }: CheckEnvironmentResult,
  { environment }: CheckEnvironmentInputs,
): string {
  const why =
    failure === undefined
      ? ""
      : `\n${escapeMarkdown(failure.message)}.\n\n**Next:** ${escapeMarkdown(failure.nextStep ?? "")}\n`;
  return `### Environment ${code(environment)}: ${outputs.outcome}\n${why}`;
}
