import { existsSync } from "node:fs";
import { join } from "node:path";
import { findActions, findFiles, findWorkspaceFolders, readText } from "../repository.ts";
import { type DocumentedError, readDocumentedErrors } from "./documented-errors.ts";
import { readErrorCodes } from "./read-error-codes.ts";

/** What tests and rehearsals throw is for nobody's workflow. */
const NOT_SHIPPED: ReadonlySet<string> = new Set(["packages/rehearse", "packages/repo-tools", "packages/testbed"]);

/** The list of every code that a README documents: where, what it means, and what the error says to do next. */
export function renderErrorIndex(root: string): string {
  const rows = new Map<string, { readonly links: string[]; readonly meanings: Set<string> }>();
  for (const { action, codes, meaning } of documentedByActions(root)) {
    for (const code of codes) {
      const row = rows.get(code) ?? { links: [], meanings: new Set() };
      rows.set(code, row);
      row.links.push(`[${action}](../actions/${action}/README.md)`);
      row.meanings.add(meaning);
    }
  }
  const steps = findErrorCodes(root);
  const sorted = [...rows].toSorted(([left], [right]) => (left < right ? -1 : 1));
  return sorted
    .map(([code, { links, meanings }]) => {
      const told = `- \`${code}\` (${links.join(", ")}): ${[...meanings].join(" ")}`;
      return `${told}${renderNext([...(steps.get(code) ?? [])])}`.replaceAll("\\|", "|");
    })
    .join("\n");
}

/** With many there is no saying which: the message has the one that counts. */
function renderNext(steps: readonly string[]): string {
  return steps.length === 0 || steps.length > 2 ? "" : ` Next: ${steps.map(escapeMarkdown).join(" Or: ")}`;
}

/** A text that is no Markdown, so that it stands there as it is. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_<>[\]]/g, (character) => `\\${character}`).replaceAll(/\s+/g, " ");
}

/** Every code of the sources that are shipped, with the next steps that they name. */
export function findErrorCodes(root: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const folders = findWorkspaceFolders(root).filter((folder) => !NOT_SHIPPED.has(folder));
  const files = folders.flatMap((folder) => findFiles(root, `${folder}/src`, isSource));
  for (const path of files.filter((file) => !file.includes("/testing/"))) {
    for (const { code, nextStep } of readErrorCodes(path, readText(root, path))) {
      const steps = found.get(code) ?? new Set();
      found.set(code, nextStep === undefined ? steps : steps.add(nextStep));
    }
  }
  return found;
}

/** Every row of the READMEs' tables of errors, with its action. */
export function documentedByActions(root: string): (DocumentedError & { readonly action: string })[] {
  return findActions(root).flatMap((action) => {
    const path = `actions/${action}/README.md`;
    if (!existsSync(join(root, path))) return [];
    return readDocumentedErrors(readText(root, path)).map((row) => ({ ...row, action }));
  });
}

function isSource(name: string): boolean {
  return name.endsWith(".ts") && !name.endsWith(".test.ts");
}
