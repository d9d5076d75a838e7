import {
  choice,
  optional,
  parseBetaTag,
  parseCommitSha,
  parsedBy,
  parseVersion,
  text,
  type InputProblem,
  type InputsOf,
} from "@fairway/domain";

export const fields = {
  "version-file": optional(text({ max: 500 })),
  version: optional(parsedBy(parseVersion)),
  commit: parsedBy(parseCommitSha),
  "beta-tag": optional(parsedBy(parseBetaTag)),
  "release-tag-prefix": optional(
    text({
      pattern: /^[A-Za-z][0-9A-Za-z._-]{0,19}$/,
      rule: "a tag prefix: a letter, then at most 19 letters, digits or . _ -",
    }),
  ),
  "sha-style": choice("plain", "g", "extend"),
};

export type ComputeBetaTagInputs = InputsOf<typeof fields>;

/** The version has one source: a file, the version itself, or a beta tag that holds it. */
export function checkInputs(inputs: ComputeBetaTagInputs): readonly InputProblem[] {
  const given = (["version-file", "version", "beta-tag"] as const).filter(
    (name) => valueOf(inputs, name) !== undefined,
  );
  if (given.length === 1) return [];
  const found = given.length === 0 ? "none of them was given" : `${given.join(" and ")} were given`;
  return [
    {
      input: given[0] ?? "version-file",
      message: `exactly one of version-file, version and beta-tag is needed; ${found}`,
    },
  ];
}

function valueOf(inputs: ComputeBetaTagInputs, name: "version-file" | "version" | "beta-tag"): unknown {
  return { "version-file": inputs.versionFile, version: inputs.version, "beta-tag": inputs.betaTag }[name];
}
