import type { Release } from "@fairway/domain";

import { cutNotes } from "./cut-notes.ts";
import type { GivenTexts } from "./given-texts.ts";
import type { CreateReleaseInputs } from "./inputs.ts";
import type { CreateReleasePorts } from "./ports.ts";
import type { PreparedAsset } from "./prepare-assets.ts";
import { previousTag, type ChangesStart } from "./previous-tag.ts";
import { renderNotes } from "./render-notes.ts";

interface Material {
  readonly given: GivenTexts;
  readonly assets: readonly PreparedAsset[];
  /** All releases of the repository, when the list of changes is asked for. */
  readonly releases: readonly Release[];
}

/** The notes as the release will have them, cut where GitHub wants them shorter, which is then said in them and in the log. */
export async function gatherNotes(
  inputs: CreateReleaseInputs,
  { given, assets, releases }: Material,
  ports: CreateReleasePorts,
): Promise<string> {
  const { repositoryUrl } = ports;
  const start = startOf(inputs, releases);
  const notes = renderNotes(inputs, {
    given,
    assets,
    repositoryUrl,
    commit: await ports.checkout.describe(inputs.commit),
    changes: inputs.generateNotes ? await listChanges(inputs.tag, start, ports) : "",
  });
  const kept = cutNotes(notes, changesUrl(inputs, start, repositoryUrl));
  if (kept !== notes) ports.log.warning(`the notes were cut from ${notes.length} to ${kept.length} characters`);
  return kept;
}

function startOf({ tag, prerelease, previousTag: given }: CreateReleaseInputs, releases: readonly Release[]) {
  return given === undefined ? previousTag(tag, prerelease, releases) : ({ kind: "tag", tag: given } as const);
}

async function listChanges(
  tag: string,
  start: ChangesStart,
  { releases, repositoryUrl }: CreateReleasePorts,
): Promise<string> {
  switch (start.kind) {
    case "tag":
      return releases.generateNotes(tag, start.tag);
    case "beginning":
      return releases.generateNotes(tag, undefined);
    case "first":
      return `## What's Changed\n\nThere is no earlier release of this kind to compare with. All commits: ${repositoryUrl}/commits/${tag}`;
  }
}

function changesUrl({ tag, commit, generateNotes }: CreateReleaseInputs, start: ChangesStart, repository: string) {
  const compares = generateNotes && start.kind === "tag";
  return compares ? `${repository}/compare/${start.tag}...${tag}` : `${repository}/commit/${commit}`;
}
