import type { Schema } from "@cfworker/json-schema";
import { causeChain, configuration } from "@fairway/domain";

import schema from "./manifest.schema.json" with { type: "json" };
import type { Manifest } from "./manifest.ts";
import { listProblems } from "./schema-problems.ts";

/** A manifest of more nodes than this is no manifest: YAML's aliases can multiply a small file into a large one. */
const MAX_ALIASES = 50;

/**
 * Reads a package's manifest: YAML, held against the schema that editors use as well. Throws one configuration error that
 * names every problem with its path, its value and the rule. The parser and the validator are loaded only here.
 */
export async function readManifest(path: string, content: string): Promise<Manifest> {
  const [{ parse }, { Validator }] = await Promise.all([import("yaml"), import("@cfworker/json-schema")]);
  const value = parsed(path, () => parse(content, { maxAliasCount: MAX_ALIASES, prettyErrors: true }) as unknown);
  const { errors } = new Validator(schema as Schema, "2020-12", false).validate(value);
  const problems = listProblems(schema, value, errors);
  if (problems.length > 0) throw refused(path, problems);
  return value as Manifest;
}

/** The error that names every problem of a manifest at once. */
export function refused(path: string, problems: readonly string[]): Error {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return configuration(
    "BAD_PACKAGE_MANIFEST",
    `${path} has ${count}; nothing was built.\n${problems.map((problem) => `- ${problem}`).join("\n")}`,
    "Correct the manifest. actions/build-arm64-package/README.md describes it, and editors read its schema.",
  );
}

function parsed(path: string, parse: () => unknown): unknown {
  try {
    // A tree of its own: what refers to itself cannot be one, and an alias is what it stands for.
    return JSON.parse(JSON.stringify(parse())) as unknown;
  } catch (error) {
    const [reason = "it does not parse"] = causeChain(error);
    throw configuration("BAD_PACKAGE_MANIFEST", `"${path}" is no valid YAML: ${reason}`, "Correct the file.");
  }
}
