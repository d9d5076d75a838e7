import { readdirSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY_ROOT } from "@fairway/repo-tools";

/** What .gitignore names, and git's own. */
const NOT_KEPT = new Set([".git", "node_modules", "lib", "test-results", "rehearsal", "coverage"]);

/** The path of every file that is kept, bundles and fixtures included, whether or not git is here. */
export function listKeptFiles(folder = ""): string[] {
  return readdirSync(join(REPOSITORY_ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT_KEPT.has(entry.name) ? [] : listKeptFiles(path);
    return entry.isFile() ? [path] : [];
  });
}
