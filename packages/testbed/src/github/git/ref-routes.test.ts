import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openOctokitSession, refusalOf, type OctokitSession } from "../../testing/octokit-session.ts";

let session: OctokitSession;
let base: string;

beforeEach(async () => {
  session = await openOctokitSession();
  base = session.repository.commit({ message: "base" });
});

afterEach(() => session.github.close());

const lock = "refs/fairway/lock/staging";

function child(message: string, parent = base): string {
  return session.repository.commit({ message, parents: [parent], branch: null });
}

function create(ref: string, sha = base): Promise<unknown> {
  return session.octokit.rest.git.createRef({ ...session.here, ref, sha });
}

function move(sha: string, force = false): Promise<unknown> {
  return session.octokit.rest.git.updateRef({ ...session.here, ref: lock.slice("refs/".length), sha, force });
}

describe("creating a ref", () => {
  test("makes it in any namespace, readable at once", async () => {
    await create(lock);
    const { data } = await session.octokit.rest.git.getRef({ ...session.here, ref: "fairway/lock/staging" });
    expect(data).toMatchObject({ ref: lock, object: { sha: base, type: "commit" } });
  });

  test.each([
    ["a name that is taken", "refs/heads/main", "Reference already exists"],
    ["a name without refs/", "heads/new", "Reference name must start with 'refs/'."],
    ["a name with one slash", "refs/new", "Reference name must contain at least three slash-separated components."],
    ["a name that git does not allow", "refs/heads/a..b", "refs/heads/a..b is not a valid ref name."],
    ["a name below one that is a ref", "refs/heads/main/sub", "Reference update failed"],
  ])("refuses %s", async (_, ref, message) => {
    const refusal = await refusalOf(create(ref));
    expect(refusal).toMatchObject({ status: 422, response: { data: { message, status: "422" } } });
  });

  test("refuses an object that does not exist", async () => {
    const refusal = await refusalOf(create(lock, "0123456789".repeat(4)));
    expect(refusal).toMatchObject({ status: 422, response: { data: { message: "Object does not exist" } } });
  });

  test("answers 201 to exactly one of fifty requests that race", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => refusalOf(create(lock))));
    expect(answers.filter((refusal) => refusal === undefined)).toHaveLength(1);
    expect(answers.filter((refusal) => refusal?.status === 422)).toHaveLength(49);
  });
});

describe("moving a ref", () => {
  beforeEach(() => create(lock));

  test("follows a descendant", async () => {
    const next = child("next");
    await move(next);
    expect(session.repository.refs.get(lock)).toBe(next);
  });

  test("takes the place where it is already for a success", async () => {
    await expect(move(base)).resolves.toMatchObject({ status: 200 });
  });

  test("refuses a commit that does not descend from it", async () => {
    await move(child("ours"));
    const refusal = await refusalOf(move(child("theirs")));
    expect(refusal).toMatchObject({ status: 422, response: { data: { message: "Update is not a fast forward" } } });
  });

  test("goes anywhere by force", async () => {
    await move(child("ours"));
    const theirs = child("theirs");
    await move(theirs, true);
    expect(session.repository.refs.get(lock)).toBe(theirs);
  });

  test("refuses a ref that does not exist", async () => {
    const call = session.octokit.rest.git.updateRef({ ...session.here, ref: "heads/none", sha: base });
    expect(await refusalOf(call)).toMatchObject({
      status: 422,
      response: { data: { message: "Reference does not exist" } },
    });
  });

  test("answers 200 to exactly one of fifty commits on one base that race", async () => {
    const rivals = Array.from({ length: 50 }, (_, number) => child(`rival ${number}`));
    const answers = await Promise.all(rivals.map((sha) => refusalOf(move(sha))));
    const winners = rivals.filter((_, place) => answers[place] === undefined);
    expect(winners).toEqual([session.repository.refs.get(lock)]);
  });
});

describe("deleting and listing refs", () => {
  test("deletes a ref once", async () => {
    await create(lock);
    const remove = () => session.octokit.rest.git.deleteRef({ ...session.here, ref: "fairway/lock/staging" });
    await expect(remove()).resolves.toMatchObject({ status: 204 });
    expect(await refusalOf(remove())).toMatchObject({ status: 422 });
  });

  test("answers 404 for a ref that does not exist, even when others begin with its name", async () => {
    await create(lock);
    const call = session.octokit.rest.git.getRef({ ...session.here, ref: "fairway/lock" });
    expect(await refusalOf(call)).toMatchObject({ status: 404, response: { data: { message: "Not Found" } } });
  });

  test("lists the refs that begin with a prefix, in order", async () => {
    await create("refs/tags/b");
    await create("refs/tags/a");
    const { data } = await session.octokit.rest.git.listMatchingRefs({ ...session.here, ref: "tags/" });
    expect(data.map(({ ref }) => ref)).toEqual(["refs/tags/a", "refs/tags/b"]);
  });
});
