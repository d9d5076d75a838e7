import { join } from "node:path";
import { type CommandResult, runCommand, runLimited } from "../command.ts";

/** A tree to build in: the checkout itself or a copy of it. */
export interface BundleRequest {
  readonly root: string;
  readonly actions: readonly string[];
  /** Where the bundle of an action goes, an absolute path. */
  readonly outputFolder: (action: string) => string;
}

/**
 * Compiles the actions with everything that they reference, then bundles each into its output folder, two at a time.
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

async function compile({ root, actions }: BundleRequest): Promise<void> {
  const projects = actions.map((action) => `actions/${action}`);
  const { exitCode, output } = await runNode(TSC, ["--build", ...projects], root);
  if (exitCode !== 0) throw new Error(`The actions do not compile:\n${output}`);
}

async function bundleAction({ root, outputFolder }: BundleRequest, action: string): Promise<string | undefined> {
  const build = ["build", "lib/main.js", "--out", outputFolder(action), "--license", "licenses.txt", "--no-cache"];
  const { exitCode, output } = await runNode(join(root, NCC), build, join(root, "actions", action));
  return exitCode === 0 ? undefined : `The bundle of ${action} fails:\n${output.trimEnd()}`;
}

async function runNode(program: string, programArguments: readonly string[], folder: string): Promise<CommandResult> {
  return runCommand({ program: process.execPath, arguments: [program, ...programArguments], folder });
}
