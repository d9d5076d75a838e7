import { code, escapeMarkdown, renderImageReference, table } from "@fairway/domain";

import type { RecordDeploymentInputs } from "./inputs.ts";
import type { RecordDeploymentResult } from "./report.ts";

/** The job summary: what is deployed and who approved it, and at the end the verdict. */
export function renderSummary(result: RecordDeploymentResult, inputs: RecordDeploymentInputs): string {
  const { outputs, said } = result;
  if (inputs.mode === "finish") return `### ${escapeMarkdown(said)}\n\n${renderEnd(result)}\n`;
  const { environment = "", ref = "", commit = "", image, imageDigest = "" } = inputs;
  const rows = [
    ["Of", code(ref)],
    ["Commit", code(commit)],
    ["Image", image === undefined ? "" : code(renderImageReference(image))],
    ["Digest", code(imageDigest)],
    ["Approved by", renderApprovals(result)],
  ];
  const told = rows.filter(([, value]) => value !== "");
  const heading = `### Deployment to ${code(environment)}: ${outputs.outcome}`;
  return `${heading}\n\n${table(["", ""], told)}\n${renderClosed(result)}`;
}

function renderApprovals({ approvals }: RecordDeploymentResult): string {
  if (approvals.length === 0) return "nobody, the run was not held for an approval";
  return approvals
    .map(({ login, comment }) => (comment === "" ? code(login) : `${code(login)}: ${escapeMarkdown(comment)}`))
    .join("; ");
}

function renderClosed({ closed }: RecordDeploymentResult): string {
  return closed === 0 ? "" : `\n${count(closed, "record")} of lost runs closed.\n`;
}

function renderEnd({ outputs, replaced }: RecordDeploymentResult): string {
  const earlier = replaced === 0 ? "" : ` ${count(replaced, "earlier record")} marked as inactive.`;
  return `Deployment ${code(outputs["deployment-id"])} is told as ${code(outputs.state)}.${earlier}`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
