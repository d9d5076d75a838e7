import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { parseCommitSha, type CommitSha } from "@fairway/domain";
import { startGitHub, type GitHubServer } from "@fairway/testbed";

import { openTags } from "./tags.ts";
import { connect, failureOf } from "./testing/connection.ts";

let github: GitHubServer;
let connection: ReturnType<typeof connect>;
let tags: ReturnType<typeof openTags>;
let commit: CommitSha;
let other: CommitSha;
beforeEach(async () => {
  github = await startGitHub();
  connection = connect(github, github.token("job", { contents: "write" }));
  tags = openTags(connection);
  const repository = github.repository("acme/shop");
  other = parseCommitSha(repository.commit({ message: "first" }));
  commit = parseCommitSha(repository.commit({ message: "second" }));
});
afterEach(() => github.close());

const CLAIM = { method: "POST", path: /\/git\/refs$/ };

describe("the claim of a tag", () => {
  test("takes a free tag in one request", async () => {
    expect(await tags.claim("0.1.0", commit)).toEqual({ kind: "claimed" });
    expect(github.requests).toHaveLength(1);
    expect(await tags.commitOf("0.1.0")).toBe(commit);
  });

  test("says which commit has the tag, and never moves it", async () => {
    await tags.claim("0.1.0", other);
    expect(await tags.claim("0.1.0", commit)).toEqual({ kind: "taken", by: other });
    expect(await tags.commitOf("0.1.0")).toBe(other);
  });

  test("follows an annotated tag to its commit", async () => {
    const { octokit, at } = connection;
    const content = { tag: "0.1.0", message: "annotated", object: commit, type: "commit" } as const;
    const { data } = await octokit.rest.git.createTag({ ...at, ...content });
    await octokit.rest.git.createRef({ ...at, ref: "refs/tags/0.1.0", sha: data.sha });
    expect(await tags.claim("0.1.0", commit)).toEqual({ kind: "taken", by: commit });
  });

  test("finds its own tag when the answer is lost", async () => {
    github.inject({ kind: "lost-answer", match: CLAIM });
    expect(await tags.claim("0.1.0", commit)).toEqual({ kind: "taken", by: commit });
  });

  test.each(["drop", "stale"] as const)("says that it may be tried again when nothing is known (%s)", async (kind) => {
    if (kind === "stale") await tags.claim("0.1.0", commit);
    github.inject(kind === "drop" ? { kind, match: CLAIM } : { kind });
    expect(await failureOf(tags.claim("0.1.0", commit))).toMatchObject({ kind: "upstream" });
    expect((await tags.claim("0.1.0", commit)).kind).toBe(kind === "drop" ? "claimed" : "taken");
  });

  test("is refused for good when the commit is unknown", async () => {
    const unknown = parseCommitSha("e".repeat(40));
    const error = await failureOf(tags.claim("0.1.0", unknown));
    expect(error).toMatchObject({ kind: "refusal", code: "TAG_REFUSED" });
    expect(error.message).toContain("Object does not exist");
  });

  test("is refused for good when a deleted immutable release had the tag", async () => {
    const repository = github.repository("acme/shop");
    repository.immutableReleases(true);
    const id = repository.seedRelease({ tag: "0.1.0" });
    const { octokit, at } = connection;
    await octokit.rest.repos.deleteRelease({ ...at, release_id: id });
    await octokit.rest.git.deleteRef({ ...at, ref: "tags/0.1.0" });
    expect(await failureOf(tags.claim("0.1.0", commit))).toMatchObject({ kind: "refusal", code: "TAG_REFUSED" });
  });

  test("names the workflow permission where GitHub may mean it", async () => {
    github.inject({ kind: "workflow-permission", match: CLAIM });
    const error = await failureOf(tags.claim("0.1.0", commit));
    expect(error).toMatchObject({ kind: "configuration", code: "WORKFLOW_PERMISSION" });
    expect(error.message).toContain(`create the tag 0.1.0 for ${commit}`);
  });

  test("waits for nothing by itself when a limit is met, and says for how long to wait", async () => {
    github.inject({ kind: "secondary-limit", match: CLAIM, status: 429, retryAfterSeconds: 7 });
    expect(await failureOf(tags.claim("0.1.0", commit))).toMatchObject({
      code: "GITHUB_RATE_LIMIT",
      retryAfterMs: 7000,
    });
    expect(github.requests).toHaveLength(1);
  });
});
