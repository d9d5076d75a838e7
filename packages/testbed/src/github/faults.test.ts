import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openOctokitSession, refusalOf, type OctokitSession } from "../testing/octokit-session.ts";

let session: OctokitSession;
let base: string;
let time: Date;

beforeEach(async () => {
  time = new Date("2030-01-01T00:00:00Z");
  session = await openOctokitSession({ now: () => time });
  base = session.repository.commit({ message: "base" });
});

afterEach(() => session.github.close());

const createRef = (ref = "refs/tags/v1") => session.octokit.rest.git.createRef({ ...session.here, ref, sha: base });
const readMain = async () =>
  (await session.octokit.rest.git.getRef({ ...session.here, ref: "heads/main" })).data.object.sha;

describe("a fault", () => {
  test("meets the requests that match, as often as it says", async () => {
    session.github.inject({ match: { method: "POST", path: /\/git\/refs$/ }, times: 2, kind: "status", status: 503 });
    expect(await readMain()).toBe(base);
    expect(await refusalOf(createRef())).toMatchObject({ status: 503 });
    expect(await refusalOf(createRef())).toMatchObject({ status: 503 });
    expect(session.repository.refs.has("refs/tags/v1")).toBe(false);
    await expect(createRef()).resolves.toMatchObject({ status: 201 });
  });

  test("matches paths without their percent-encoding and without the prefix of an own server", async () => {
    session.github.inject({
      match: { path: /^\/repos\/acme\/shop\/git\/ref\/tags\/v1$/ },
      kind: "status",
      status: 500,
    });
    const headers = { authorization: `Bearer ${session.github.token()}` };
    const answer = await fetch(`${session.github.url}/api/v3/repos/acme/shop/git/ref/tags%2Fv1`, { headers });
    expect(answer.status).toBe(500);
  });

  test("that drops the connection applies nothing", async () => {
    session.github.inject({ match: { method: "POST" }, kind: "drop" });
    await expect(createRef()).rejects.toThrow();
    expect(session.repository.refs.has("refs/tags/v1")).toBe(false);
  });

  test("that loses the answer applies the request", async () => {
    session.github.inject({ match: { method: "POST" }, kind: "lost-answer" });
    await expect(createRef()).rejects.toThrow();
    expect(session.repository.refs.get("refs/tags/v1")).toBe(base);
  });

  test("of the secondary limit says when to try again", async () => {
    session.github.inject({ kind: "secondary-limit", status: 429, retryAfterSeconds: 7 });
    const refusal = await refusalOf(readMain());
    expect(refusal).toMatchObject({ status: 429, response: { headers: { "retry-after": "7" } } });
    expect(refusal?.message).toContain("secondary rate limit");
  });

  test("of delay goes on afterwards, and meets a request together with another fault", async () => {
    session.github.inject({ kind: "delay", ms: 40 });
    session.github.inject({ kind: "status", status: 500 });
    const start = performance.now();
    expect(await refusalOf(readMain())).toMatchObject({ status: 500 });
    expect(performance.now() - start).toBeGreaterThanOrEqual(35);
    expect(await readMain()).toBe(base);
  });

  test("of the workflow permission meets writes of refs and releases alone", async () => {
    session.github.inject({ kind: "workflow-permission" });
    expect(await readMain()).toBe(base);
    const refusal = await refusalOf(createRef());
    expect(refusal?.status).toBe(403);
    expect(refusal?.response?.headers["x-accepted-github-permissions"]).toContain("workflows=write");
  });
});

describe("a stale read", () => {
  test("answers from before the last write, and the next one from the present", async () => {
    const next = session.repository.commit({ message: "next" });
    session.github.inject({ match: { path: /\/git\/ref\// }, kind: "stale" });
    expect(await readMain()).toBe(base);
    expect(await readMain()).toBe(next);
  });

  test("answers from as long ago as it says", async () => {
    time = new Date(time.getTime() + 10_000);
    session.repository.commit({ message: "ten seconds later" });
    time = new Date(time.getTime() + 10_000);
    const last = session.repository.commit({ message: "twenty seconds later" });
    session.github.inject({ kind: "stale", ms: 15_000 });
    expect(await readMain()).toBe(base);
    session.github.inject({ kind: "stale", ms: 0 });
    expect(await readMain()).toBe(last);
  });

  test("does not know commits, runs and releases that came later", async () => {
    const { git, actions, repos } = session.octokit.rest;
    const sha = session.repository.commit({ message: "new" });
    session.github.inject({ kind: "stale" });
    expect(await refusalOf(git.getCommit({ ...session.here, commit_sha: sha }))).toMatchObject({ status: 404 });
    const run = session.repository.startRun({
      workflow: ".github/workflows/a.yml",
      event: "push",
      actor: "dev",
      headSha: sha,
    });
    session.github.inject({ kind: "stale" });
    expect(await refusalOf(actions.getWorkflowRun({ ...session.here, run_id: run.id }))).toMatchObject({ status: 404 });
    session.repository.seedRelease({ tag: "v1" });
    session.github.inject({ kind: "stale" });
    expect((await repos.listReleases(session.here)).data).toEqual([]);
  });

  test("never is a write's: a write sees the present", async () => {
    await createRef();
    session.github.inject({ kind: "stale", writes: 1, times: 5 });
    expect(await refusalOf(createRef())).toMatchObject({ status: 422 });
  });
});

describe("a broken upload", () => {
  test("answers 502 and leaves a starter asset that blocks the name until it is deleted", async () => {
    const { repos } = session.octokit.rest;
    const { data: draft } = await repos.createRelease({ ...session.here, tag_name: "v1", draft: true });
    const upload = () =>
      repos.uploadReleaseAsset({ ...session.here, release_id: draft.id, url: draft.upload_url, name: "a", data: "x" });
    session.github.inject({ kind: "starter-asset" });
    expect(await refusalOf(upload())).toMatchObject({ status: 502 });
    const { data: assets } = await repos.listReleaseAssets({ ...session.here, release_id: draft.id });
    expect(assets).toMatchObject([{ name: "a", state: "starter", digest: null }]);
    expect(await refusalOf(upload())).toMatchObject({ status: 422 });
    await repos.deleteReleaseAsset({ ...session.here, asset_id: assets[0]!.id });
    expect((await upload()).data.state).toBe("uploaded");
  });
});
