import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";

/**
 * Copies what a build of some workspace folders reads, and nothing else: their sources, those of the packages they
 * depend on, and the installed packages of both with pnpm's own layout of links, which shows in the bundles' comments.
 * Installed files are hard links where the file system allows it, so a copy takes a moment.
 */
export function copyBuildTree(root: string, folders: readonly string[], copy: string): void {
  const tree: Tree = { root: realpathSync(root), copy, seen: new Set() };
  for (const file of ["package.json", "tsconfig.base.json"]) copyFile(tree, file);
  // The compiler takes the types of Node from the root, and the bundler must stand where it stands in the root.
  copyEntry(tree, "node_modules/@types/node");
  copyEntry(tree, "packages/repo-tools/node_modules/@vercel/ncc");
  for (const folder of folders) copyWorkspaceFolder(tree, folder);
}

interface Tree {
  readonly root: string;
  readonly copy: string;
  /** Paths that were copied already; the packages link to each other in circles. */
  readonly seen: Set<string>;
}

/** What a build must not need: a bundle that did would not be reproducible from a fresh checkout. */
const LEFT_OUT = new Set(["node_modules", "lib", "dist", "fixtures", "tsconfig.tsbuildinfo"]);

function copyWorkspaceFolder(tree: Tree, folder: string): void {
  if (tree.seen.has(folder)) return;
  tree.seen.add(folder);
  copySources(tree, folder);
  copyEntries(tree, `${folder}/node_modules`);
}

function copySources(tree: Tree, folder: string): void {
  for (const entry of readdirSync(join(tree.root, folder), { withFileTypes: true })) {
    if (LEFT_OUT.has(entry.name) || entry.name.endsWith(".test.ts")) continue;
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) copySources(tree, path);
    else if (entry.isFile()) copyFile(tree, path);
  }
}

function copyEntries(tree: Tree, folder: string): void {
  if (lstatSync(join(tree.root, folder), { throwIfNoEntry: false })?.isDirectory() !== true) return;
  for (const name of readdirSync(join(tree.root, folder))) {
    if (name !== ".bin") copyEntry(tree, `${folder}/${name}`);
  }
}

/** Copies one entry of a node_modules folder; a link is copied as it is and its target as well. */
function copyEntry(tree: Tree, path: string): void {
  if (tree.seen.has(path)) return;
  tree.seen.add(path);
  const file = join(tree.root, path);
  const stats = lstatSync(file);
  if (stats.isDirectory()) copyEntries(tree, path);
  else if (stats.isFile()) linkFile(tree, path);
  if (!stats.isSymbolicLink()) return;
  mkdirSync(dirname(join(tree.copy, path)), { recursive: true });
  symlinkSync(readlinkSync(file), join(tree.copy, path));
  copyTarget(tree, relative(tree.root, realpathSync(file)));
}

function copyTarget(tree: Tree, target: string): void {
  if (!target.startsWith("node_modules/")) {
    copyWorkspaceFolder(tree, target);
    return;
  }
  // node_modules/.pnpm/<id>/node_modules holds the package and the links to what it depends on.
  const [modules, store, id] = target.split("/");
  copyEntries(tree, `${modules}/${store}/${id}/node_modules`);
}

function copyFile(tree: Tree, path: string): void {
  mkdirSync(dirname(join(tree.copy, path)), { recursive: true });
  copyFileSync(join(tree.root, path), join(tree.copy, path));
}

function linkFile(tree: Tree, path: string): void {
  mkdirSync(dirname(join(tree.copy, path)), { recursive: true });
  try {
    linkSync(join(tree.root, path), join(tree.copy, path));
  } catch {
    // Another file system, or one without hard links.
    copyFileSync(join(tree.root, path), join(tree.copy, path));
  }
}
