import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { openOctokitSession, refusalOf, type OctokitSession } from "../../testing/octokit-session.ts";

let session: OctokitSession;

beforeEach(async () => {
  session = await openOctokitSession();
});

afterEach(() => session.github.close());

function get(name: string) {
  return session.octokit.rest.repos.getEnvironment({ ...session.here, environment_name: name });
}

test("an environment shows its required reviewers and its branch policy", async () => {
  session.repository.environment("production", { reviewers: ["lead"], branchPolicy: "main", preventSelfReview: true });
  const { data } = await get("production");
  expect(data.protection_rules).toMatchObject([
    {
      type: "required_reviewers",
      prevent_self_review: true,
      reviewers: [{ type: "User", reviewer: { login: "lead" } }],
    },
    { type: "branch_policy" },
  ]);
  expect(data.deployment_branch_policy).toEqual({ protected_branches: false, custom_branch_policies: true });
  const call = { ...session.here, environment_name: "production" };
  const { data: policies } = await session.octokit.rest.repos.listDeploymentBranchPolicies(call);
  expect(policies.branch_policies.map(({ name }) => name)).toEqual(["main"]);
});

test("an environment without protection has no rules", async () => {
  session.repository.environment("staging");
  expect((await get("staging")).data).toMatchObject({ protection_rules: [], deployment_branch_policy: null });
});

test("an environment is found without case and with a slash in its name, and 404 when it was never made", async () => {
  session.repository.environment("Team/Production");
  expect((await get("team/production")).data.name).toBe("Team/Production");
  expect(await refusalOf(get("production"))).toMatchObject({ status: 404 });
});

test("environments are listed", async () => {
  for (const name of ["staging", "production", "staging"]) session.repository.environment(name);
  const { data } = await session.octokit.rest.repos.getAllEnvironments(session.here);
  expect(data.environments?.map(({ name }) => name).sort()).toEqual(["production", "staging"]);
});
