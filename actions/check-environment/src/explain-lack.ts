import { refusal, type FairwayError } from "@fairway/domain";

import type { Lack } from "./judge-protection.ts";

/** Says what an environment lacks, what that would let through, and what to click. */
export function explainLack(environment: string, lack: Lack): FairwayError {
  const settings = `Open Settings, Environments, ${environment}`;
  switch (lack) {
    case "environment":
      return refusal(
        "NO_ENVIRONMENT",
        `The environment ${environment} does not exist; a job that names it would create it without any protection`,
        `Open Settings, Environments, New environment, and name it ${environment}. Tick Required reviewers and name them; ` +
          "under Deployment branches and tags choose Selected branches and tags, and add the branch that deploys.",
      );
    case "reviewers":
      return refusal(
        "NO_REVIEWERS",
        `The environment ${environment} has no required reviewers, so a deployment would start without approval`,
        `${settings}, tick Required reviewers, name up to six, and save. On private repositories this needs a plan of GitHub that has it.`,
      );
    case "branch-rule":
      return refusal(
        "NO_BRANCH_RULE",
        `The environment ${environment} takes deployments from every branch, so a workflow file of any branch could reach it`,
        `${settings}, Deployment branches and tags: choose Selected branches and tags, and add the branch that deploys. ` +
          "Protected branches only does as well, once a branch is protected: until then it lets every branch through. " +
          "Set require-branch-rule to false only where every branch may deploy.",
      );
  }
}
