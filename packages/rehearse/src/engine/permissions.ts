import { isMapping } from "@actions/workflow-parser";
import type { TemplateToken } from "@actions/workflow-parser/templates/tokens/template-token";
import { entriesOf, literalText } from "./read-template.ts";
import type { Permissions } from "./workflow.ts";
import { WorkflowFileError } from "./workflow-file-error.ts";

/** Reads `permissions:`. The short forms read-all and write-all are refused: a workflow names what it needs. */
export function readPermissions(token: TemplateToken): Permissions {
  if (!isMapping(token)) {
    throw new WorkflowFileError(
      `permissions: ${literalText(token, "permissions") ?? ""} grants everything; name the scopes that are needed.`,
    );
  }
  return Object.fromEntries(
    entriesOf(token, "permissions").map(([scope, level]) => [
      scope,
      literalText(level, scope) as "read" | "write" | "none",
    ]),
  );
}

const RANK = { none: 0, read: 1, write: 2 } as const;

/**
 * The scopes that a called job asks for and its caller does not grant, as `scope: level`. GitHub refuses such a run
 * when it loads it, before any job starts.
 * Rule: https://docs.github.com/en/actions/reference/workflows-and-actions/reusing-workflow-configurations
 */
export function missingPermissions(asked: Permissions, granted: Permissions): string[] {
  return Object.entries(asked)
    .filter(([scope, level]) => RANK[level] > RANK[granted[scope] ?? "none"])
    .map(([scope, level]) => `${scope}: ${level}`);
}
