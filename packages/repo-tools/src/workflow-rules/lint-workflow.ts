import type { Violation } from "../imports/violation.ts";
import { checkApproval } from "./approval-rule.ts";
import { checkCaches } from "./cache-rule.ts";
import type { Finding } from "./finding.ts";
import { checkJobs } from "./job-rules.ts";
import { checkPermissions } from "./permission-rules.ts";
import { checkOnePin, checkReferences } from "./reference-rules.ts";
import { checkScripts } from "./script-rules.ts";
import { readWorkflowFile, type WorkflowFile } from "./workflow-file.ts";

type WorkflowRule = (workflow: WorkflowFile) => Finding[];

const RULES: readonly WorkflowRule[] = [checkScripts, checkPermissions, checkReferences, checkJobs, checkCaches];

/**
 * Holds workflow files, by their path, against the rules that neither actionlint nor zizmor has, or has as strict. The
 * files named in `gated` must not change anything in front of their approval. Throws for a file that is no workflow and
 * when there is none: a check of nothing must not look like a check that passed.
 */
export function lintWorkflows(files: ReadonlyMap<string, string>, gated: readonly string[]): Violation[] {
  if (files.size === 0) throw new Error("There is no workflow to check.");
  const workflows = [...files].map(([path, text]) => readWorkflowFile(path, text));
  const alone = workflows.flatMap((workflow) => {
    const rules = gated.includes(workflow.path) ? [...RULES, checkApproval] : RULES;
    return rules.flatMap((rule) => rule(workflow)).map((finding) => ({ ...finding, file: workflow.path }));
  });
  return [...alone, ...checkOnePin(workflows)];
}
