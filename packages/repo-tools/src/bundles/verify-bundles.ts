import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../command.ts";
import { bundleActions } from "./bundle-actions.ts";
import { copyBuildTree } from "./copy-tree.ts";
import { compareContents, type Difference, type FolderContents, readFolder } from "./folder-contents.ts";

/** What is wrong with one action's bundle; nothing when `problems` is empty. */
export interface BundleVerdict {
  readonly action: string;
  readonly problems: readonly string[];
}

/** Folder names of different length and depth: a path that got into a bundle would show as a difference. */
const PLACES = ["a", "another-place/further down"];

/**
 * Builds the actions from copies of the sources in two folders and holds both results against dist/ as it stands:
 * the same files, byte for byte, all known to git, and no path of this machine in any of them.
 */
export async function verifyBundles(root: string, actions: readonly string[]): Promise<BundleVerdict[]> {
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), "fairway-bundles-")));
  const problems = new Map<string, string[]>(actions.map((action) => [action, []]));
  const report = (action: string, found: readonly string[]): void => void problems.get(action)?.push(...found);
  try {
    for (const place of PLACES) {
      const copy = join(temporary, place);
      const failures = await buildIn(copy, root, actions);
      for (const [action, failure] of failures) report(action, [failure]);
      for (const action of actions.filter((each) => !failures.has(each))) {
        const contents = readDist(copy, action);
        report(action, describeDifferences(action, place, compareContents(contents, readDist(root, action))));
        report(action, findPaths(action, contents, [temporary, root, `${homedir()}/`]));
      }
    }
    for (const action of actions) report(action, await findUntracked(root, action));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return [...problems].map(([action, found]) => ({ action, problems: [...new Set(found)] }));
}

async function buildIn(copy: string, root: string, actions: readonly string[]): Promise<ReadonlyMap<string, string>> {
  copyBuildTree(
    root,
    actions.map((action) => `actions/${action}`),
    copy,
  );
  return bundleActions({ root: copy, actions, outputFolder: (action) => join(copy, "actions", action, "dist") });
}

function readDist(root: string, action: string): FolderContents {
  return readFolder(join(root, "actions", action, "dist"));
}

function describeDifferences(action: string, place: string, differences: readonly Difference[]): string[] {
  const consequence = { differs: "is not what the sources give", missing: "is missing", unexpected: "is left over" };
  return differences.map(
    ({ path, kind }) =>
      `actions/${action}/dist/${path} ${consequence[kind]} (built in a folder named "${place}"). Run npm run build and commit the result.`,
  );
}

function findPaths(action: string, contents: FolderContents, paths: readonly string[]): string[] {
  return [...contents].flatMap(([file, bytes]) =>
    paths
      .filter((path) => bytes.includes(path))
      .map((path) => `actions/${action}/dist/${file} holds the path ${path} of the machine that built it.`),
  );
}

/** dist/ must be committed: `uses:` runs what the commit holds. A copy without git has nothing to compare with. */
async function findUntracked(root: string, action: string): Promise<string[]> {
  const folder = `actions/${action}/dist`;
  const list = { program: "git", arguments: ["ls-files", "-z", "--", folder], folder: root };
  const { exitCode, output } = await runCommand(list);
  if (exitCode !== 0) return [];
  const tracked = new Set(output.split("\0"));
  const untracked = [...readDist(root, action).keys()].filter((path) => !tracked.has(`${folder}/${path}`));
  return untracked.map((path) => `${folder}/${path} is not known to git. Commit it: git add ${folder}`);
}
