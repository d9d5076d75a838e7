import { parseModule } from "../syntax.ts";
import { findImportCycles } from "./cycle-rule.ts";
import type { ImportCase } from "./import-case.ts";
import { IMPORT_RULES } from "./import-rules.ts";
import type { Manifest } from "./manifest.ts";
import { placeFile, type PlacedFile } from "./places.ts";
import { readGlobals } from "./read-globals.ts";
import { readImports } from "./read-imports.ts";
import { resolveImport } from "./resolve-import.ts";
import type { Violation } from "./violation.ts";

/**
 * Checks who imports whom: rules R1 to R10 and undeclared dependencies, for the texts of all source files by their
 * path from the root and the manifests by their folder ("" is the root).
 * Throws when there is no file to check or one does not parse, because silence would look like success.
 */
export function checkImportRules(
  files: ReadonlyMap<string, string>,
  manifests: ReadonlyMap<string, Manifest>,
): Violation[] {
  if (files.size === 0) {
    throw new Error("The import rules found no source file. Run the check from the root of a complete checkout.");
  }
  const cases: ImportCase[] = [];
  const globals: Violation[] = [];
  for (const [path, text] of files) {
    const from = placeFile(path);
    const program = parseModule(path, text);
    for (const found of readImports(program, text)) {
      cases.push({ from, found, target: resolveImport(path, found.specifier, manifests), manifests });
    }
    if (isWithoutEffects(from)) globals.push(...readGlobals(program, text).map((use) => refuseGlobal(path, use)));
  }
  return [...cases.flatMap(checkImport), ...findImportCycles(cases), ...globals].sort(byPlace);
}

function checkImport(each: ImportCase): Violation[] {
  for (const [rule, refuse] of IMPORT_RULES) {
    const reason = refuse(each);
    if (reason === undefined) continue;
    const message = `imports ${each.found.specifier ?? "a computed name"}: ${reason}.`;
    return [{ rule, file: each.from.path, line: each.found.line, message }];
  }
  return [];
}

/** R10 holds for the domain and the whole of every action, main.ts included; tests may do as they need. */
function isWithoutEffects({ place, test }: PlacedFile): boolean {
  return !test && (place.kind === "domain" || place.kind === "action");
}

function refuseGlobal(file: string, use: { readonly name: string; readonly line: number }): Violation {
  const message = `uses ${use.name}: time, waiting, chance, output and the network come from ports; take one as a parameter and fulfil it in packages/action-kit or an adapter package.`;
  return { rule: "R10", file, line: use.line, message };
}

function byPlace(left: Violation, right: Violation): number {
  return left.file.localeCompare(right.file) || left.line - right.line || left.rule.localeCompare(right.rule);
}
