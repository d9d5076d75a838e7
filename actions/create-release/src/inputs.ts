import {
  choice,
  flag,
  lines,
  optional,
  paragraph,
  parseCommitSha,
  parsedBy,
  parseDigest,
  parseImageReference,
  secret,
  text,
  type InputProblem,
  type InputsOf,
} from "@fairway/domain";

/** GitHub refuses longer notes. https://docs.github.com/en/rest/releases/releases#create-a-release */
const MAX_NOTES = 125_000;

const tag = text({
  max: 128,
  // What git, Docker and URLs all take; ".." and ".lock" are git's own exceptions.
  pattern: /^(?!.*\.\.)(?!.*\.lock$)[0-9A-Za-z](?:[0-9A-Za-z._-]*[0-9A-Za-z_-])?$/,
  rule: 'a tag that git, registries and URLs take: letters, digits and . _ -, no "..", not ending in a dot or .lock',
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
  "generate-notes": flag(),
  "previous-tag": optional(tag),
  image: optional(parsedBy(parseImageReference)),
  "image-digest": optional(parsedBy(parseDigest)),
  "promoted-from": optional(tag),
  "make-latest": choice("auto", "true", "false"),
  "dry-run": flag(),
  "github-token": secret(),
};

export type CreateReleaseInputs = InputsOf<typeof fields>;

/** Notes have one source, a prerelease is never the latest, and a digest is nothing without its image. */
export function checkInputs(inputs: CreateReleaseInputs): readonly InputProblem[] {
  const problems: InputProblem[] = [];
  if (inputs.notes !== undefined && inputs.notesFile !== undefined)
    problems.push({ input: "notes-file", message: "contradicts notes; give one of them" });
  if (inputs.prerelease && inputs.makeLatest === "true")
    problems.push({
      input: "make-latest",
      message: "true contradicts prerelease: true; GitHub never marks a prerelease as latest",
    });
  if (inputs.imageDigest !== undefined && inputs.image === undefined)
    problems.push({ input: "image-digest", message: "needs image, the reference that the digest belongs to" });
  if (inputs.previousTag !== undefined && !inputs.generateNotes)
    problems.push({ input: "previous-tag", message: "has no effect without generate-notes: true" });
  return problems;
}
