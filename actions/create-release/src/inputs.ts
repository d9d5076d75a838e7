import {
  choice,
  flag,
  items,
  lines,
  optional,
  paragraph,
  parseCommitSha,
  parsedBy,
  parseDigest,
  parseImageReference,
  text,
  token,
  type InputProblem,
  type InputsOf,
} from "@fairway/domain";

import { MAX_NOTES } from "./cut-notes.ts";

const tag = text({
  max: 128,
  // What git, Docker and URLs all take; ".." and ".lock" are git's own exceptions.
  pattern: /^(?!.*\.\.)(?!.*\.lock$)[0-9A-Za-z](?:[0-9A-Za-z._-]*[0-9A-Za-z_-])?$/,
  rule: 'a tag that git, registries and URLs take: letters, digits and . _ -, no "..", not ending in a dot or .lock',
});

const buildNumber = text({
  max: 64,
  pattern: /^[0-9A-Za-z][0-9A-Za-z._+-]*$/,
  rule: "a build number: letters, digits and . _ + -, such as 1042",
});

const buildTime = text({
  max: 40,
  pattern: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/,
  rule: "a time in UTC such as 2026-01-31T12:00:00Z, as compute-beta-tag tells it",
});

const login = text({
  max: 100,
  pattern: /^[0-9A-Za-z][0-9A-Za-z_-]*(?:\[bot\])?$/,
  rule: "a login of GitHub",
});

export const fields = {
  tag,
  commit: parsedBy(parseCommitSha),
  name: optional(text({ max: 200 })),
  prerelease: flag(),
  files: optional(lines(text({ max: 500 }))),
  checksums: flag(),
  notes: optional(paragraph(MAX_NOTES)),
  "notes-file": optional(text({ max: 500 })),
  "install-notes": optional(paragraph(MAX_NOTES)),
  "install-notes-file": optional(text({ max: 500 })),
  "generate-notes": flag(),
  "previous-tag": optional(tag),
  image: optional(parsedBy(parseImageReference)),
  "image-digest": optional(parsedBy(parseDigest)),
  "promoted-from": optional(tag),
  "approved-by": optional(items(login)),
  "build-number": optional(buildNumber),
  "build-time": optional(buildTime),
  "make-latest": choice("auto", "true", "false"),
  "dry-run": flag(),
  "github-token": token(),
  "tag-token": optional(token()),
};

export type CreateReleaseInputs = InputsOf<typeof fields>;

/** A text has one source, a prerelease is never the latest, and a digest is nothing without its image. */
export function checkInputs(inputs: CreateReleaseInputs): readonly InputProblem[] {
  const { notes, installNotes, prerelease, makeLatest, image, imageDigest, previousTag, generateNotes } = inputs;
  const rules: readonly (readonly [broken: boolean, input: string, message: string])[] = [
    [bothGiven(notes, inputs.notesFile), "notes-file", "contradicts notes; give one of them"],
    [
      bothGiven(installNotes, inputs.installNotesFile),
      "install-notes-file",
      "contradicts install-notes; give one of them",
    ],
    [
      prerelease && makeLatest === "true",
      "make-latest",
      "true contradicts prerelease: true; GitHub never marks a prerelease as latest",
    ],
    [
      imageDigest !== undefined && image === undefined,
      "image-digest",
      "needs image, the reference that the digest belongs to",
    ],
    [previousTag !== undefined && !generateNotes, "previous-tag", "has no effect without generate-notes: true"],
  ];
  return rules.flatMap(([broken, input, message]) => (broken ? [{ input, message }] : []));
}

/** The token that creates tag and release, when it is another one than reads and uploads. */
export function publisherToken({ tagToken, githubToken }: CreateReleaseInputs): string {
  return tagToken ?? githubToken;
}

function bothGiven(text: string | undefined, file: string | undefined): boolean {
  return text !== undefined && file !== undefined;
}
