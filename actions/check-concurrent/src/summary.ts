import { code, escapeMarkdown, table } from "@fairway/domain";

import type { CheckConcurrentResult } from "./check-concurrent.ts";
import type { CheckConcurrentInputs } from "./inputs.ts";

/** The job summary: whether this deployment may go on, and who is in its way. */
export function renderSummary({ outputs }: CheckConcurrentResult, inputs: CheckConcurrentInputs): string {
  const { environment, strategy } = inputs;
  if (outputs.outcome !== "rejected") {
    const heading = `### Lease of ${code(environment)}: ${outputs.outcome}\n`;
    return strategy === "lease" ? heading : `${heading}\nBest effort: decided from the list of runs, not by a lease.\n`;
  }
  const rows = [
    ["Held by", escapeMarkdown(outputs["holder-actor"])],
    ["Since", code(outputs["held-since"])],
    ["Run", escapeMarkdown(outputs["holder-url"])],
  ];
  const heading = `### Another ${escapeMarkdown(environment)} deployment is already in progress`;
  return `${heading}\n\nPlease wait for it to complete, then start this run again.\n\n${table(["", ""], rows)}\n`;
}
