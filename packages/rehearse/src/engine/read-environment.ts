import { isTruthy } from "../expressions/evaluate.ts";
import { evaluateTemplate, evaluateText, type Template } from "../expressions/template.ts";
import type { Value } from "../expressions/evaluate.ts";
import { refuseUnknownKeys } from "./workflow-file-error.ts";

type Contexts = Readonly<Record<string, Value>>;

/** The environment that a job names. */
export interface JobEnvironment {
  readonly name: string;
  /** Whether GitHub makes a deployment of its own for the job: yes, unless the file says `deployment: false`. */
  readonly isDeployment: boolean;
  /** Evaluated at the end of the job, when its steps have told it. */
  readonly url: Template | undefined;
}

/** Reads `environment:`, a name, or a mapping with a name. Throws WorkflowFileError for a key that does not run here. */
export function readEnvironment(template: Template | undefined, contexts: Contexts): JobEnvironment | undefined {
  if (template === undefined) return undefined;
  if (template.kind !== "mapping")
    return { name: evaluateText(template, { contexts }), isDeployment: true, url: undefined };
  const keys = new Map(template.entries);
  refuseUnknownKeys("environment:", keys.keys(), ["name", "url", "deployment"]);
  const name = keys.get("name");
  if (name === undefined) return undefined;
  const deployment = keys.get("deployment");
  return {
    name: evaluateText(name, { contexts }),
    isDeployment: deployment === undefined || isTruthy(evaluateTemplate(deployment, { contexts })),
    url: keys.get("url"),
  };
}
