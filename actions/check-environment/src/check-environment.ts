import { refusal, type FairwayError } from "@fairway/domain";

import type { CheckEnvironmentInputs } from "./inputs.ts";
import { judgeProtection, type ProtectionVerdict } from "./judge-protection.ts";
import type { CheckEnvironmentPorts } from "./ports.ts";

export interface CheckEnvironmentResult {
  readonly outputs: {
    readonly reviewers: string;
    readonly "branches-restricted": string;
    readonly outcome: "protected" | "unprotected";
  };
  readonly failure?: FairwayError | undefined;
}

/** Reads how an environment is protected, before anything that its approval should guard is started. */
export async function checkEnvironment(
  { environment, requireReviewers }: CheckEnvironmentInputs,
  { environments, log }: CheckEnvironmentPorts,
): Promise<CheckEnvironmentResult> {
  const protection = await environments.protectionOf(environment);
  const verdict = judgeProtection(protection);
  const outputs = {
    reviewers: JSON.stringify(protection?.reviewers ?? []),
    "branches-restricted": String(protection?.branchesRestricted ?? false),
  };
  if (verdict.kind === "protected") {
    log.info(`environment ${environment} asks for the approval of ${protection?.reviewers.join(" or ") ?? ""}`);
    return { outputs: { ...outputs, outcome: "protected" } };
  }
  const failure = explain(environment, verdict);
  if (!requireReviewers) log.warning(failure.message);
  return { outputs: { ...outputs, outcome: "unprotected" }, failure: requireReviewers ? failure : undefined };
}

function explain(environment: string, verdict: Exclude<ProtectionVerdict, { kind: "protected" }>): FairwayError {
  const where = `Settings, Environments, ${environment}: add required reviewers and restrict the deployment branches.`;
  switch (verdict.kind) {
    case "missing":
      return refusal(
        "NO_ENVIRONMENT",
        `The environment ${environment} does not exist; a job that names it would create it without any protection`,
        where,
      );
    case "no-reviewers":
      return refusal(
        "NO_REVIEWERS",
        `The environment ${environment} has no required reviewers, so a deployment would start without approval`,
        where,
      );
  }
}
