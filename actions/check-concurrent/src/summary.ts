import { code, escapeMarkdown, facts, joinParts, link } from "@fairway/domain";

import type { CheckConcurrentResult } from "./check-concurrent.ts";
import type { CheckConcurrentInputs } from "./inputs.ts";

/** The job summary: whether this deployment may go on, and who is in its way. What went well is one line. */
export function renderSummary({ outputs }: CheckConcurrentResult, inputs: CheckConcurrentInputs): string {
  const { environment, strategy } = inputs;
  if (outputs.outcome !== "rejected") {
    const how = strategy === "lease" ? "" : " Best effort: decided from the list of runs, not by a lease.";
    return joinParts([`Lease of ${code(environment)}: ${outputs.outcome}.${how}`]);
  }
  return joinParts([
    `### Another ${escapeMarkdown(environment)} deployment is already in progress`,
    "Nothing was changed. Please wait for it to complete, then start this run again.",
    facts([
      ["Held by", escapeMarkdown(outputs["holder-actor"])],
      ["Since", code(outputs["held-since"])],
      ["Run", link(outputs["holder-url"], outputs["holder-url"])],
    ]),
  ]);
}
