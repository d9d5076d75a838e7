import { choice, flag, optional, text, token, type InputProblem, type InputsOf } from "@fairway/domain";

export const fields = {
  tag: optional(
    text({
      max: 250,
      pattern: /^[0-9A-Za-z][0-9A-Za-z._-]*$/,
      rule: "a release tag: letters, digits and . _ -, not starting with a dot or hyphen",
    }),
  ),
  latest: flag(),
  require: choice("prerelease", "release", "any"),
  "if-missing": choice("fail", "warn"),
  "github-token": token(),
};

export type ResolveReleaseInputs = InputsOf<typeof fields>;

/** A release is named by its tag or asked for as the latest, not both; the latest is never a prerelease. */
export function checkInputs({ tag, latest, require }: ResolveReleaseInputs): readonly InputProblem[] {
  if ((tag === undefined) !== latest)
    return [{ input: "tag", message: "exactly one of tag and latest: true is needed" }];
  if (latest && require === "prerelease")
    return [{ input: "require", message: "prerelease contradicts latest: true, which never finds a prerelease" }];
  return [];
}
