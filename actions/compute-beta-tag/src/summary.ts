import { code, table } from "@fairway/domain";

import type { ComputeBetaTagResult } from "./compute-beta-tag.ts";

/** The job summary: the tag and what it stands for. */
export function renderSummary({ outputs }: ComputeBetaTagResult): string {
  const rows = [
    ["Beta tag", code(outputs["beta-tag"])],
    ["Release tag", code(outputs["release-tag"])],
    ["Commit", code(outputs.commit === "" ? outputs["short-sha"] : outputs.commit)],
  ];
  return `### Beta tag ${outputs.outcome}: ${code(outputs["beta-tag"])}\n\n${table(["", ""], rows)}\n`;
}
