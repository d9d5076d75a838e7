import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "../..");
const INSTALL_FILES = ["package.json", "pnpm-workspace.yaml", "pnpm-lock.yaml"];

/** The packages of a test folder that has a lockfile of its own. */
export interface PinnedPackages {
  /** A file of a package, by its path below `node_modules`. */
  file(path: string): string;
  /** A CommonJS package. */
  require(name: string): unknown;
  /** An ES module, by its path below `node_modules`. */
  import(path: string): Promise<unknown>;
}

/**
 * Installs the lockfile of a test folder once, and opens what it holds. Such a folder is a workspace of its own because its
 * packages are large: whoever only runs an action or the rehearsal never downloads them. The installation is named by the
 * lockfile's hash and appears by one rename, so that two test processes may install at the same time. Throws with pnpm's
 * own words when the registry does not answer.
 */
export function openPackagesOf(testFolder: string): PinnedPackages {
  const folder = join(root, `node_modules/.fairway-${basename(testFolder)}`, installHash(testFolder));
  if (!existsSync(folder)) install(testFolder, folder);
  const modules = join(folder, "node_modules");
  const load = createRequire(join(folder, "package.json"));
  return {
    file: (path) => join(modules, path),
    require: (name) => load(name) as unknown,
    import: async (path) => (await import(pathToFileURL(join(modules, path)).href)) as unknown,
  };
}

function installHash(testFolder: string): string {
  const hash = createHash("sha256");
  for (const file of INSTALL_FILES) hash.update(readFileSync(join(testFolder, file)));
  return hash.digest("hex").slice(0, 16);
}

function install(testFolder: string, folder: string): void {
  mkdirSync(join(folder, ".."), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  try {
    for (const file of INSTALL_FILES) cpSync(join(testFolder, file), join(unfinished, file));
    installLockfile(testFolder, unfinished);
    renameSync(unfinished, folder);
  } catch (error) {
    // Another process was first: its installation comes from the same lockfile.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function installLockfile(testFolder: string, folder: string): void {
  const { packageManager } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    packageManager: string;
  };
  const words = ["--yes", "--loglevel=error", packageManager, "install", "--frozen-lockfile"];
  const { status, stdout, error } = spawnSync("npx", words, { cwd: folder, encoding: "utf8" });
  if (status === 0) return;
  throw new Error(
    `The packages of test/${basename(testFolder)} were not installed: ${error?.message ?? stdout}\nnext: These tests need the npm registry once; run them again when it answers.`,
  );
}
