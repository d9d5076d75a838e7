import { code, escapeMarkdown, facts, joinParts, renderImageReference } from "@fairway/domain";

import type { RecordDeploymentInputs } from "./inputs.ts";
import type { RecordDeploymentResult } from "./report.ts";

/** The job summary: what is deployed and who approved it, and at the end the verdict. Commit and digest stand in the record. */
export function renderSummary(result: RecordDeploymentResult, inputs: RecordDeploymentInputs): string {
  const { outputs, said } = result;
  if (inputs.mode === "finish") return `### ${escapeMarkdown(said)}\n\n${renderEnd(result)}\n`;
  const { environment = "", ref = "", image } = inputs;
  return joinParts([
    `### Deployment to ${code(environment)}: ${outputs.outcome}`,
    facts([
      ["Of", code(ref)],
      ["Image", image === undefined ? "" : code(renderImageReference(image))],
      ["Approved by", renderApprovals(result)],
    ]),
    renderClosed(result),
  ]);
}

function renderApprovals({ approvals }: RecordDeploymentResult): string {
  return approvals
    .map(({ login, comment }) => (comment === "" ? code(login) : `${code(login)}: ${escapeMarkdown(comment)}`))
    .join("; ");
}

function renderClosed({ closed }: RecordDeploymentResult): string {
  return closed === 0 ? "" : `${count(closed, "record")} of lost runs closed.`;
}

function renderEnd({ outputs, replaced }: RecordDeploymentResult): string {
  const earlier = replaced === 0 ? "" : ` ${count(replaced, "earlier record")} marked as inactive.`;
  return `Deployment ${code(outputs["deployment-id"])} is told as ${code(outputs.state)}.${earlier}`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
