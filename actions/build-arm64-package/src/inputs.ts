import { flag, optional, parseCommitSha, parsedBy, text, type InputProblem, type InputsOf } from "@fairway/domain";

/** Relative, with forward slashes, below the workspace; a dash in front would be an option to a program. */
const path = text({
  max: 500,
  pattern: /^(?!-)(?!\.?$)(?!.*(?:^|\/)\.\.(?:\/|$))[^/\\][^\\]*$/,
  rule: "a path below the workspace: forward slashes, no .. in it, no slash or dash in front",
});

const word = (what: string) =>
  text({ max: 128, pattern: /^[0-9A-Za-z][0-9A-Za-z._+-]*$/, rule: `${what}: letters, digits and . _ + -` });

export const fields = {
  manifest: path,
  version: optional(word("a version")),
  "build-number": optional(word("a build number")),
  branch: optional(
    text({
      max: 255,
      pattern: /^(?!-)[0-9A-Za-z._/@+#-]+$/,
      rule: "the name of a branch: letters, digits and . _ / @ + # -",
    }),
  ),
  commit: parsedBy(parseCommitSha),
  "output-directory": path,
  verify: optional(path),
  "dry-run": flag(),
};

export type BuildArm64PackageInputs = InputsOf<typeof fields>;

/** A verification writes nothing as it is. */
export function checkInputs({ verify, dryRun }: BuildArm64PackageInputs): readonly InputProblem[] {
  if (verify === undefined || !dryRun) return [];
  return [{ input: "dry-run", message: "true contradicts verify, which writes nothing anyway; give one of them" }];
}
