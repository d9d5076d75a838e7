import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startGitHub, type GitHubServer, type JobState, type RunState } from "@fairway/testbed";
import { describedPath, openAnswerJudge, type AnswerVerdict, type ObservedAnswer } from "./judge-answer.ts";
import { openPinnedPackages } from "./pinned-packages.ts";
import { openPublishedSchemas } from "./published-schemas.ts";

const REPOSITORY = "/repos/acme/shop";
const ABSENT = "0123456789abcdef0123456789abcdef01234567";

/** What an earlier call of a test answered; every field is looked at by the next calls only. */
type Body = Record<string, unknown>;

let judge: (answer: ObservedAnswer) => AnswerVerdict;
let github: GitHubServer;
let token = "";
let head = "";
let run: RunState;
let job: JobState;

beforeAll(async () => {
  judge = openAnswerJudge(openPinnedPackages());
  github = await startGitHub();
  token = github.token("lead");
  const repository = github.repository("acme/shop");
  head = repository.commit({ message: "Serve the shop", files: { "src/app.ts": "export {};\n" } });
  repository.environment("production", { reviewers: ["lead"], branchPolicy: "main", preventSelfReview: true });
  run = repository.startRun({
    workflow: ".github/workflows/staging.yml",
    event: "workflow_dispatch",
    actor: "octocat",
    headSha: head,
    concurrencyGroup: "staging",
  });
  job = run.startJob("deploy");
  job.startStep("push the image")("success");
});
afterAll(() => github.close());

interface Wanted {
  readonly status: number;
  readonly body?: unknown;
  readonly token?: string;
  /** When the body is no JSON. */
  readonly contentType?: string;
}

/** One call to the embedded GitHub, whose answer must have the status and be as GitHub describes it. */
async function call(method: string, path: string, wanted: Wanted): Promise<Body> {
  const answer = await observe(method, path, wanted);
  const verdict = judge(answer);
  expect({
    status: answer.status,
    verdict: verdict.kind,
    at: `${method} ${path}`,
    ...problemOf(answer, verdict),
  }).toEqual({
    status: wanted.status,
    verdict: expect.stringMatching(/^(?:as-described|general-error)$/),
    at: `${method} ${path}`,
  });
  return answer.body as Body;
}

/** What a failing test shows: the deviations and the answer itself. */
function problemOf({ body }: ObservedAnswer, verdict: AnswerVerdict): { reasons: unknown; body: unknown } | undefined {
  return verdict.kind === "deviates" ? { reasons: verdict.reasons, body } : undefined;
}

async function observe(method: string, path: string, wanted: Wanted): Promise<ObservedAnswer> {
  const below = path.startsWith("http") || path.startsWith("/rate_limit") ? "" : REPOSITORY;
  const address = new URL(`${below}${path}`, github.url);
  const headers = {
    authorization: `Bearer ${wanted.token ?? token}`,
    "content-type": wanted.contentType ?? "application/json",
  };
  const body = wanted.contentType === undefined ? JSON.stringify(wanted.body) : (wanted.body as string);
  const answer = await fetch(address, { method, headers, ...(wanted.body === undefined ? {} : { body }) });
  const text = await answer.text();
  const read: unknown = text === "" ? undefined : JSON.parse(text);
  return { method, path: describedPath(address), status: answer.status, body: read };
}

const get = (path: string, status = 200) => call("GET", path, { status });
const post = (path: string, body: unknown, status = 201) => call("POST", path, { status, body });
const patch = (path: string, body: unknown, status = 200) => call("PATCH", path, { status, body });
const remove = (path: string, status = 204) => call("DELETE", path, { status });

