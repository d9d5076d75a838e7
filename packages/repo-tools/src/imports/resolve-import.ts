import { isBuiltin } from "node:module";
import { posix } from "node:path";
import type { Manifest } from "./manifest.ts";

/** What an import's specifier means. Folders and paths are relative to the root. */
export type ImportTarget =
  | { readonly kind: "computed" }
  | { readonly kind: "builtin"; readonly name: string }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "workspace"; readonly name: string; readonly folder: string; readonly subpath: string }
  | { readonly kind: "external"; readonly name: string };

/** Tells what a specifier names, from the paths and manifests alone; nothing is looked up on disk. */
export function resolveImport(
  fromPath: string,
  specifier: string | undefined,
  manifests: ReadonlyMap<string, Manifest>,
): ImportTarget {
  if (specifier === undefined) return { kind: "computed" };
  if (isBuiltin(specifier)) return { kind: "builtin", name: specifier };
  if (specifier.startsWith("file:") || specifier.startsWith("/")) return { kind: "file", path: specifier };
  if (specifier.startsWith(".")) {
    return { kind: "file", path: posix.join(posix.dirname(fromPath), specifier.replace(/[?#].*$/, "")) };
  }
  return resolveBare(specifier, manifests);
}

/** The file that a workspace package's name stands for, so that a cycle through a package's own name is seen. */
export function entryFile(target: ImportTarget): string | undefined {
  if (target.kind === "file") return target.path;
  return target.kind === "workspace" && target.subpath === "." ? `${target.folder}/src/index.ts` : undefined;
}

function resolveBare(specifier: string, manifests: ReadonlyMap<string, Manifest>): ImportTarget {
  const parts = specifier.split("/");
  const name = parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
  const subpath = [".", ...parts.slice(name.split("/").length)].join("/");
  const workspace = [...manifests].find(([, manifest]) => manifest.name === name);
  if (workspace !== undefined) return { kind: "workspace", name, folder: workspace[0], subpath };
  return { kind: "external", name };
}
