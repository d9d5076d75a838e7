import { code, escapeMarkdown } from "@fairway/domain";

import type { CreateReleaseResult } from "./report.ts";

/** The job summary: the release, and what was done or would be. */
export function renderSummary({ outputs, steps }: CreateReleaseResult): string {
  const link = outputs["html-url"] === "" ? "" : `\n${escapeMarkdown(outputs["html-url"])}\n`;
  const list = steps.map((step) => `- ${escapeMarkdown(step)}`).join("\n");
  return `### Release ${code(outputs.tag)}: ${outputs.outcome}\n${link}\n${list}\n`;
}