describe("answers of the embedded GitHub are as GitHub describes them", () => {
  test("refs: made, read, listed, moved, removed, and refused", async () => {
    await post("/git/refs", { ref: "refs/fairway/lock/staging", sha: head });
    await get("/git/ref/fairway/lock/staging");
    await get("/git/matching-refs/fairway/lock");
    const child = await post("/git/commits", { message: "next", tree: await treeOf(head), parents: [head] });
    await patch("/git/refs/fairway/lock/staging", { sha: child["sha"] });
    await patch("/git/refs/fairway/lock/staging", { sha: head }, 422);
    await post("/git/refs", { ref: "refs/fairway/lock/staging", sha: head }, 422);
    await post("/git/refs", { ref: "refs/tags/absent", sha: ABSENT }, 422);
    await post("/git/refs", { ref: "no-ref", sha: head }, 422);
    await remove("/git/refs/fairway/lock/staging");
    await get("/git/ref/fairway/lock/staging", 404);
    await patch("/git/refs/fairway/lock/staging", { sha: head }, 422);
    await remove("/git/refs/fairway/lock/staging", 422);
  });

  test("commits, trees, blobs and tag objects", async () => {
    const blob = await post("/git/blobs", { content: "aGVsbG8K", encoding: "base64" });
    await get(`/git/blobs/${String(blob["sha"])}`);
    const entry = { path: "hello", mode: "100644", type: "blob", sha: blob["sha"] };
    const tree = await post("/git/trees", { tree: [entry] });
    await get(`/git/trees/${String(tree["sha"])}`);
    const commit = await post("/git/commits", { message: "orphan", tree: tree["sha"], parents: [] });
    await get(`/git/commits/${String(commit["sha"])}`);
    const tagger = { name: "Lead", email: "lead@example.com", date: "2026-01-01T00:00:00Z" };
    const tag = await post("/git/tags", { tag: "annotated", message: "m", object: head, type: "commit", tagger });
    await get(`/git/tags/${String(tag["sha"])}`);
    await get(`/commits/${head}`);
    await get("/commits");
    await get(`/compare/${head}...main`);
    await get("/branches");
    await get("/branches/main");
    await get("/tags");
    await get("");
    for (const kind of ["commits", "trees", "tags", "blobs"]) await get(`/git/${kind}/${ABSENT}`, 404);
    await post("/git/commits", { message: "no tree", tree: ABSENT, parents: [] }, 422);
    await post("/git/trees", { tree: [{ ...entry, sha: ABSENT }] }, 422);
    await get(`/commits/${ABSENT}`, 422);
    await get("/branches/absent", 404);
  });

  test("releases: drafted, listed, published, read, noted, removed, and refused", async () => {
    const draft = await post("/releases", { tag_name: "v1.0.0", draft: true, name: "One", body: "notes" });
    const path = `/releases/${String(draft["id"])}`;
    await get(path);
    await get("/releases/tags/v1.0.0", 404);
    await get("/releases/latest", 404);
    await patch(path, { draft: false, make_latest: "true" });
    await get("/releases/tags/v1.0.0");
    await get("/releases/latest");
    await get("/releases?per_page=1");
    await post("/releases/generate-notes", { tag_name: "v1.1.0", previous_tag_name: "v1.0.0" }, 200);
    await post("/releases", { tag_name: "v1.0.0" }, 422);
    await post("/releases", { tag_name: "v9", prerelease: true, make_latest: "true" }, 422);
    const beta = await post("/releases", { tag_name: "v1.1.0-beta", prerelease: true, generate_release_notes: true });
    await remove(`/releases/${String(beta["id"])}`);
    await get(`/releases/${String(beta["id"])}`, 404);
    await patch(`/releases/${String(beta["id"])}`, { name: "gone" }, 404);
  });

  test("assets: uploaded, listed, read, renamed, removed, and refused", async () => {
    const draft = await post("/releases", { tag_name: "v2.0.0", draft: true });
    const release = `/releases/${String(draft["id"])}/assets`;
    const uploads = String(draft["upload_url"]).replace("{?name,label}", "");
    const upload = (name: string, status: number) =>
      call("POST", `${uploads}?name=${name}`, { status, body: "content", contentType: "application/gzip" });
    const asset = await upload("shop.tar.gz", 201);
    await upload("shop.tar.gz", 422);
    await get(release);
    const path = `/releases/assets/${String(asset["id"])}`;
    await get(path);
    await patch(path, { name: "renamed.tar.gz", label: "The shop" });
    await remove(path);
    await get(path, 404);
    github.inject({ kind: "starter-asset" });
    await upload("half", 502);
    await get(release);
  });

  test("runs, attempts, jobs, workflows and concurrency groups", async () => {
    const path = `/actions/runs/${run.id}`;
    await get(path);
    await get("/actions/runs?status=in_progress");
    await get(`${path}/attempts/1`);
    await get(`${path}/jobs`);
    await get(`${path}/attempts/1/jobs`);
    await get(`/actions/jobs/${job.id}`);
    await get("/actions/workflows");
    await get("/actions/workflows/staging.yml");
    await get("/actions/workflows/staging.yml/runs");
    await get("/actions/concurrency_groups");
    await get("/actions/concurrency_groups/staging");
    await call("POST", `${path}/rerun`, { status: 403 });
    await call("POST", `${path}/cancel`, { status: 202 });
    await call("POST", `${path}/cancel`, { status: 409 });
    await get(path);
    await get(`${path}/jobs`);
    await call("POST", `${path}/rerun`, { status: 201 });
    await get(`${path}/attempts/2`);
    await get("/actions/runs/1", 404);
    await get("/actions/jobs/1", 404);
    await get("/actions/workflows/absent.yml", 404);
  });

  test("environments, their policies, and the approval of a run that waits", async () => {
    await get("/environments");
    await get("/environments/production");
    await get("/environments/production/deployment-branch-policies");
    await get("/environments/absent", 404);
    const waiting = github.repository("acme/shop").startRun({
      workflow: ".github/workflows/production.yml",
      event: "workflow_dispatch",
      actor: "octocat",
      headSha: head,
    });
    expect(waiting.requestApproval("production")).toBe("waiting");
    const path = `/actions/runs/${waiting.id}`;
    await get(path);
    const pending = (await get(`${path}/pending_deployments`)) as unknown as { environment: { id: number } }[];
    const environment_ids = pending.map(({ environment }) => environment.id);
    await post(`${path}/pending_deployments`, { environment_ids: [1], state: "approved", comment: "" }, 422);
    await post(`${path}/pending_deployments`, { environment_ids, state: "approved", comment: "tested" }, 200);
    await get(`${path}/approvals`);
  });

  test("deployments and their statuses, with addresses and without", async () => {
    const deployment = await post("/deployments", { ref: "main", environment: "staging", required_contexts: [] });
    const path = `/deployments/${String(deployment["id"])}`;
    await get(path);
    await get("/deployments");
    const bare = await post(`${path}/statuses`, { state: "in_progress" });
    await get(`${path}/statuses/${String(bare["id"])}`);
    const addresses = { log_url: "https://example.com/log", environment_url: "https://staging.example.com" };
    await post(`${path}/statuses`, { state: "success", ...addresses });
    await get(`${path}/statuses`);
    await post(`${path}/statuses`, { state: "wonderful" }, 422);
    await get("/deployments/1", 404);
    await post("/deployments", { ref: "absent" }, 422);
  });

  test("refusals that every operation knows: no such token, no permission, too many requests", async () => {
    await call("GET", "/releases", { status: 401, token: "unknown" });
    const reader = github.token(undefined, { contents: "read" });
    const body = { ref: "refs/tags/v3", sha: head };
    await call("POST", "/git/refs", { status: 403, body, token: reader });
    for (const status of [403, 429] as const) {
      github.inject({ kind: "secondary-limit", status });
      await call("POST", "/git/refs", { status, body });
    }
    github.inject({ kind: "workflow-permission" });
    await call("POST", "/git/refs", { status: 403, body });
    await get("/rate_limit");
  });
});

