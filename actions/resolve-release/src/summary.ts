import { code, escapeMarkdown, table } from "@fairway/domain";

import type { ResolveReleaseResult } from "./resolve-release.ts";

/** The job summary: the release and what it stands for. */
export function renderSummary({ outputs }: ResolveReleaseResult): string {
  if (outputs.outcome === "missing")
    return "### No release yet\n\nThere is nothing to migrate from; this is expected on a first deployment.\n";
  const rows = [
    ["Release", escapeMarkdown(outputs["html-url"])],
    ["Commit", code(outputs.commit)],
    ["Image", outputs.image === "" ? "not recorded" : code(outputs.image)],
    ["Digest", outputs["image-digest"] === "" ? "not recorded" : code(outputs["image-digest"])],
  ];
  const kind = outputs.prerelease === "true" ? "Prerelease" : "Release";
  return `### ${kind} ${code(outputs.tag)} found\n\n${table(["", ""], rows)}\n`;
}
