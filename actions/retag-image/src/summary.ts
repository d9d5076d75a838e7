import { code, escapeMarkdown, renderImageReference, shortDigest, table } from "@fairway/domain";

import { renderReport } from "./bring-content.ts";
import type { RetagImageInputs } from "./inputs.ts";
import type { TagRecord } from "./journal.ts";
import type { TagPlan } from "./plan-tag.ts";
import type { RetagImageResult } from "./retag-image.ts";
import { placeOf, renderPlace } from "./targets.ts";

/** The job summary: each tag before and after, and how to take back what moved. */
export function renderSummary(
  { outputs, failure, records, copies }: RetagImageResult,
  inputs: RetagImageInputs,
): string {
  const home = renderPlace(placeOf(inputs.source));
  const parts = [
    `### Image ${outputs.outcome}: ${code(home)}`,
    `Source ${code(renderImageReference(inputs.source))}, digest ${code(outputs.digest)}.`,
  ];
  if (failure !== undefined) parts.push(`**Failed:** ${escapeMarkdown(failure.message, 1000)} (${code(failure.code)})`);
  if (failure?.nextStep !== undefined) parts.push(`**Next:** ${escapeMarkdown(failure.nextStep, 1000)}`);
  if (records.length > 0) parts.push(table(["Tag", "Before", "After", ""], records.map(row)));
  if (copies.length > 0)
    parts.push(copies.map(({ to, report }) => `- ${code(renderPlace(to))}: ${renderReport(report)}`).join("\n"));
  const undo = inputs.dryRun ? [] : undoCommands(records, home);
  if (undo.length > 0) parts.push(`To put back what moved:\n\n\`\`\`sh\n${undo.join(" &&\n")}\n\`\`\``);
  return `${parts.join("\n\n")}\n`;
}

function row({ plan, after }: TagRecord): readonly string[] {
  const show = (digest: string | undefined) => (digest === undefined ? "none" : code(shortDigest(digest)));
  return [code(plan.tag), show(plan.before), show(after), explain(plan)];
}

function explain(plan: TagPlan): string {
  switch (plan.kind) {
    case "create":
      return "new";
    case "move":
      return "moved";
    case "same":
      return "right already";
    case "skip":
      return "another image, skipped";
    case "conflict":
      return "another image, refused";
    case "keep":
      return `kept: ${escapeMarkdown(plan.why)}`;
  }
}

/** A registry keeps the manifest that a tag named before, so pointing the tag back is one command. */
function undoCommands(records: readonly TagRecord[], home: string): readonly string[] {
  return records.flatMap(({ plan, after }) => {
    if (plan.kind !== "move" || plan.before === undefined || after === plan.before) return [];
    const target = plan.tag.includes("/") ? plan.tag : `${home}:${plan.tag}`;
    const image = target.slice(0, target.lastIndexOf(":"));
    return [`skopeo copy --all --preserve-digests docker://${image}@${plan.before} docker://${target}`];
  });
}
