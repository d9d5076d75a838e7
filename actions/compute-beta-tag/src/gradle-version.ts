import { absent, folderOf, pathIn, type Found, type Manifest } from "./manifest.ts";

/**
 * The literal `version` of a Gradle project: of gradle.properties, or the one assignment outside of all braces in a build
 * script. A build script is a program; a version that it computes is not read.
 */
export async function gradleVersion(manifest: Manifest): Promise<Found> {
  if (manifest.path.endsWith(".properties")) return fromProperties(manifest.content);
  const found = fromScript(manifest.content);
  if (found !== undefined) return found;
  const properties = await manifest.read(pathIn(folderOf(manifest.path), "gradle.properties"));
  const beside = properties === undefined ? absent("") : fromProperties(properties);
  return beside.kind === "version"
    ? beside
    : absent("it assigns no version outside of all blocks, and no gradle.properties beside it does");
}

/** https://docs.oracle.com/javase/8/docs/api/java/util/Properties.html#load-java.io.Reader- */
function fromProperties(content: string): Found {
  const values = [...content.matchAll(/^[ \t\f]*version[ \t\f]*[=:][ \t\f]*(.*)$/gm)].map((match) =>
    (match[1] ?? "").trim(),
  );
  const last = values.at(-1);
  return last === undefined || last === "" ? absent("it has no property version") : { kind: "version", text: last };
}

function fromScript(script: string): Found | undefined {
  const statement = topLevelLines(script)
    .map((line) => /^version(?:\s*=\s*|\s+)([^\s=].*)$/.exec(line)?.[1])
    .find((value) => value !== undefined);
  if (statement === undefined) return undefined;
  const literal = /^(["'])([^"'$]*)\1$/.exec(statement.trim())?.[2];
  return literal === undefined
    ? absent(`its version is computed (${statement.trim().slice(0, 60)})`)
    : { kind: "version", text: literal };
}

/** The lines outside of all braces, without comments. Texts are kept whole, so a brace or `//` in one does not count. */
function topLevelLines(script: string): string[] {
  const token = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[{}]|[^"'/{}]+|\//g;
  let depth = 0;
  let kept = "";
  for (const [part] of script.matchAll(token)) {
    if (part === "{") depth += 1;
    else if (part === "}") depth -= 1;
    else if (depth === 0 && !part.startsWith("//") && !part.startsWith("/*")) kept += part;
  }
  return kept.split(/[\r\n;]+/).map((line) => line.trim());
}
