import { configuration } from "@fairway/domain";

import { MAX_NOTES } from "./cut-notes.ts";
import type { CreateReleaseInputs } from "./inputs.ts";
import type { CreateReleasePorts } from "./ports.ts";

/** What the caller wrote for the notes. */
export interface GivenTexts {
  readonly notes: string;
  readonly install: string;
}

/** No text that GitHub takes has more bytes: a character has four at most. */
const MAX_BYTES = MAX_NOTES * 4;

/** The caller's own texts, from inputs or files. Throws when a file is missing, or longer than any notes may be. */
export async function readGivenTexts(inputs: CreateReleaseInputs, ports: CreateReleasePorts): Promise<GivenTexts> {
  const { notes, notesFile, installNotes, installNotesFile } = inputs;
  return {
    notes: notes ?? (await readText("notes-file", notesFile, ports)),
    install: installNotes ?? (await readText("install-notes-file", installNotesFile, ports)),
  };
}

async function readText(input: string, path: string | undefined, { files }: CreateReleasePorts): Promise<string> {
  if (path === undefined) return "";
  const text = await files.readText(path, MAX_BYTES);
  if (text === undefined) {
    throw configuration(
      "NO_NOTES_FILE",
      `${input} "${path}" is not in the workspace`,
      "Check the path, relative to the repository's root.",
    );
  }
  if (text.length <= MAX_NOTES) return text.trim();
  throw configuration(
    "NOTES_TOO_LONG",
    `${input} "${path}" has ${text.length} characters; GitHub takes ${MAX_NOTES}`,
    "Shorten it, or attach it as a file of the release.",
  );
}
