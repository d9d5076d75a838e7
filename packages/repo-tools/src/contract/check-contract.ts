import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseManifest } from "../imports/manifest.ts";
import { findActions, findWorkspaceFolders, readText } from "../repository.ts";
import { findMissingFiles, readActionFolder } from "./action-folder.ts";
import { type ActionMetadata, parseActionMetadata } from "./action-metadata.ts";
import type { Breach } from "./breach.ts";
import { checkInputs } from "./input-rules.ts";
import { checkMetadata } from "./metadata-rules.ts";
import { checkOutputs } from "./output-rules.ts";
import { checkPackage } from "./package-rules.ts";
import { checkPlaceholders } from "./placeholder-rules.ts";
import { checkExamples, checkReadme } from "./readme-rules.ts";
import { replaceActionTable } from "./readme-tables.ts";
import { checkSources } from "./source-rules.ts";

/**
 * Checks one action against its contract: action.yml, inputs.ts, the outputs that the code sets, the README and the
 * package all say the same, and every required file is there.
 */
export async function checkActionContract(root: string, name: string): Promise<Breach[]> {
  const missing = findMissingFiles(root, name);
  if (missing.length > 0) {
    return missing.map((file) => ({ rule: "files", file: `actions/${name}/${file}`, message: "is missing." }));
  }
  const action = await readActionFolder(root, name);
  return [
    ...checkMetadata(action),
    ...checkInputs(action),
    ...checkOutputs(action),
    ...checkSources(action),
    ...checkPlaceholders(action),
    ...checkPackage(action, readPackageFolders(root)),
    ...checkReadme(action, readAllMetadata(root)),
  ];
}

/** Checks the root README: its table of actions and its examples. */
export function checkRootReadme(root: string): Breach[] {
  const file = "README.md";
  if (!existsSync(join(root, file))) return [{ rule: "files", file, message: "is missing." }];
  const readme = readText(root, file);
  const actions = readAllMetadata(root);
  const { text, missing } = replaceActionTable(readme, actions);
  const breaches: Omit<Breach, "file">[] = [
    ...missing.map((marker) => ({ rule: "tables", message: `the marker "${marker}" is missing.` })),
    ...(text === readme
      ? []
      : [{ rule: "tables", message: "the table of actions is not up to date; run npm run docs." }]),
    ...checkExamples(readme, actions),
  ];
  return breaches.map((breach) => ({ ...breach, file }));
}

/** The action.yml of every action by name, for the examples that use them. */
export function readAllMetadata(root: string): ReadonlyMap<string, ActionMetadata> {
  const paths = findActions(root).map((name) => [name, `actions/${name}/action.yml`] as const);
  const present = paths.filter(([, path]) => existsSync(join(root, path)));
  return new Map(present.map(([name, path]) => [name, parseActionMetadata(path, readText(root, path))]));
}

function readPackageFolders(root: string): ReadonlyMap<string, string> {
  const folders = findWorkspaceFolders(root);
  return new Map(folders.map((folder) => [readName(root, `${folder}/package.json`), folder]));
}

function readName(root: string, path: string): string {
  return parseManifest(path, readText(root, path)).name;
}
