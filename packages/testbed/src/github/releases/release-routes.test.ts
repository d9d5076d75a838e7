import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openOctokitSession, refusalOf, type OctokitSession } from "../../testing/octokit-session.ts";

let session: OctokitSession;
let commit: string;

beforeEach(async () => {
  session = await openOctokitSession();
  commit = session.repository.commit({ message: "work" });
});

afterEach(() => session.github.close());

function create(wanted: { tag_name: string; draft?: boolean; prerelease?: boolean; target_commitish?: string }) {
  return session.octokit.rest.repos.createRelease({ ...session.here, ...wanted });
}

function publish(id: number) {
  return session.octokit.rest.repos.updateRelease({ ...session.here, release_id: id, draft: false });
}

function byTag(tag: string) {
  return session.octokit.rest.repos.getReleaseByTag({ ...session.here, tag });
}

function tagRef(tag: string): string | undefined {
  return session.repository.refs.get(`refs/tags/${tag}`);
}

const alreadyExists = { errors: [{ resource: "Release", code: "already_exists", field: "tag_name" }] };

describe("a draft", () => {
  test("makes no tag and is not found by one", async () => {
    const { data } = await create({ tag_name: "v1", draft: true });
    expect(data).toMatchObject({ draft: true, published_at: null });
    expect(data.html_url).toMatch(/\/releases\/tag\/untagged-[0-9a-f]{20}$/);
    expect(tagRef("v1")).toBeUndefined();
    expect(await refusalOf(byTag("v1"))).toMatchObject({ status: 404 });
  });

  test("may share its tag with other drafts", async () => {
    const ids = await Promise.all([1, 2].map(async () => (await create({ tag_name: "v1", draft: true })).data.id));
    const { data } = await session.octokit.rest.repos.listReleases(session.here);
    expect(new Set(data.map(({ id }) => id))).toEqual(new Set(ids));
    expect(new Set(ids).size).toBe(2);
  });

  test("shows only to those who may write", async () => {
    const { data: draft } = await create({ tag_name: "v1", draft: true });
    const reader = session.withPermissions({ contents: "read" });
    expect((await reader.rest.repos.listReleases(session.here)).data).toEqual([]);
    const call = reader.rest.repos.getRelease({ ...session.here, release_id: draft.id });
    expect(await refusalOf(call)).toMatchObject({ status: 404 });
  });

  test("gets its tag when it is published, at its target", async () => {
    const old = commit;
    session.repository.commit({ message: "newer" });
    const { data } = await create({ tag_name: "v1", draft: true, target_commitish: old });
    const { data: release } = await publish(data.id);
    expect(release).toMatchObject({ draft: false, published_at: expect.any(String) });
    expect(tagRef("v1")).toBe(old);
  });

  test("cannot be published under a tag that has a release", async () => {
    const { data: draft } = await create({ tag_name: "v1", draft: true });
    await create({ tag_name: "v1" });
    expect(await refusalOf(publish(draft.id))).toMatchObject({ status: 422, response: { data: alreadyExists } });
  });
});

describe("a published release", () => {
  test("makes its tag on the default branch when no target is given", async () => {
    await create({ tag_name: "v1", prerelease: true });
    expect(tagRef("v1")).toBe(commit);
    expect((await byTag("v1")).data).toMatchObject({ prerelease: true, tag_name: "v1" });
  });

  test("takes a tag as it is, whatever the target says", async () => {
    const old = session.repository.refs.get("refs/heads/main")!;
    await session.octokit.rest.git.createRef({ ...session.here, ref: "refs/tags/v1", sha: old });
    session.repository.commit({ message: "newer" });
    await create({ tag_name: "v1", target_commitish: "main" });
    expect(tagRef("v1")).toBe(old);
  });

  test("is the only one of its tag", async () => {
    await create({ tag_name: "v1" });
    expect(await refusalOf(create({ tag_name: "v1" }))).toMatchObject({
      status: 422,
      response: { data: alreadyExists },
    });
  });

  test.each([
    ["a target that is neither branch nor commit", { tag_name: "v1", target_commitish: "none" }, "target_commitish"],
    ["a tag that git does not allow", { tag_name: "v 1" }, "tag_name"],
  ])("is refused with %s", async (_, wanted, field) => {
    const errors = [expect.objectContaining({ field })];
    expect(await refusalOf(create(wanted))).toMatchObject({ status: 422, response: { data: { errors } } });
  });

  test("keeps its tag when it is deleted", async () => {
    const { data } = await create({ tag_name: "v1" });
    await session.octokit.rest.repos.deleteRelease({ ...session.here, release_id: data.id });
    expect(await refusalOf(byTag("v1"))).toMatchObject({ status: 404 });
    expect(tagRef("v1")).toBe(commit);
  });

  test("is listed by the date of its commit, not of its publication", async () => {
    const [old, young] = [2001, 2002].map((year) => {
      return session.repository.commit({ message: String(year), date: new Date(`${year}-01-01T00:00:00Z`) });
    });
    await create({ tag_name: "young", target_commitish: young! });
    await create({ tag_name: "old", target_commitish: old! });
    const { data } = await session.octokit.rest.repos.listReleases(session.here);
    expect(data.map((release) => [release.tag_name, release.created_at])).toEqual([
      ["young", "2002-01-01T00:00:00Z"],
      ["old", "2001-01-01T00:00:00Z"],
    ]);
  });
});

