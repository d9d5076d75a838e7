import { checkOf, fail, once, pass, unknown, type Check, type Finding } from "./check.ts";
import type { CheckSetupInputs } from "./inputs.ts";
import type { Systems } from "./ports.ts";

type Protection = Awaited<ReturnType<Systems["environments"]["protectionOf"]>>;

/** Whether the environment is there and asks somebody before anything of it moves. */
export function checkEnvironment(
  { environment, requireReviewers, requireBranchRule }: CheckSetupInputs,
  { environments }: Systems,
): Check[] {
  const read = once(() => environments.protectionOf(environment ?? ""));
  const where = `Settings, Environments, ${environment ?? ""}`;
  const check = (name: string, judge: (protection: Protection) => Finding): Check =>
    checkOf(name, "environment", environment, async () => judge(await read()));
  return [
    check("Environment", (protection) => judgeExistence(protection, where)),
    check("Reviewers", (protection) => judgeReviewers(protection, requireReviewers, where)),
    check("Branch rule", (protection) => judgeBranches(protection, requireBranchRule, where)),
  ];
}

function judgeExistence(protection: Protection, where: string): Finding {
  if (protection !== undefined) return pass("it exists");
  return fail(
    "it does not exist; a job that names it would create it without any protection",
    `Create it: ${where}. Check the spelling in the workflow.`,
  );
}

function judgeReviewers(protection: Protection, required: boolean, where: string): Finding {
  if (protection === undefined) return unknown("not asked, because of the row Environment");
  const { reviewers } = protection;
  if (reviewers.length > 0) return pass(`asks ${reviewers.join(" or ")}`);
  if (!required) return pass("asks nobody, and require-reviewers is false");
  return fail("nobody is asked, so a deployment would start without approval", `${where}: add required reviewers.`);
}

function judgeBranches(protection: Protection, required: boolean, where: string): Finding {
  if (protection === undefined) return unknown("not asked, because of the row Environment");
  if (protection.branchesRestricted) return pass("only some branches or tags may deploy to it");
  if (!required) return pass("any branch may deploy to it, and require-branch-rule is false");
  return fail(
    "any branch may deploy to it, with the workflow as that branch has it",
    `${where}: restrict the deployment branches and tags.`,
  );
}
