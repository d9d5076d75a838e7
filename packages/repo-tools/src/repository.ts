import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The root of this repository, wherever the command was started. */
export const REPOSITORY_ROOT = join(import.meta.dirname, "../../..");

/** The folders of all packages and actions, from the root, found by their package.json: nobody keeps a list. */
export function findWorkspaceFolders(root: string): string[] {
  return ["packages", "actions"].flatMap((area) => foldersIn(root, area)).filter((folder) => hasManifest(root, folder));
}

/** The names of all actions, found by their action.yml or package.json. */
export function findActions(root: string): string[] {
  return foldersIn(root, "actions")
    .filter((folder) => hasManifest(root, folder) || existsSync(join(root, folder, "action.yml")))
    .map((folder) => folder.slice("actions/".length));
}

/** The paths, from the root, of all files below a folder whose name passes; what tools wrote is left out. */
export function findFiles(root: string, folder: string, accept: (name: string) => boolean): string[] {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .toSorted((left, right) => left.name.localeCompare(right.name))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return WRITTEN_BY_TOOLS.has(entry.name) ? [] : findFiles(root, path, accept);
      return entry.isFile() && accept(entry.name) ? [path] : [];
    });
}

/** Reads a text file by its path from the root. Throws when it is not there. */
export function readText(root: string, path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** Fixtures are broken on purpose, so they are no part of the sources either. */
const WRITTEN_BY_TOOLS = new Set(["node_modules", "dist", "lib", "fixtures", "test-results"]);

function foldersIn(root: string, area: string): string[] {
  if (!existsSync(join(root, area))) return [];
  const entries = readdirSync(join(root, area), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.map((entry) => `${area}/${entry.name}`).sort();
}

function hasManifest(root: string, folder: string): boolean {
  return existsSync(join(root, folder, "package.json"));
}
