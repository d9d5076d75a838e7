import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { WorkflowFileError } from "../engine/workflow-file-error.ts";
import { settled } from "./names-of.ts";
import type { Application } from "./application.ts";

const SKIPPED: ReadonlySet<string> = new Set([".git", "node_modules", "target", "vendor", "dist"]);
const DEPTH_LIMIT = 6;

/**
 * The files from which the version is read, by path: the version file, and every other of its name, since a manifest may
 * take the version from one above. Throws WorkflowFileError when the application does not have its version file.
 */
export function manifestsOf({ folder, staging }: Application): Record<string, string> {
  const versionFile = settled(staging.values["version-file"] ?? "");
  const name = basename(versionFile);
  const paths = filesNamed(folder, name, folder, 0);
  if (!existsSync(join(folder, versionFile)) || name === "") {
    const there = paths.length === 0 ? `no file there is called ${name}` : `there is ${paths.join(", ")}`;
    throw new WorkflowFileError(
      `${staging.path} gives version-file: ${versionFile}, which ${folder} does not have; ${there}. Set version-file to the file that holds the version.`,
    );
  }
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

function filesNamed(folder: string, name: string, root: string, depth: number): string[] {
  if (depth > DEPTH_LIMIT) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesNamed(path, name, root, depth + 1);
    return entry.isFile() && entry.name === name ? [relative(root, path)] : [];
  });
}
