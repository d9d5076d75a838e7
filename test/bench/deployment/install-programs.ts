import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";

const PINS = join(import.meta.dirname, "programs");
const FILES = ["package.json", "package-lock.json"];

/** Where the programs of the lockfile in programs/ are, or will be: every lockfile has a folder of its own. */
export function programsFolder(): string {
  const hash = createHash("sha256");
  for (const file of FILES) hash.update(readFileSync(join(PINS, file)));
  const cache = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  return join(cache, "fairway", "bench-programs", hash.digest("hex").slice(0, 16));
}

/** `name version` of each of them. */
export function pinnedVersions(): string[] {
  const manifest = JSON.parse(readFileSync(join(PINS, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  return Object.entries(manifest.dependencies).map((entry) => entry.join(" "));
}

/** Installs them by that lockfile the first time, running none of their scripts. Throws with npm's own words. */
export async function installPrograms(): Promise<void> {
  const folder = programsFolder();
  if (existsSync(folder)) return;
  mkdirSync(join(folder, ".."), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  try {
    for (const file of FILES) cpSync(join(PINS, file), join(unfinished, file));
    await promisify(execFile)("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: unfinished });
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
