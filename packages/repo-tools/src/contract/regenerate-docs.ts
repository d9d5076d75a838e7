import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderErrorIndex } from "../errors/error-index.ts";
import { readText } from "../repository.ts";
import { readAllMetadata } from "./check-contract.ts";
import {
  insertMarkers,
  type Regenerated,
  replaceActionTable,
  replaceErrorIndex,
  replaceTables,
} from "./readme-tables.ts";

/** A README whose generated parts are not what they should be. */
export interface StaleReadme {
  readonly path: string;
  readonly text: string;
  readonly missing: readonly string[];
}

/** Finds every README whose tables differ from the action.yml files, with the text it should have. */
export function findStaleReadmes(root: string): StaleReadme[] {
  const actions = readAllMetadata(root);
  return [
    ...regenerate(root, "README.md", (readme) => replaceActionTable(readme, actions)),
    ...[...actions].flatMap(([name, metadata]) =>
      regenerate(root, `actions/${name}/README.md`, (readme) => replaceTables(insertMarkers(readme), metadata)),
    ),
    ...regenerateErrors(root),
  ];
}

/** Writes the texts that `findStaleReadmes` found. */
export function writeReadmes(root: string, stale: readonly StaleReadme[]): void {
  for (const { path, text } of stale) writeFileSync(join(root, path), text);
}

const ERROR_PAGE = "docs/troubleshooting.md";

function regenerateErrors(root: string): StaleReadme[] {
  if (!existsSync(join(root, ERROR_PAGE))) return [];
  return regenerate(root, ERROR_PAGE, (page) => replaceErrorIndex(page, renderErrorIndex(root)));
}

function regenerate(root: string, path: string, replace: (readme: string) => Regenerated): StaleReadme[] {
  if (!existsSync(join(root, path))) return [{ path, text: "", missing: ["the file"] }];
  const readme = readText(root, path);
  const { text, missing } = replace(readme);
  return text === readme && missing.length === 0 ? [] : [{ path, text, missing }];
}
