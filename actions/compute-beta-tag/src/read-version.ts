import { causeChain, configuration, FairwayError, parseVersion, type Version } from "@fairway/domain";

import type { Found, Manifest } from "./manifest.ts";

type Reader = (manifest: Manifest) => Found | Promise<Found>;

/** The kinds of file by name. Each parser is loaded only when a file of its kind is read. */
const READERS: readonly (readonly [name: RegExp, load: () => Promise<Reader>])[] = [
  [/^Cargo\.toml$/, async () => (await import("./cargo-version.ts")).cargoVersion],
  [/^pyproject\.toml$/, async () => (await import("./pyproject-version.ts")).pyprojectVersion],
  [/^package\.json$/, async () => (await import("./package-json-version.ts")).packageJsonVersion],
  [/^(?:Chart|pubspec)\.ya?ml$/, async () => (await import("./yaml-version.ts")).yamlVersion],
  [/^pom\.xml$/, async () => (await import("./pom-version.ts")).pomVersion],
  [/^(?:build\.gradle(?:\.kts)?|gradle\.properties)$/, async () => (await import("./gradle-version.ts")).gradleVersion],
  [/^go\.mod$/, async () => (await import("./go-version.ts")).goVersion],
  [/^VERSION$|\.txt$/, async () => (await import("./text-version.ts")).textVersion],
];

/**
 * The version that a manifest names, by the manifest's file name. Throws a configuration error when it names none, when it
 * is malformed, or when this kind of file is not known: a structured file goes through a parser of its format.
 */
export async function readVersion(manifest: Manifest): Promise<Version> {
  const found = await read(manifest);
  if (found.kind === "version") return parseVersion(found.text);
  const message = `"${manifest.path}" names no version: ${found.why}`;
  throw configuration("NO_VERSION", message, 'Write the version there, or give it as the input "version".');
}

async function read(manifest: Manifest): Promise<Found> {
  const name = manifest.path.slice(manifest.path.lastIndexOf("/") + 1);
  const load = READERS.find(([pattern]) => pattern.test(name))?.[1];
  if (load === undefined) throw unknownManifest(manifest.path);
  const reader = await load();
  try {
    return await reader(manifest);
  } catch (error) {
    if (error instanceof FairwayError) throw error;
    const [reason = "it does not parse"] = causeChain(error);
    throw configuration("BAD_MANIFEST", `"${manifest.path}" is malformed: ${reason.split("\n")[0] ?? ""}`);
  }
}

function unknownManifest(path: string): Error {
  return configuration(
    "UNKNOWN_MANIFEST",
    `"${path}" is not a kind of file that a version is read from`,
    'Name a Cargo.toml, package.json, pyproject.toml, pom.xml, Chart.yaml, pubspec.yaml, build.gradle(.kts), gradle.properties, go.mod, VERSION or .txt file, or give the input "version".',
  );
}
