import type { Finding } from "./finding.ts";
import type { WorkflowFile, WorkflowStep } from "./workflow-file.ts";

/**
 * No expression inside a script, no exceptions: its value would be code. Values reach a script through `env:`.
 * Rule: https://docs.github.com/actions/reference/security/secure-use#good-practices-for-mitigating-script-injection-attacks
 */
export function checkScripts({ jobs }: WorkflowFile): Finding[] {
  return jobs.flatMap(({ steps }) =>
    steps.filter(hasExpression).map(({ name, line }) => ({
      rule: "expression-in-script",
      line,
      message: `"${name}" has an expression inside its script, where its value would be code: pass it by env.`,
    })),
  );
}

function hasExpression({ run, shell, inputs }: WorkflowStep): boolean {
  return [run, shell, inputs["script"]].some((text) => text?.includes("${{") === true);
}
