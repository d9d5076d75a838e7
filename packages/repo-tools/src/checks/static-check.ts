import { renderBreach } from "../contract/breach.ts";
import { checkActionContract } from "../contract/check-contract.ts";
import { findStaleReadmes } from "../contract/regenerate-docs.ts";
import { runCommand } from "../command.ts";
import { checkImportRules } from "../imports/check-import-rules.ts";
import { readSourceTree } from "../imports/read-source-tree.ts";
import { renderViolation } from "../imports/violation.ts";

/** What a check found; `details` is shown only when it failed. */
export interface CheckOutcome {
  readonly passed: boolean;
  readonly details: string;
}

/** One check that runs no test of the project's own. */
export interface StaticCheck {
  readonly name: string;
  readonly run: (root: string) => Promise<CheckOutcome>;
}

/** The checks of the fast part, the longest first so that two of them at a time end early. */
export const STATIC_CHECKS: readonly StaticCheck[] = [
  { name: "lint", run: tool("node_modules/oxlint/bin/oxlint", ["--type-aware"]) },
  { name: "types", run: tool("node_modules/typescript/bin/tsc", ["--project", "tsconfig.json"]) },
  { name: "unused", run: tool("node_modules/knip/bin/knip.js", ["--no-progress", "--no-config-hints"]) },
  { name: "format", run: tool("node_modules/oxfmt/bin/oxfmt", ["--check"]) },
  { name: "import rules", run: checkImports },
  { name: "generated tables", run: checkTables },
];

/** The contract of one action, for a run of its tests alone; a run of everything has it as the project contract. */
export function contractCheck(action: string): StaticCheck {
  return {
    name: `contract of ${action}`,
    run: async (root) => {
      const breaches = await checkActionContract(root, action);
      return { passed: breaches.length === 0, details: breaches.map(renderBreach).join("\n") };
    },
  };
}

function tool(program: string, programArguments: readonly string[]): StaticCheck["run"] {
  return async (root) => {
    const { exitCode, output } = await runCommand({
      program: process.execPath,
      arguments: [program, ...programArguments],
      folder: root,
      // The result is kept in a file as well; some tools colour it whenever CI is set.
      environment: { NO_COLOR: "1" },
    });
    return { passed: exitCode === 0, details: output };
  };
}

async function checkImports(root: string): Promise<CheckOutcome> {
  const { files, manifests } = readSourceTree(root);
  const violations = checkImportRules(files, manifests);
  return Promise.resolve({ passed: violations.length === 0, details: violations.map(renderViolation).join("\n") });
}

async function checkTables(root: string): Promise<CheckOutcome> {
  const stale = findStaleReadmes(root);
  const details = stale.map(({ path, missing }) =>
    missing.length > 0 ? `${path}: there is no ${missing.join(" and no ")}` : `${path}: run npm run docs`,
  );
  return Promise.resolve({ passed: stale.length === 0, details: details.join("\n") });
}
