import { parseInputs } from "@fairway/domain";

import { fields, type EcsDeployInputs } from "../inputs.ts";

/** The texts that the runner gives for a step that says no more than `texts`. */
export function inputTexts(texts: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    operation: "deploy",
    cluster: "production",
    service: "app",
    "force-new-deployment": "false",
    "wait-until": "deployed",
    "timeout-seconds": "1200",
    "if-in-progress": "wait",
    "require-circuit-breaker": "false",
    "require-ephemeral": "false",
    "on-failure": "none",
    "max-parallel": "1",
    "log-tail-lines": "30",
    "dry-run": "false",
    ...texts,
  };
}

/** The typed inputs of such a step. */
export function inputsOf(texts: Readonly<Record<string, string>> = {}): EcsDeployInputs {
  const verdict = parseInputs(fields, inputTexts(texts));
  if (verdict.kind === "invalid") throw new TypeError(JSON.stringify(verdict.problems));
  return verdict.inputs;
}
