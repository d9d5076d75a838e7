import { code, escapeMarkdown, table } from "@fairway/domain";

import type { CheckConcurrentResult } from "./check-concurrent.ts";
import type { CheckConcurrentInputs } from "./inputs.ts";

/** The job summary: whether this deployment may go on, and who is in its way. */
export function renderSummary({ outputs }: CheckConcurrentResult, { environment }: CheckConcurrentInputs): string {
  if (outputs.outcome !== "rejected") return `### Lease of ${code(environment)}: ${outputs.outcome}\n`;
  const rows = [
    ["Held by", escapeMarkdown(outputs["holder-actor"])],
    ["Since", code(outputs["held-since"])],
    ["Run", escapeMarkdown(outputs["holder-url"])],
  ];
  const heading = `### Another ${escapeMarkdown(environment)} deployment is already in progress`;
  return `${heading}\n\nPlease wait for it to complete, then start this run again.\n\n${table(["", ""], rows)}\n`;
}
