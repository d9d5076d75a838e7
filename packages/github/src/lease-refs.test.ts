import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { startGitHub, type GitHubServer } from "@fairway/testbed";

import { openLeaseRefs } from "./lease-refs.ts";
import { connect, failureOf } from "./testing/connection.ts";

const REF = "refs/fairway/lock/staging";
const CREATE = { method: "POST", path: /\/git\/refs$/ };
const MOVE = { method: "PATCH", path: /\/git\/refs\// };

let github: GitHubServer;
let refs: ReturnType<typeof openLeaseRefs>;
beforeEach(async () => {
  github = await startGitHub();
  github.repository("acme/shop");
  refs = openLeaseRefs(connect(github, github.token("job", { contents: "write" })));
});
afterEach(() => github.close());

describe("the refs of leases", () => {
  test("hold a chain of records, outside of branches and without the repository's files", async () => {
    const first = await refs.append("first", undefined);
    expect(await refs.create(REF, first)).toEqual({ kind: "written" });
    const tip = await refs.read(REF);
    const second = await refs.append("second", tip);
    expect(await refs.advance(REF, second)).toEqual({ kind: "written" });
    expect(await refs.read(REF)).toMatchObject({ sha: second, message: "second", tree: tip?.tree });
    const tree = github.requests.find(({ path }) => path.endsWith("/git/trees"))?.body.toString("utf8");
    expect(tree).not.toContain(".github");
  });

  test("take one of two records with the same parent", async () => {
    await refs.create(REF, await refs.append("first", undefined));
    const tip = await refs.read(REF);
    const [one, other] = [await refs.append("one", tip), await refs.append("other", tip)];
    expect(await refs.advance(REF, one)).toEqual({ kind: "written" });
    expect(await refs.advance(REF, other)).toEqual({ kind: "lost" });
    expect(await refs.advance(REF, one)).toEqual({ kind: "written" });
  });

  test("are created once", async () => {
    const [one, other] = [await refs.append("one", undefined), await refs.append("other", undefined)];
    const writes = await Promise.all([refs.create(REF, one), refs.create(REF, other)]);
    expect(writes.map(({ kind }) => kind).sort()).toEqual(["lost", "written"]);
  });

  test.each(["lost-answer", "drop"] as const)("tell when it is unknown how a write ended (%s)", async (kind) => {
    const first = await refs.append("first", undefined);
    github.inject({ match: CREATE, kind });
    expect(await refs.create(REF, first)).toEqual({ kind: "unknown" });
    expect((await refs.read(REF))?.sha).toBe(kind === "drop" ? undefined : first);
  });

  test.each<[number, string, string]>([
    [422, "Reference already exists", "lost"],
    [422, "Reference update failed", "lost"],
    [409, "Conflict", "denied"],
    [422, "Repository rule violations found", "denied"],
    [422, "Object does not exist", "denied"],
    [403, "You are not allowed to create this ref", "denied"],
    [500, "Server Error", "unknown"],
    [502, "Bad Gateway", "unknown"],
  ])("read an answer of %d %j to the creation as %s", async (status, message, kind) => {
    const first = await refs.append("first", undefined);
    github.inject({ match: CREATE, kind: "status", status, body: { message } });
    const write = await refs.create(REF, first);
    expect(write).toEqual(kind === "denied" ? { kind, reason: message } : { kind });
  });

  test.each<[number, string, string]>([
    [422, "Update is not a fast forward", "lost"],
    [422, "Reference does not exist", "lost"],
    [422, "Cannot update this protected ref.", "denied"],
  ])("read an answer of %d %j to a move as %s", async (status, message, kind) => {
    const first = await refs.append("first", undefined);
    github.inject({ match: MOVE, kind: "status", status, body: { message } });
    expect((await refs.advance(REF, first)).kind).toBe(kind);
  });

  test("throw for a permission that is missing, and name it", async () => {
    const reader = openLeaseRefs(connect(github, github.token("reader", { contents: "read" })));
    const error = await failureOf(reader.create(REF, await refs.append("first", undefined)));
    expect(error).toMatchObject({ code: "MISSING_PERMISSION", nextStep: expect.stringContaining("contents: write") });
  });

  test("throw for a rate limit, which no other ref-prefix would lift", async () => {
    const first = await refs.append("first", undefined);
    github.inject({ match: CREATE, kind: "secondary-limit", retryAfterSeconds: 30 });
    expect(await failureOf(refs.create(REF, first))).toMatchObject({ code: "GITHUB_RATE_LIMIT" });
  });

  test("wait for a record that the ref names and GitHub does not show yet", async () => {
    const first = await refs.append("first", undefined);
    await refs.create(REF, first);
    const match = { method: "GET", path: /\/git\/commits\// };
    github.inject({ match, times: 2, kind: "status", status: 404, body: { message: "Not Found" } });
    expect((await refs.read(REF))?.message).toBe("first");
  });

  test("do not wait for ever for a record that is not there", async () => {
    await refs.create(REF, await refs.append("first", undefined));
    const match = { method: "GET", path: /\/git\/commits\// };
    github.inject({ match, times: 99, kind: "status", status: 404, body: { message: "Not Found" } });
    expect(await failureOf(refs.read(REF))).toMatchObject({ kind: "upstream" });
  });
});
