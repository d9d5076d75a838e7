import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openOctokitSession, refusalOf, type OctokitSession } from "../../testing/octokit-session.ts";

let session: OctokitSession;

beforeEach(async () => {
  session = await openOctokitSession();
});

afterEach(() => session.github.close());

describe("blobs and trees", () => {
  test("give a blob's bytes back", async () => {
    const { git } = session.octokit.rest;
    const content = Buffer.from([0, 1, 2, 255]).toString("base64");
    const { data: blob } = await git.createBlob({ ...session.here, content, encoding: "base64" });
    const { data } = await git.getBlob({ ...session.here, file_sha: blob.sha });
    expect(Buffer.from(data.content, "base64")).toEqual(Buffer.from([0, 1, 2, 255]));
  });

  test("lay entries over a base tree, and take those with a null sha away", async () => {
    const { git } = session.octokit.rest;
    const files = { "a/one": "1", "a/two": "2", three: "3" };
    const commit = session.repository.commit({ message: "files", files });
    const added = { path: "a/four", mode: "100644", type: "blob", content: "4" } as const;
    const removed = { path: "a/one", mode: "100644", type: "blob", sha: null } as const;
    const { data: tree } = await git.createTree({ ...session.here, base_tree: commit, tree: [added, removed] });
    const { data } = await git.getTree({ ...session.here, tree_sha: tree.sha, recursive: "1" });
    const paths = data.tree.filter(({ type }) => type === "blob").map(({ path }) => path);
    expect(paths).toEqual(["README.md", "a/four", "a/two", "three"]);
  });

  test("refuse an empty tree, as GitHub does", async () => {
    const call = session.octokit.rest.git.createTree({ ...session.here, tree: [] });
    expect(await refusalOf(call)).toMatchObject({ status: 422 });
  });
});

describe("git commits", () => {
  test("keep message, tree, parents and the author's moment", async () => {
    const { git } = session.octokit.rest;
    const parent = session.repository.commit({ message: "parent" });
    const { data: base } = await git.getCommit({ ...session.here, commit_sha: parent });
    const author = { name: "Ada", email: "ada@example.org", date: "2024-02-03T04:05:06+01:00" };
    const request = { ...session.here, message: '{"v":1}', tree: base.tree.sha, parents: [parent], author };
    const { data: made } = await git.createCommit(request);
    const { data } = await git.getCommit({ ...session.here, commit_sha: made.sha });
    expect(data).toMatchObject({ message: '{"v":1}', tree: { sha: base.tree.sha }, parents: [{ sha: parent }] });
    expect(data.author).toEqual({ name: "Ada", email: "ada@example.org", date: "2024-02-03T03:05:06Z" });
  });

  test.each([
    ["tree", { tree: "0".repeat(40), parents: [] }, "Tree SHA does not exist"],
    ["parent", { parents: ["0".repeat(40)] }, "Parent SHA does not exist or is not a commit object"],
  ])("refuse an unknown %s", async (_, wrong, message) => {
    const { git } = session.octokit.rest;
    const { data: base } = await git.getCommit({
      ...session.here,
      commit_sha: session.repository.commit({ message: "x" }),
    });
    const call = git.createCommit({ ...session.here, message: "m", tree: base.tree.sha, ...wrong });
    expect(await refusalOf(call)).toMatchObject({ status: 422, response: { data: { message } } });
  });
});

describe("annotated tags", () => {
  test("are objects that a ref shows and that commits are found through", async () => {
    const { git, repos } = session.octokit.rest;
    const commit = session.repository.commit({ message: "tagged" });
    const wanted = { tag: "v1", message: "first", object: commit, type: "commit" } as const;
    const { data: tag } = await git.createTag({ ...session.here, ...wanted });
    await git.createRef({ ...session.here, ref: "refs/tags/v1", sha: tag.sha });
    const { data: ref } = await git.getRef({ ...session.here, ref: "tags/v1" });
    expect(ref.object).toMatchObject({ type: "tag", sha: tag.sha });
    expect((await git.getTag({ ...session.here, tag_sha: tag.sha })).data.object.sha).toBe(commit);
    expect((await repos.getCommit({ ...session.here, ref: "v1" })).data.sha).toBe(commit);
    expect((await repos.listTags(session.here)).data).toMatchObject([{ name: "v1", commit: { sha: commit } }]);
  });
});
