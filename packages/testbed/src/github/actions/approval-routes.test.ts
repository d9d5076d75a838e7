import type { Octokit } from "@octokit/rest";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openOctokitSession, refusalOf, type OctokitSession } from "../../testing/octokit-session.ts";
import type { RunState } from "../index.ts";

let session: OctokitSession;
let run: RunState;

beforeEach(async () => {
  session = await openOctokitSession();
  const headSha = session.repository.commit({ message: "work" });
  const workflow = ".github/workflows/production.yml";
  run = session.repository.startRun({
    workflow,
    event: "workflow_dispatch",
    actor: "dev",
    headSha,
    headBranch: "main",
  });
});

afterEach(() => session.github.close());

async function pending(octokit = session.octokit) {
  return (await octokit.rest.actions.getPendingDeploymentsForRun({ ...session.here, run_id: run.id })).data;
}

async function review(octokit: Octokit, state: "approved" | "rejected") {
  const ids = (await pending()).map(({ environment }) => environment.id ?? 0);
  const decision = { ...session.here, run_id: run.id, environment_ids: ids, state, comment: "seen" };
  return octokit.rest.actions.reviewPendingDeploymentsForRun(decision);
}

async function approvals() {
  return (await session.octokit.rest.actions.getReviewsForRun({ ...session.here, run_id: run.id })).data;
}

describe("a run that enters a protected environment", () => {
  beforeEach(() => {
    session.repository.environment("production", { reviewers: ["lead", "dev"], preventSelfReview: true });
    expect(run.requestApproval("production")).toBe("waiting");
  });

  test("waits, and says for whom", async () => {
    expect(run.status).toBe("waiting");
    expect(await pending(session.as("lead"))).toMatchObject([
      {
        environment: { name: "production" },
        current_user_can_approve: true,
        reviewers: [{ type: "User", reviewer: { login: "lead" } }, { reviewer: { login: "dev" } }],
      },
    ]);
  });

  test("goes on when a reviewer approves, and remembers who did", async () => {
    await review(session.as("lead"), "approved");
    expect(run.status).toBe("queued");
    expect(await pending()).toEqual([]);
    expect(await approvals()).toMatchObject([
      { state: "approved", comment: "seen", user: { login: "lead" }, environments: [{ name: "production" }] },
    ]);
  });

  test("fails when a reviewer rejects", async () => {
    await review(session.as("lead"), "rejected");
    expect(run).toMatchObject({ status: "completed", conclusion: "failure" });
    expect(await approvals()).toMatchObject([{ state: "rejected" }]);
  });

  test.each([
    ["somebody who is no reviewer", "stranger"],
    ["the one who started it", "dev"],
  ])("takes no review of %s", async (_, login) => {
    expect((await pending(session.as(login)))[0]?.current_user_can_approve).toBe(false);
    expect(await refusalOf(review(session.as(login), "approved"))).toMatchObject({ status: 422 });
    expect(() => run.approve(login)).toThrow(login);
    expect(run.status).toBe("waiting");
  });

  test("takes no review of a workflow's own token", async () => {
    const workflow = session.withPermissions({ deployments: "write", actions: "write" });
    expect(await refusalOf(review(workflow, "approved"))).toMatchObject({ status: 403 });
  });

  test("takes the review of a test as it takes the API's", async () => {
    run.approve("lead", "by hand");
    expect(await approvals()).toMatchObject([{ state: "approved", comment: "by hand", user: { login: "lead" } }]);
    expect(() => run.reject("lead")).toThrow("waits for nobody");
  });
});

describe("a run that enters an environment", () => {
  test("makes it without protection when nobody had made it, and does not wait", async () => {
    const get = () => session.octokit.rest.repos.getEnvironment({ ...session.here, environment_name: "new" });
    expect(await refusalOf(get())).toMatchObject({ status: 404 });
    expect(run.requestApproval("new")).toBe("not-required");
    expect((await get()).data.protection_rules).toEqual([]);
  });

  test.each([
    ["main", "not-required"],
    ["ma*", "not-required"],
    ["protected", "not-required"],
    ["m", "branch-refused"],
    ["main/*", "branch-refused"],
    ["release/*", "branch-refused"],
  ])("from main, with the branch policy %s: %s", (branchPolicy, answer) => {
    session.repository.environment("production", { branchPolicy });
    expect(run.requestApproval("production")).toBe(answer);
    expect(run.conclusion).toBe(answer === "branch-refused" ? "failure" : null);
  });
});
