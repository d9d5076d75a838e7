import { code, facts, joinParts, link } from "@fairway/domain";

import type { ResolveReleaseResult } from "./resolve-release.ts";

/** The job summary: the release and what it stands for. */
export function renderSummary({ outputs }: ResolveReleaseResult): string {
  if (outputs.outcome === "missing")
    return "No release yet: there is nothing to migrate from; this is expected on a first deployment.\n";
  const kind = outputs.prerelease === "true" ? "Prerelease" : "Release";
  return joinParts([
    `${kind} found: ${link(outputs.tag, outputs["html-url"])}`,
    facts([
      ["Commit", code(outputs.commit)],
      ["Image", outputs.image === "" ? "not recorded" : code(outputs.image)],
      ["Digest", outputs["image-digest"] === "" ? "not recorded" : code(outputs["image-digest"])],
    ]),
  ]);
}
