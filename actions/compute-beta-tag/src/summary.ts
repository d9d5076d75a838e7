import { code, joinParts } from "@fairway/domain";

import type { ComputeBetaTagResult } from "./compute-beta-tag.ts";

/** The job summary: the tag and what it stands for, in one line. */
export function renderSummary({ outputs }: ComputeBetaTagResult): string {
  const commit = outputs.commit === "" ? outputs["short-sha"] : outputs.commit;
  const tag = code(outputs["beta-tag"]);
  return joinParts([
    `Beta tag ${outputs.outcome}: ${tag}, for the release ${code(outputs["release-tag"])}, of commit ${code(commit)}.`,
  ]);
}
