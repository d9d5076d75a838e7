import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CommandResult, runCommand, runLimited } from "../command.ts";
import { type BundleStats, readBundledPackages } from "./bundled-packages.ts";
import { completeNotices } from "./complete-notices.ts";
import { renderSbom } from "./render-sbom.ts";

/** A tree to build in: the checkout itself or a copy of it. */
export interface BundleRequest {
  readonly root: string;
  readonly actions: readonly string[];
  /** Where the bundle of an action goes, an absolute path. */
  readonly outputFolder: (action: string) => string;
}

/**
 * Compiles the actions with everything that they reference, then bundles each into its output folder, two at a time, with
 * the list of what is in it.
 * The bytes depend on the sources, the lockfile and the layout of the tree, and on nothing else: ncc runs in the
 * action's folder because it names modules relative to where it runs.
 * Returns why a bundle could not be made, by action, in the bundler's own words. Throws with the compiler's when the
 * actions do not compile.
 */
export async function bundleActions(request: BundleRequest): Promise<ReadonlyMap<string, string>> {
  const failures = new Map<string, string>();
  await compile(request);
  const tasks = request.actions.map((action) => async () => {
    const failure = await bundleAction(request, action);
    if (failure !== undefined) failures.set(action, failure);
  });
  await runLimited(2, tasks);
  return failures;
}

/** In the tree that is built: the bundler's own path, relative to the action, is part of the names of lazy chunks. */
const NCC = "packages/repo-tools/node_modules/@vercel/ncc/dist/ncc/cli.js";
const TSC = join(import.meta.dirname, "../../../../node_modules/typescript/bin/tsc");

const LICENSES = "licenses.txt";

async function compile({ root, actions }: BundleRequest): Promise<void> {
  const projects = actions.map((action) => `actions/${action}`);
  const { exitCode, output } = await runNode(TSC, ["--build", ...projects], root);
  if (exitCode !== 0) throw new Error(`The actions do not compile:\n${output}`);
}

async function bundleAction({ root, outputFolder }: BundleRequest, action: string): Promise<string | undefined> {
  const output = outputFolder(action);
  const stats = `${output}.stats.json`;
  const files = ["--out", output, "--license", LICENSES, "--stats-out", stats];
  const build = ["build", "lib/main.js", "--no-cache", ...files];
  const ended = await runNode(join(root, NCC), build, join(root, "actions", action));
  if (ended.exitCode !== 0) return `The bundle of ${action} fails:\n${ended.output.trimEnd()}`;
  listContents(action, output, JSON.parse(readFileSync(stats, "utf8")) as BundleStats);
  rmSync(stats);
  return undefined;
}

function listContents(action: string, output: string, stats: BundleStats): void {
  const packages = readBundledPackages(stats);
  const notices = join(output, LICENSES);
  writeFileSync(join(output, "sbom.json"), renderSbom(action, packages));
  writeFileSync(notices, completeNotices(existsSync(notices) ? readFileSync(notices, "utf8") : "", packages));
}

async function runNode(program: string, programArguments: readonly string[], folder: string): Promise<CommandResult> {
  return runCommand({ program: process.execPath, arguments: [program, ...programArguments], folder });
}
