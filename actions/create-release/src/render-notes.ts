import { code, escapeMarkdown, renderImageReference, shortSha } from "@fairway/domain";

import type { GivenTexts } from "./given-texts.ts";
import type { CreateReleaseInputs } from "./inputs.ts";
import type { CommitDescription } from "./ports.ts";
import { checksumLine, type PreparedAsset } from "./prepare-assets.ts";

/** Everything that the notes say. */
export interface NotesContent {
  readonly given: GivenTexts;
  readonly commit: CommitDescription | undefined;
  readonly assets: readonly PreparedAsset[];
  /** GitHub's list of changes, or what stands for it; empty when none is asked for. */
  readonly changes: string;
  /** Address of the repository's page. */
  readonly repositoryUrl: string;
}

/**
 * The notes: the given text, what the release stands for, checksums, installation, and the list of changes last, because
 * it is the one part that can be read elsewhere when the notes are cut. Text from elsewhere is made inert.
 */
export function renderNotes(inputs: CreateReleaseInputs, content: NotesContent): string {
  const { given, assets, changes } = content;
  const sections = [given.notes, origin(inputs, content), checksums(assets), installation(given.install), changes];
  return sections.filter((section) => section !== "").join("\n\n");
}

function origin(inputs: CreateReleaseInputs, { commit, repositoryUrl }: NotesContent): string {
  const { image, imageDigest, promotedFrom, approvedBy = [], buildNumber, buildTime } = inputs;
  const link = `[${code(shortSha(inputs.commit))}](${repositoryUrl}/commit/${inputs.commit})`;
  const said = commit === undefined ? "" : `: ${escapeMarkdown(commit.subject)}, by ${escapeMarkdown(commit.author)}`;
  const digest = imageDigest === undefined ? "" : `, digest ${code(imageDigest)}`;
  const beta = `[${code(promotedFrom ?? "")}](${repositoryUrl}/releases/tag/${promotedFrom})`;
  const build = [buildNumber, buildTime].filter((part) => part !== undefined).map((part) => code(part));
  return [
    "## Made of",
    "",
    `- Commit ${link}${said}`,
    ...(image === undefined ? [] : [`- Image ${code(renderImageReference(image))}${digest}`]),
    ...(promotedFrom === undefined ? [] : [`- Promoted from ${beta}`]),
    ...(approvedBy.length === 0 ? [] : [`- Approved by ${approvedBy.map((login) => code(login)).join(", ")}`]),
    ...(build.length === 0 ? [] : [`- Build ${build.join(", ")}`]),
  ].join("\n");
}

/** The names were made safe before, so no line can end the block. */
function checksums(assets: readonly PreparedAsset[]): string {
  const files = assets.filter(({ kind }) => kind === "file");
  if (files.length === 0) return "";
  return ["## Checksums (SHA-256)", "", "```text", ...files.map(checksumLine), "```"].join("\n");
}

function installation(text: string): string {
  if (text === "") return "";
  return /^#{1,6}\s/.test(text) ? text : `## Installation\n\n${text}`;
}
