import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openOctokitSession, refusalOf, type OctokitSession } from "../../testing/octokit-session.ts";

let session: OctokitSession;

beforeEach(async () => {
  session = await openOctokitSession();
});

afterEach(() => session.github.close());

interface Wanted {
  ref?: string;
  environment?: string;
  transient_environment?: boolean;
  production_environment?: boolean;
  payload?: Record<string, unknown>;
}

async function deploy(wanted: Wanted = {}) {
  const request = {
    ...session.here,
    ref: "main",
    environment: "staging",
    auto_merge: false,
    required_contexts: [],
    ...wanted,
  };
  const { data } = await session.octokit.rest.repos.createDeployment(request);
  return data as { id: number; sha: string };
}

function mark(id: number, state: "success" | "failure" | "in_progress", more: { auto_inactive?: boolean } = {}) {
  return session.octokit.rest.repos.createDeploymentStatus({ ...session.here, deployment_id: id, state, ...more });
}

async function states(id: number) {
  const { data } = await session.octokit.rest.repos.listDeploymentStatuses({ ...session.here, deployment_id: id });
  return data.map(({ state }) => state);
}

describe("a deployment", () => {
  test("is made at the commit that the ref names, with its payload", async () => {
    const commit = session.repository.commit({ message: "work" });
    await session.octokit.rest.git.createRef({ ...session.here, ref: "refs/tags/v1-beta", sha: commit });
    session.repository.commit({ message: "newer" });
    const { id } = await deploy({ ref: "v1-beta", payload: { digest: "sha256:1" } });
    const { data } = await session.octokit.rest.repos.getDeployment({ ...session.here, deployment_id: id });
    expect(data).toMatchObject({ sha: commit, ref: "v1-beta", payload: { digest: "sha256:1" } });
  });

  test("refuses a ref that does not exist", async () => {
    const message = "No ref found for: none";
    expect(await refusalOf(deploy({ ref: "none" }))).toMatchObject({ status: 422, response: { data: { message } } });
  });

  test("of a branch behind the default branch is a conflict, unless merging is off", async () => {
    const base = session.repository.commit({ message: "base" });
    session.repository.commit({ message: "topic", branch: "topic", parents: [base] });
    const merging = () =>
      session.octokit.rest.repos.createDeployment({ ...session.here, ref: "topic", required_contexts: [] });
    await expect(merging()).resolves.toMatchObject({ status: 201 });
    session.repository.commit({ message: "newer" });
    expect(await refusalOf(merging())).toMatchObject({ status: 409 });
    await expect(deploy({ ref: "topic" })).resolves.toBeDefined();
    const main = session.octokit.rest.repos.createDeployment({ ...session.here, ref: "main", required_contexts: [] });
    await expect(main).resolves.toMatchObject({ status: 201 });
  });

  test("is a production deployment when its environment is called so, unless it says otherwise", async () => {
    const all = [
      { environment: "production" },
      { environment: "staging" },
      { environment: "live", production_environment: true },
    ];
    for (const wanted of all) await deploy(wanted);
    const { data } = await session.octokit.rest.repos.listDeployments(session.here);
    expect(data.map((one) => [one.environment, one.production_environment])).toEqual([
      ["live", true],
      ["staging", false],
      ["production", true],
    ]);
  });

  test("is listed by environment, newest first", async () => {
    const [first, second] = [await deploy(), await deploy()];
    await deploy({ environment: "production" });
    const { data } = await session.octokit.rest.repos.listDeployments({ ...session.here, environment: "staging" });
    expect(data.map(({ id }) => id)).toEqual([second.id, first.id]);
  });
});

describe("the deployment that GitHub makes for a job", () => {
  test.each([
    ["success", "success"],
    ["failure", "failure"],
    ["cancelled", "error"],
  ] as const)("is of the run's own commit, and ends in %s as %s", async (conclusion, state) => {
    const headSha = session.repository.commit({ message: "newest" });
    const event = { event: "workflow_dispatch", actor: "dev", headSha, headBranch: "main" };
    const run = session.repository.startRun({ ...event, workflow: ".github/workflows/production.yml" });
    const deployment = run.startDeployment("production");
    const { id } = deployment;
    expect(await states(id)).toEqual(["in_progress"]);
    deployment.complete(conclusion, "https://shop.example");
    expect(await states(id)).toEqual([state, "in_progress"]);
    const { data } = await session.octokit.rest.repos.getDeployment({ ...session.here, deployment_id: id });
    expect(data).toMatchObject({ sha: headSha, ref: "main", creator: { login: "github-actions[bot]" } });
  });
});

describe("a deployment's status", () => {
  test("is listed newest first", async () => {
    const { id } = await deploy();
    await mark(id, "in_progress");
    await mark(id, "success");
    expect(await states(id)).toEqual(["success", "in_progress"]);
  });

  test("makes earlier successes of the environment inactive, once", async () => {
    const [first, failed, second, third] = [await deploy(), await deploy(), await deploy(), await deploy()];
    await mark(first.id, "success");
    await mark(failed.id, "failure");
    await mark(second.id, "success");
    await mark(third.id, "success");
    expect(await states(first.id)).toEqual(["inactive", "success"]);
    expect(await states(failed.id)).toEqual(["failure"]);
    expect(await states(second.id)).toEqual(["inactive", "success"]);
    expect(await states(third.id)).toEqual(["success"]);
  });

  test.each([
    ["another environment", { environment: "elsewhere" }],
    ["production", { production_environment: true }],
    ["a transient environment", { transient_environment: true }],
  ])("leaves the deployments of %s alone", async (_, wanted) => {
    const other = await deploy(wanted);
    await mark(other.id, "success");
    await mark((await deploy()).id, "success");
    expect(await states(other.id)).toEqual(["success"]);
  });

  test("makes nothing inactive unless it is a success", async () => {
    const first = await deploy();
    await mark(first.id, "success");
    await mark((await deploy()).id, "failure");
    expect(await states(first.id)).toEqual(["success"]);
  });

  test("leaves all alone when auto_inactive is off", async () => {
    const first = await deploy();
    await mark(first.id, "success");
    await mark((await deploy()).id, "success", { auto_inactive: false });
    expect(await states(first.id)).toEqual(["success"]);
  });
});