async function treeOf(commit: string): Promise<unknown> {
  const { tree } = (await get(`/git/commits/${commit}`)) as { tree: { sha: string } };
  return tree.sha;
}

describe("the judge of answers", () => {
  const path = `${REPOSITORY}/git/ref/heads/main`;

  test("finds a field that is missing, one of another type, and an address that is none", async () => {
    const good = await observe("GET", "/git/ref/heads/main", { status: 200 });
    expect(judge(good)).toMatchObject({ kind: "as-described" });
    const { ref, ...without } = good.body as Body;
    expect(judge({ ...good, body: without })).toMatchObject({
      kind: "deviates",
      reasons: [expect.stringContaining("ref")],
    });
    expect(judge({ ...good, body: { ...without, ref: 7 } })).toMatchObject({ kind: "deviates" });
    expect(judge({ ...good, body: { ...without, ref, url: "" } })).toMatchObject({ kind: "deviates" });
  });

  test("finds a status that nobody described, a body that should not be there, and an operation that does not exist", () => {
    expect(judge({ method: "GET", path, status: 207, body: {} })).toMatchObject({ kind: "deviates" });
    const deleted = { method: "DELETE", path: `${REPOSITORY}/git/refs/tags/v1`, status: 204, body: {} };
    expect(judge(deleted)).toMatchObject({ kind: "deviates" });
    expect(judge({ method: "GET", path: `${REPOSITORY}/git/nothing`, status: 200, body: {} })).toEqual({
      kind: "unknown-operation",
    });
  });

  test("lets an asset be a starter because the description of the upload says so", () => {
    const upload = "POST /repos/{owner}/{repo}/releases/{release_id}/assets";
    expect(openPublishedSchemas(openPinnedPackages()).proseOf(upload)).toContain("with a state of `starter`");
  });
});
