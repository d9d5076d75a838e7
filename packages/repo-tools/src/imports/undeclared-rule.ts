import type { Manifest } from "./manifest.ts";
import { manifestOf } from "./places.ts";
import type { ImportCase } from "./import-case.ts";

/**
 * A package is imported only where package.json declares it: under `dependencies` for what runs, also under
 * `devDependencies` (its own or the root's) for tests and for types.
 */
export function refuseUndeclared({ from, found, target, manifests }: ImportCase): string | undefined {
  if (target.kind !== "workspace" && target.kind !== "external") return undefined;
  const own = manifestOf(from, manifests);
  if (own === undefined) return `${from.place.folder} has no package.json; write one that declares ${target.name}`;
  if (target.name === own.name || own.dependencies.includes(target.name)) return undefined;
  if (devDependenciesFor({ from, found, manifests }, own).includes(target.name)) return undefined;
  const section = from.test ? "devDependencies" : "dependencies";
  const path = from.place.folder === "" ? "package.json" : `${from.place.folder}/package.json`;
  return `${target.name} is not declared; add it to "${section}" of ${path}`;
}

/** The development dependencies that a file may count on. Node finds the root's from everywhere. */
function devDependenciesFor(
  { from, found, manifests }: Pick<ImportCase, "from" | "found" | "manifests">,
  own: Manifest,
): readonly string[] {
  if (from.test) return [...own.devDependencies, ...(manifests.get("")?.devDependencies ?? [])];
  return found.typeOnly || from.place.kind === "root" ? own.devDependencies : [];
}
