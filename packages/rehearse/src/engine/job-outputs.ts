import { evaluateTextMap, type Template } from "../expressions/template.ts";
import type { JobState } from "./job-state.ts";

/**
 * Evaluates a job's outputs. Like GitHub, an output that holds a masked value is dropped with a warning, and the jobs
 * that need it see an empty text.
 */
export function jobOutputs(state: JobState, template: Template | undefined): Record<string, string> {
  const outputs = evaluateTextMap(template, { contexts: state.contextsNow({}) });
  const { report } = state.place.jobs.request;
  return Object.fromEntries(
    Object.entries(outputs).filter(([name, value]) => {
      if (!state.masker.finds(value)) return true;
      const text = `Skip output '${name}' since it may contain secret.`;
      report({
        kind: "step-log",
        job: state.place.name,
        step: "Complete job",
        line: { kind: "warning", text, depth: 0 },
      });
      return false;
    }),
  );
}