describe("a workflow's token", () => {
  test("cannot target a commit whose workflow files differ from the default branch's", async () => {
    const path = ".github/workflows/ci.yml";
    const old = session.repository.commit({ message: "old", files: { [path]: "old" } });
    session.repository.commit({ message: "new", files: { [path]: "new" } });
    const { repos, git } = session.withPermissions({ contents: "write" }).rest;
    const refusal = await refusalOf(repos.createRelease({ ...session.here, tag_name: "v1", target_commitish: old }));
    expect(refusal).toMatchObject({
      status: 403,
      response: { data: { message: "Resource not accessible by integration" } },
    });
    expect(refusal?.response?.headers["x-accepted-github-permissions"]).toContain("workflows=write");
    await git.createRef({ ...session.here, ref: "refs/tags/v1", sha: old });
    await expect(repos.createRelease({ ...session.here, tag_name: "v1" })).resolves.toMatchObject({ status: 201 });
  });
});

describe("an immutable release", () => {
  beforeEach(() => session.repository.immutableReleases(true));

  test("freezes its tag, and its tag's name for ever", async () => {
    const { data } = await create({ tag_name: "v1" });
    const next = session.repository.commit({ message: "next" });
    const { git, repos } = session.octokit.rest;
    const move = { ...session.here, ref: "tags/v1", sha: next, force: true };
    expect(await refusalOf(git.updateRef(move))).toMatchObject({ status: 422 });
    expect(await refusalOf(git.deleteRef({ ...session.here, ref: "tags/v1" }))).toMatchObject({ status: 422 });
    await repos.deleteRelease({ ...session.here, release_id: data.id });
    await git.deleteRef({ ...session.here, ref: "tags/v1" });
    const message = "tag_name was used by an immutable release";
    const refusal = await refusalOf(create({ tag_name: "v1" }));
    expect(refusal?.response?.data.errors).toContainEqual(expect.objectContaining({ message }));
  });

  test("takes a new name and body, and no other prerelease flag", async () => {
    const { data } = await create({ tag_name: "v1", prerelease: true });
    const { repos } = session.octokit.rest;
    const edit = { ...session.here, release_id: data.id };
    expect((await repos.updateRelease({ ...edit, body: "notes" })).data).toMatchObject({
      immutable: true,
      body: "notes",
    });
    expect(await refusalOf(repos.updateRelease({ ...edit, prerelease: false }))).toMatchObject({ status: 422 });
  });
});

describe("generated notes", () => {
  test("list merged pull requests since the previous tag and link the changes", async () => {
    await create({ tag_name: "v1" });
    session.repository.commit({ message: "Add a cart (#7)", author: "dev" });
    session.repository.commit({ message: "no pull request" });
    const wanted = { ...session.here, tag_name: "v2", previous_tag_name: "v1" };
    const { data } = await session.octokit.rest.repos.generateReleaseNotes(wanted);
    const page = `${session.github.url}/acme/shop`;
    expect(data.body).toBe(
      `## What's Changed\n* Add a cart by @dev in ${page}/pull/7\n\n**Full Changelog**: ${page}/compare/v1...v2`,
    );
  });

  test("take the nearest release of the history for the previous one, betas too", async () => {
    await create({ tag_name: "v1" });
    session.repository.commit({ message: "more" });
    await create({ tag_name: "v2-beta", prerelease: true });
    session.repository.commit({ message: "most" });
    const { data } = await session.octokit.rest.repos.generateReleaseNotes({ ...session.here, tag_name: "v2" });
    expect(data.body).toContain("/compare/v2-beta...v2");
  });
});
