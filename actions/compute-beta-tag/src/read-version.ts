import { configuration, member, parseJson, parseVersion, type Version } from "@fairway/domain";

/** What a manifest says of its version. A manifest that inherits or computes its version does not say it. */
type Found = { readonly kind: "version"; readonly text: string } | { readonly kind: "absent"; readonly why: string };

/**
 * The version that a manifest names, by the manifest's file name. Throws a configuration error when it names none, when it
 * is malformed, or when this kind of file is not known: a version is never searched for by pattern in a structured file.
 */
export async function readVersion(path: string, content: string): Promise<Version> {
  const found = await read(path, content);
  if (found.kind === "absent") {
    throw configuration(
      "NO_VERSION",
      `"${path}" names no version: ${found.why}`,
      'Write the version there, or give it as the input "version".',
    );
  }
  return parseVersion(found.text);
}

async function read(path: string, content: string): Promise<Found> {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name === "Cargo.toml") return fromCargo(await parseToml(path, content));
  if (name === "package.json") return fromPackageJson(path, content);
  if (/^VERSION$|\.txt$/.test(name)) return fromText(content);
  throw configuration(
    "UNKNOWN_MANIFEST",
    `"${path}" is not a kind of file that a version is read from`,
    'Name a Cargo.toml, a package.json, a VERSION or a .txt file, or give the input "version".',
  );
}

/** The parser is loaded only when a TOML file is read. */
async function parseToml(path: string, content: string): Promise<unknown> {
  const { parse } = await import("smol-toml");
  try {
    return parse(content);
  } catch (error) {
    throw configuration(
      "BAD_MANIFEST",
      `"${path}" is not valid TOML: ${error instanceof Error ? error.message : "parse error"}`,
    );
  }
}

function fromCargo(manifest: unknown): Found {
  const version =
    member(member(manifest, "package"), "version") ??
    member(member(member(manifest, "workspace"), "package"), "version");
  if (typeof version === "string") return { kind: "version", text: version };
  if (member(version, "workspace") === true)
    return {
      kind: "absent",
      why: "package.version is inherited from the workspace; name the workspace's own Cargo.toml",
    };
  return { kind: "absent", why: "it has no package.version" };
}

function fromPackageJson(path: string, content: string): Found {
  const manifest = parseJson(content);
  if (manifest === undefined) throw configuration("BAD_MANIFEST", `"${path}" is not valid JSON`);
  const version = member(manifest, "version");
  return typeof version === "string"
    ? { kind: "version", text: version }
    : { kind: "absent", why: "it has no version" };
}

function fromText(content: string): Found {
  const lines = content
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const [only, ...more] = lines;
  if (only === undefined) return { kind: "absent", why: "it is empty" };
  return more.length === 0
    ? { kind: "version", text: only }
    : { kind: "absent", why: `it has ${lines.length} lines of text; one is expected` };
}
