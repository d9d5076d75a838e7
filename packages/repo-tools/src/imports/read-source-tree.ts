import { existsSync } from "node:fs";
import { join } from "node:path";
import { findFiles, findWorkspaceFolders, readText } from "../repository.ts";
import { type Manifest, parseManifest } from "./manifest.ts";

/** Every source file and manifest of a checkout, as the import rules take them. */
export interface SourceTree {
  readonly files: ReadonlyMap<string, string>;
  readonly manifests: ReadonlyMap<string, Manifest>;
}

/** Reads all TypeScript and JavaScript below packages/, actions/ and test/, without fixtures and build output. */
export function readSourceTree(root: string): SourceTree {
  const paths = ["packages", "actions", "test"].flatMap((area) => findFiles(root, area, isSource));
  const folders = ["", ...findWorkspaceFolders(root)].filter((folder) =>
    existsSync(join(root, folder, "package.json")),
  );
  return {
    files: new Map(paths.map((path) => [path, readText(root, path)])),
    manifests: new Map(folders.map((folder) => [folder, readManifest(root, folder)])),
  };
}

function isSource(name: string): boolean {
  return /\.(ts|mts|js|mjs|cjs)$/.test(name) && !name.endsWith(".d.ts");
}

function readManifest(root: string, folder: string): Manifest {
  const path = folder === "" ? "package.json" : `${folder}/package.json`;
  return parseManifest(path, readText(root, path));
}
