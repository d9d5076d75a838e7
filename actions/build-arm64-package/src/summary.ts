import { code, escapeMarkdown, table } from "@fairway/domain";

import type { BuildArm64PackageResult } from "./result.ts";

/** The job summary: the package and what it is, on one screen. */
export function renderSummary({ outputs, facts, remarks }: BuildArm64PackageResult): string {
  const rows = facts.filter(([, value]) => value !== "").map(([name, value]) => [escapeMarkdown(name), code(value)]);
  const notes = remarks.map((remark) => `\n${escapeMarkdown(remark)}\n`).join("");
  return `### Package ${outputs.outcome}: ${code(outputs.package)}\n\n${table(["", ""], rows)}\n${notes}`;
}
