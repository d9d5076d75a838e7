/** What the checks need of a package.json. */
export interface Manifest {
  readonly name: string;
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
  /** The keys of `exports`: "." and the other paths that may be imported. */
  readonly exportedPaths: readonly string[];
}

/** Reads the fields of a package.json. Throws when the text is not JSON or has no name. */
export function parseManifest(path: string, text: string): Manifest {
  const manifest = JSON.parse(text) as Record<string, unknown>;
  if (typeof manifest["name"] !== "string") throw new Error(`${path} has no "name". Give the package one.`);
  return {
    name: manifest["name"],
    dependencies: ["dependencies", "peerDependencies", "optionalDependencies"].flatMap((key) => keysOf(manifest[key])),
    devDependencies: keysOf(manifest["devDependencies"]),
    exportedPaths: typeof manifest["exports"] === "string" ? ["."] : keysOf(manifest["exports"]),
  };
}

function keysOf(value: unknown): string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}
