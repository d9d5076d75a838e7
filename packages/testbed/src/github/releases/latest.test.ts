import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openOctokitSession, refusalOf, type OctokitSession } from "../../testing/octokit-session.ts";

let session: OctokitSession;

beforeEach(async () => {
  session = await openOctokitSession();
});

afterEach(() => session.github.close());

async function latest(): Promise<string | undefined> {
  const call = session.octokit.rest.repos.getLatestRelease(session.here);
  if ((await refusalOf(call))?.status === 404) return undefined;
  return (await call).data.tag_name;
}

/** Commit dates go up with the order in which releases are made. */
function release(tag: string, wanted: { makeLatest?: "true" | "false" | "legacy"; prerelease?: boolean } = {}): number {
  const minute = session.repository.releases.length;
  const target = session.repository.commit({ message: tag, date: new Date(Date.UTC(2030, 0, 1, 0, minute)) });
  return session.repository.seedRelease({ tag, target, ...wanted });
}

describe("the latest release", () => {
  test("is none when every release is a draft or a prerelease", async () => {
    release("1.0.0-beta", { prerelease: true });
    session.repository.seedRelease({ tag: "1.0.0", draft: true });
    expect(await latest()).toBeUndefined();
  });

  test("is the one published last unless it says otherwise", async () => {
    release("2.0.0");
    release("1.9.1");
    expect(await latest()).toBe("1.9.1");
  });

  test("stays where it was when a release declines", async () => {
    release("2.0.0");
    release("1.9.1", { makeLatest: "false" });
    expect(await latest()).toBe("2.0.0");
  });

  test("stays where it was implied when a release declines", async () => {
    release("2.0.0", { makeLatest: "legacy" });
    release("1.9.1", { makeLatest: "false" });
    expect(await latest()).toBe("2.0.0");
  });

  test("goes by date of the commit under the legacy rule", async () => {
    release("2.0.0");
    release("1.9.1", { makeLatest: "legacy" });
    expect(await latest()).toBe("1.9.1");
  });

  test("goes by version among commits of one date under the legacy rule", async () => {
    const target = session.repository.commit({ message: "both" });
    for (const tag of ["1.10.0", "1.9.0"]) session.repository.seedRelease({ tag, target, makeLatest: "legacy" });
    expect(await latest()).toBe("1.10.0");
  });

  test("passes on when the marked one is deleted", async () => {
    release("1.0.0");
    const id = release("2.0.0");
    await session.octokit.rest.repos.deleteRelease({ ...session.here, release_id: id });
    expect(await latest()).toBe("1.0.0");
  });

  test("does not move when another release is edited", async () => {
    const old = release("1.0.0");
    release("2.0.0");
    await session.octokit.rest.repos.updateRelease({ ...session.here, release_id: old, body: "edited" });
    expect(await latest()).toBe("2.0.0");
  });

  test("cannot be a prerelease", async () => {
    const id = release("1.0.0-beta", { prerelease: true });
    const call = session.octokit.rest.repos.updateRelease({ ...session.here, release_id: id, make_latest: "true" });
    expect(await refusalOf(call)).toMatchObject({
      status: 422,
      response: { data: { errors: [{ message: "Latest release cannot be draft or prerelease." }] } },
    });
  });
});
