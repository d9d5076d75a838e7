import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArguments } from "./arguments.ts";
import { bundleActions } from "./bundles/bundle-actions.ts";
import { readFolder, writeContents } from "./bundles/folder-contents.ts";
import { verifyBundles } from "./bundles/verify-bundles.ts";
import { runProgram } from "./program.ts";
import { findActions, REPOSITORY_ROOT } from "./repository.ts";

// npm run build [-- action ...]           writes actions/*/dist
// npm run build -- --check [action ...]   builds in two other folders and compares with dist
await runProgram((words) => {
  const all = findActions(REPOSITORY_ROOT);
  const { flags, names } = readArguments(words, ["--check"], all);
  const actions = names.length > 0 ? names : all;
  return flags.has("--check") ? check(actions) : build(actions);
});

async function build(actions: readonly string[]): Promise<number> {
  const temporary = mkdtempSync(join(tmpdir(), "fairway-build-"));
  try {
    const outputFolder = (action: string): string => join(temporary, action);
    const failures = await bundleActions({ root: REPOSITORY_ROOT, actions, outputFolder });
    for (const action of actions) console.log(failures.get(action) ?? writeBundle(action, outputFolder(action)));
    return failures.size > 0 ? 1 : 0;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function writeBundle(action: string, built: string): string {
  const contents = readFolder(built);
  const changes = writeContents(join(REPOSITORY_ROOT, "actions", action, "dist"), contents);
  const kilobytes = Math.ceil((contents.get("index.js")?.length ?? 0) / 1000);
  const told = changes.length === 0 ? "unchanged" : `wrote ${changes.map(({ path }) => path).join(", ")}`;
  return `${action}: index.js ${kilobytes} kB, ${told}`;
}

async function check(actions: readonly string[]): Promise<number> {
  const verdicts = await verifyBundles(REPOSITORY_ROOT, actions);
  for (const { action, problems } of verdicts) {
    console.log(problems.length === 0 ? `${action}: dist is what the sources give` : problems.join("\n"));
  }
  return verdicts.some(({ problems }) => problems.length > 0) ? 1 : 0;
}
