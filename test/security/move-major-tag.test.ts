import { execFile } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { REPOSITORY_ROOT } from "@fairway/repo-tools";
import { startGitHub, type GitHubServer } from "@fairway/testbed";
import { afterEach, beforeEach, expect, test } from "@jest/globals";

const REPOSITORY = "acme/fairway";

let github: GitHubServer;
beforeEach(async () => {
  github = await startGitHub();
  repository().immutableReleases(true);
});
afterEach(() => github.close());

test("the first release of a line makes its tag", async () => {
  const commit = release("v1.0.0");
  expect(await move("v1.0.0")).toEqual({ exitCode: 0, output: `v1 is v1.0.0, commit ${commit}\n` });
  expect(tag("v1")).toBe(commit);
});

test("a later release moves the tag, and doing it again changes nothing", async () => {
  release("v1.9.0");
  await move("v1.9.0");
  const commit = release("v1.10.0");
  await move("v1.10.0");
  expect((await move("v1.10.0")).exitCode).toBe(0);
  expect(tag("v1")).toBe(commit);
});

test("a fix of an older version does not move the tag back", async () => {
  const newest = release("v1.10.0");
  await move("v1.10.0");
  release("v1.9.1");
  expect(await move("v1.9.1")).toEqual({ exitCode: 0, output: "v1 stays at v1.10.0, which is newer than v1.9.1\n" });
  expect(tag("v1")).toBe(newest);
});

test("another line is left alone", async () => {
  const first = release("v1.0.0");
  await move("v1.0.0");
  release("v2.0.0");
  await move("v2.0.0");
  expect(tag("v1")).toBe(first);
});

test("a release that can still be changed moves nothing", async () => {
  repository().immutableReleases(false);
  release("v1.0.0");
  const { exitCode, output } = await move("v1.0.0");
  expect({ exitCode, tag: tag("v1") }).toEqual({ exitCode: 1, tag: undefined });
  expect(output).toContain("turn on immutable releases");
});

test.each([
  ["a prerelease", "v1.0.0", { prerelease: true }, "not published as a full release"],
  ["a version that is none", "v1", {}, "vX.Y.Z is expected"],
  ["a beta", "v1.0.0-rc.1", {}, "vX.Y.Z is expected"],
])("%s moves nothing", async (_title, version, seed, message) => {
  release(version, seed);
  const { exitCode, output } = await move(version);
  expect({ exitCode, tags: [...repository().refs.keys()].filter((ref) => ref === "refs/tags/v1").length }).toEqual({
    exitCode: 1,
    tags: version === "v1" ? 1 : 0,
  });
  expect(output).toContain(message);
});

test("a release that does not exist is told in GitHub's words", async () => {
  expect((await move("v1.0.0")).output).toContain("404 to GET releases/tags/v1.0.0: Not Found");
});

test("a token that may only read is told so, and moves nothing", async () => {
  release("v1.0.0");
  const { exitCode } = await move("v1.0.0", { contents: "read" });
  expect({ exitCode, tag: tag("v1") }).toEqual({ exitCode: 1, tag: undefined });
});

function repository() {
  return github.repository(REPOSITORY);
}

function tag(name: string): string | undefined {
  return repository().refs.get(`refs/tags/${name}`);
}

/** Publishes a release of a new commit. */
function release(name: string, seed: { prerelease?: boolean } = {}): string {
  const commit = repository().commit({ message: name });
  repository().seedRelease({ tag: name, target: commit, ...seed });
  return commit;
}

async function move(name: string, permissions: Record<string, "read" | "write"> = { contents: "write" }) {
  const program = join(REPOSITORY_ROOT, "packages/repo-tools/bin/move-major-tag.mjs");
  const env = {
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_TOKEN: github.token("release", permissions),
  };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [program, name], { env });
    return { exitCode: 0, output: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { exitCode: code, output: stderr };
  }
}
