import type { FairwayError } from "@fairway/domain";

import { explainLack } from "./explain-lack.ts";
import type { CheckEnvironmentInputs } from "./inputs.ts";
import { judgeProtection, type Lack } from "./judge-protection.ts";
import type { CheckEnvironmentPorts } from "./ports.ts";

export interface CheckEnvironmentResult {
  readonly outputs: {
    readonly reviewers: string;
    readonly "branches-restricted": string;
    readonly outcome: "protected" | "unprotected";
  };
  /** Everything that is missing, required or not. */
  readonly lacks: readonly FairwayError[];
  /** The first thing that is missing and required. */
  readonly failure?: FairwayError | undefined;
}

/** Reads how an environment is protected, before anything that its approval should guard is started. */
export async function checkEnvironment(
  inputs: CheckEnvironmentInputs,
  { environments, log }: CheckEnvironmentPorts,
): Promise<CheckEnvironmentResult> {
  const { environment } = inputs;
  const protection = await environments.protectionOf(environment);
  const { lacks } = judgeProtection(protection);
  const told = lacks.map((lack) => ({ isRequired: requires(inputs, lack), error: explainLack(environment, lack) }));
  const outputs = {
    reviewers: JSON.stringify(protection?.reviewers ?? []),
    "branches-restricted": String(protection?.branchesRestricted ?? false),
    outcome: lacks.length === 0 ? ("protected" as const) : ("unprotected" as const),
  };
  if (lacks.length === 0) log.info(`environment ${environment} asks for an approval, and restricts its branches`);
  const failure = told.find(({ isRequired }) => isRequired)?.error;
  // The failure is told by itself.
  for (const { error } of told) if (error !== failure) log.warning(error.message);
  return { outputs, lacks: told.map(({ error }) => error), failure };
}

function requires({ requireReviewers, requireBranchRule }: CheckEnvironmentInputs, lack: Lack): boolean {
  switch (lack) {
    case "environment":
      return requireReviewers || requireBranchRule;
    case "reviewers":
      return requireReviewers;
    case "branch-rule":
      return requireBranchRule;
  }
}
