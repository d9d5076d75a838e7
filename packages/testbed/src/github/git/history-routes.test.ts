import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openOctokitSession, refusalOf, type OctokitSession } from "../../testing/octokit-session.ts";

let session: OctokitSession;

beforeEach(async () => {
  session = await openOctokitSession();
});

afterEach(() => session.github.close());

function at(minute: number): Date {
  return new Date(Date.UTC(2030, 0, 1, 12, minute));
}

describe("commits", () => {
  test("are listed newest first from a branch, a tag or a commit, page by page", async () => {
    const { repository, octokit, here } = session;
    const made = [1, 2, 3].map((minute) => repository.commit({ message: `at ${minute}`, date: at(minute) }));
    const pages = await octokit.paginate(octokit.rest.repos.listCommits, { ...here, sha: "main", per_page: 1 });
    expect(pages.map(({ sha }) => sha).slice(0, 3)).toEqual(made.reverse());
    const { data } = await octokit.rest.repos.listCommits({ ...here, sha: made[1]! });
    expect(data[0]?.sha).toBe(made[1]);
  });

  test("of two merged lines are listed by date, each once", async () => {
    const { repository, octokit, here } = session;
    const base = repository.commit({ message: "base", date: at(1) });
    const left = repository.commit({ message: "left", date: at(2), parents: [base], branch: null });
    const right = repository.commit({ message: "right", date: at(3), parents: [base], branch: null });
    const older = repository.commit({ message: "left again", date: at(4), parents: [left], branch: null });
    const merge = repository.commit({ message: "merge", date: at(5), parents: [older, right] });
    const { data } = await octokit.rest.repos.listCommits({ ...here, sha: merge });
    expect(data.map(({ sha }) => sha).slice(0, 5)).toEqual([merge, older, right, left, base]);
  });

  test.each(["main", "heads/main", "refs/heads/main"])("are found by %s", async (ref) => {
    const commit = session.repository.commit({ message: "tip" });
    expect((await session.octokit.rest.repos.getCommit({ ...session.here, ref })).data.sha).toBe(commit);
  });

  test("are found by a part of their name, with the files that they changed", async () => {
    session.repository.commit({ message: "old", files: { "a.txt": "1\n2\n3\n", gone: "x\n" } });
    const commit = session.repository.commit({
      message: "new",
      files: { "a.txt": "1\n3\n4\n5\n", gone: null, b: "y\n" },
    });
    const { data } = await session.octokit.rest.repos.getCommit({ ...session.here, ref: commit.slice(0, 7) });
    expect(data.files?.map((file) => [file.filename, file.status, file.additions, file.deletions])).toEqual([
      ["a.txt", "modified", 2, 1],
      ["b", "added", 1, 0],
      ["gone", "removed", 0, 1],
    ]);
  });

  test("answer 422 for a name that is no commit, and their bare name to the sha media type", async () => {
    const { repos } = session.octokit.rest;
    expect(await refusalOf(repos.getCommit({ ...session.here, ref: "none" }))).toMatchObject({ status: 422 });
    const commit = session.repository.commit({ message: "tip" });
    const { data } = await repos.getCommit({ ...session.here, ref: "main", mediaType: { format: "sha" } });
    expect(data).toBe(commit);
  });
});

describe("comparing", () => {
  test.each([
    ["fork...main", "diverged", 1, 2],
    ["base...main", "ahead", 1, 0],
    ["main...base", "behind", 0, 1],
    ["main...main", "identical", 0, 0],
  ])("says of %s that the head is %s", async (basehead, status, ahead, behind) => {
    const { repository, octokit, here } = session;
    const base = repository.commit({ message: "base" });
    await octokit.rest.git.createRef({ ...here, ref: "refs/tags/base", sha: base });
    repository.commit({ message: "fork 1", parents: [base], branch: "fork", files: { f: "1" } });
    repository.commit({ message: "fork 2", branch: "fork", files: { f: "2" } });
    repository.commit({ message: "main 1", files: { m: "1" } });
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({ ...here, basehead });
    expect([data.status, data.ahead_by, data.behind_by, data.total_commits]).toEqual([status, ahead, behind, ahead]);
    expect(data.merge_base_commit.sha).toBe(basehead === "main...main" ? repository.refs.get("refs/heads/main") : base);
  });
});

describe("branches and contents", () => {
  test("are those of the branch's tip", async () => {
    const { octokit, here, repository } = session;
    const commit = repository.commit({ message: "x", branch: "feature/x", files: { "a/b.txt": "hello\n" } });
    const { data: branches } = await octokit.rest.repos.listBranches(here);
    expect(branches.map(({ name }) => name)).toEqual(["feature/x", "main"]);
    const { data: branch } = await octokit.rest.repos.getBranch({ ...here, branch: "feature/x" });
    expect(branch.commit.sha).toBe(commit);
    const { data } = await octokit.rest.repos.getContent({ ...here, path: "a/b.txt", ref: "feature/x" });
    expect(Buffer.from((data as { content: string }).content, "base64").toString()).toBe("hello\n");
    const { data: folder } = await octokit.rest.repos.getContent({ ...here, path: "a", ref: "feature/x" });
    expect(folder).toMatchObject([{ name: "b.txt", type: "file" }]);
  });

  test("answer 404 where there is nothing", async () => {
    const { repos } = session.octokit.rest;
    expect(await refusalOf(repos.getContent({ ...session.here, path: "none" }))).toMatchObject({ status: 404 });
    expect(await refusalOf(repos.getBranch({ ...session.here, branch: "none" }))).toMatchObject({ status: 404 });
    expect(await refusalOf(repos.get({ owner: "acme", repo: "none" }))).toMatchObject({ status: 404 });
  });
});
