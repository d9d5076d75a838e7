import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Release } from "@fairway/domain";
import { listen, startGitHub, type GitHubServer } from "@fairway/testbed";

import { openReleases } from "./releases.ts";
import { connect, failureOf } from "./testing/connection.ts";

const beta = { tag: "0.1.0-abcdefg.beta", name: "Beta", notes: "Some notes", prerelease: true };
const file = (name: string, text: string) => {
  const content = new TextEncoder().encode(text);
  return { name, size: content.byteLength, read: () => content };
};

let github: GitHubServer;
let connection: ReturnType<typeof connect>;
let releases: ReturnType<typeof openReleases>;
beforeEach(async () => {
  github = await startGitHub();
  connection = connect(github, github.token("job", { contents: "write" }));
  releases = openReleases(connection);
  github.repository("acme/shop").commit({ message: "work" });
});
afterEach(() => github.close());

const state = () => github.repository("acme/shop");
const writesOf = (path: RegExp) => github.requests.filter((one) => one.method !== "GET" && path.test(one.path)).length;

async function published(): Promise<Release> {
  const draft = await releases.createDraft(beta);
  await releases.upload(draft, file("app.txt", "content"));
  return releases.publish(draft.id, false, beta);
}

describe("releases", () => {
  test("are drafted, filled and published, and the answer tells every asset with its digest", async () => {
    const release = await published();
    expect(release).toMatchObject({ ...beta, draft: false, publishedAt: expect.stringMatching(/^\d{4}-.*Z$/) });
    expect(release.assets).toMatchObject([
      { name: "app.txt", size: 7, state: "uploaded", digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
    ]);
    expect(await releases.byTag(beta.tag)).toEqual(release);
  });

  test("name no target, so that an older commit's workflow files do not matter", async () => {
    await published();
    for (const { body } of github.requests.filter(({ path }) => /\/releases(\/\d+)?$/.test(path)))
      expect(String(body)).not.toContain("target_commitish");
  });

  test("are read from all pages", async () => {
    for (let count = 0; count < 150; count += 1) state().seedRelease({ tag: `0.${count}.0` });
    const all = await releases.all();
    expect(new Set(all.map(({ tag }) => tag)).size).toBe(150);
    expect(github.requests).toHaveLength(2);
  });

  test("are found by id as drafts, which no tag finds", async () => {
    const draft = await releases.createDraft(beta);
    expect(await releases.byTag(beta.tag)).toBeUndefined();
    expect(await releases.byId(draft.id)).toMatchObject({ draft: true, publishedAt: undefined });
    expect(await releases.byId(12)).toBeUndefined();
  });

  test("are not seen by a read that is older than they are", async () => {
    const draft = await releases.createDraft(beta);
    github.inject({ kind: "stale", times: 2 });
    expect(await releases.byId(draft.id)).toBeUndefined();
    expect(await releases.all()).toEqual([]);
    expect(await releases.byId(draft.id)).toBeDefined();
  });

  test("keep what an immutable release froze, and tell why an upload to it is refused", async () => {
    state().immutableReleases(true);
    const release = await published();
    expect(await failureOf(releases.upload(release, file("late.txt", "late")))).toMatchObject({
      code: "GITHUB_REFUSED",
      message: expect.stringContaining("immutable release"),
    });
    expect(await releases.byId(release.id)).toEqual(release);
  });

  test("lose a draft that is deleted, also when the answer to that is lost", async () => {
    const draft = await releases.createDraft(beta);
    github.inject({ kind: "lost-answer", match: { method: "DELETE" } });
    await releases.deleteDraft(draft.id);
    expect(state().releases).toEqual([]);
  });
});

describe("a write of a release", () => {
  test.each([
    ["createDraft", /\/releases$/],
    ["publish", /\/releases\/\d+$/],
    ["upload", /\/assets/],
  ] as const)(
    "(%s) is a single try when its answer is lost, and the next read shows it applied",
    async (write, path) => {
      const draft = write === "createDraft" ? undefined : await releases.createDraft(beta);
      const before = writesOf(path);
      github.inject({ kind: "lost-answer", match: { path } });
      const work = {
        createDraft: () => releases.createDraft(beta),
        publish: () => releases.publish(draft?.id ?? 0, false, beta),
        upload: () => releases.upload(draft as Release, file("app.txt", "content")),
      };
      expect(await failureOf(work[write]())).toMatchObject({ code: "GITHUB_UNREACHABLE", kind: "upstream" });
      expect(writesOf(path) - before).toBe(1);
      const [release] = await releases.all();
      expect(release).toMatchObject(
        {
          createDraft: { draft: true },
          publish: { draft: false },
          upload: { assets: [{ name: "app.txt", state: "uploaded" }] },
        }[write],
      );
    },
  );

  test("tells how long a secondary limit asks to wait, and is not repeated by itself", async () => {
    github.inject({ kind: "secondary-limit", retryAfterSeconds: 90, match: { method: "POST" } });
    expect(await failureOf(releases.createDraft(beta))).toMatchObject({
      code: "GITHUB_RATE_LIMIT",
      kind: "upstream",
      retryAfterMs: 90_000,
    });
    expect(connection.clock.slept).toEqual([]);
  });

  test.each([
    [502, "GITHUB_FAILED"],
    [404, "GITHUB_FAILED"],
    [422, "GITHUB_REFUSED"],
    [400, "GITHUB_REFUSED"],
  ])("that is answered %i ends as %s", async (status, code) => {
    github.inject({ kind: "status", status, match: { method: "PATCH" } });
    const draft = await releases.createDraft(beta);
    expect(await failureOf(releases.publish(draft.id, false, beta))).toMatchObject({ code, kind: "upstream" });
  });

  test("leaves a half-made asset that the release shows, and that can be deleted and uploaded again", async () => {
    const draft = await releases.createDraft(beta);
    github.inject({ kind: "starter-asset" });
    expect(await failureOf(releases.upload(draft, file("app.txt", "content")))).toMatchObject({
      code: "GITHUB_FAILED",
    });
    expect(await failureOf(releases.upload(draft, file("app.txt", "content")))).toMatchObject({
      code: "GITHUB_REFUSED",
    });
    const [starter] = (await releases.byId(draft.id))?.assets ?? [];
    if (starter === undefined) throw new Error("no starter asset");
    expect(starter).toMatchObject({ state: "starter", digest: undefined });
    await releases.deleteAsset(starter);
    await releases.deleteAsset(starter);
    expect(await releases.upload(draft, file("app.txt", "content"))).toMatchObject({ state: "uploaded", size: 7 });
  });

  test.each([
    ["createDraft", () => releases.createDraft(beta)],
    ["publish", () => releases.publish(1, false, beta)],
  ])("(%s) names the missing workflow permission and the input that helps", async (_, write) => {
    github.inject({ kind: "workflow-permission" });
    const error = await failureOf(write());
    expect(error).toMatchObject({ code: "WORKFLOW_PERMISSION", kind: "configuration" });
    expect(error.message).toContain("workflows: write");
    expect(error.nextStep).toContain("tag-token");
  });

  test("uses the publisher's token for the release and the own one for everything else", async () => {
    const own = github.token("job", { contents: "write" });
    const publisher = github.token("app", { contents: "write", workflows: "write" });
    releases = openReleases(connect(github, own), connect(github, publisher));
    await published();
    const tokens = github.requests.map(({ headers }) => headers.authorization?.split(" ")[1]);
    expect(tokens).toEqual([publisher, own, publisher]);
  });
});

describe("a read of releases", () => {
  test("is repeated after 5xx and after a secondary limit, not before the time that GitHub names", async () => {
    github.inject({ kind: "status", status: 503 });
    github.inject({ kind: "secondary-limit", retryAfterSeconds: 30 });
    expect(await releases.all()).toEqual([]);
    expect(connection.clock.slept).toEqual([250, 30_000]);
  });

  test("gives up when GitHub keeps failing", async () => {
    github.inject({ kind: "status", status: 502, times: 99 });
    expect(await failureOf(releases.all())).toMatchObject({ code: "GITHUB_FAILED" });
    expect(github.requests).toHaveLength(5);
  });

  test("ends with the reason of a cancelled run", async () => {
    const cancelled = new AbortController();
    const reason = new Error("cancelled");
    releases = openReleases(connect(github, github.token(), cancelled.signal));
    cancelled.abort(reason);
    await expect(releases.all()).rejects.toBe(reason);
  });
});

describe("the download of an asset", () => {
  test("gets the bytes from the storage host, which never sees the token", async () => {
    const { assets } = await published();
    const [asset] = assets;
    if (asset === undefined) throw new Error("no asset");
    expect(new TextDecoder().decode(await releases.download(asset, 100))).toBe("content");
    const [api, storage] = github.requests.slice(-2);
    expect(api?.headers.authorization).toBeDefined();
    expect(storage?.path).toContain("/asset-storage/");
    expect(storage?.headers.authorization).toBeUndefined();
  });

  test("follows to another host without the token, and reads no more than was allowed", async () => {
    const storage = await listen((request, response) => {
      response.writeHead(request.headers.authorization === undefined ? 200 : 400).end("content");
    });
    const asset = { id: 7, name: "app.txt", size: 7, state: "uploaded", digest: undefined };
    const redirect = { status: 302, headers: { location: `${storage.url}/signed?token=abc` } };
    github.inject({ kind: "status", ...redirect, times: 9, match: { path: /\/assets\/7$/ } });
    expect(new TextDecoder().decode(await releases.download(asset, 7))).toBe("content");
    expect(storage.requests[0]?.path).toBe("/signed?token=abc");
    expect(await failureOf(releases.download(asset, 6))).toMatchObject({ code: "ANSWER_TOO_LARGE" });
    await storage.close();
  });

  test("takes bytes that the API answers itself, within the same bound", async () => {
    const asset = { id: 7, name: "app.txt", size: 7, state: "uploaded", digest: undefined };
    github.inject({ kind: "status", status: 200, body: "content", times: 9, match: { path: /\/assets\/7$/ } });
    expect(new TextDecoder().decode(await releases.download(asset, 20))).toContain("content");
    expect(await failureOf(releases.download(asset, 6))).toMatchObject({ code: "ANSWER_TOO_LARGE" });
  });

  test("is refused over plain http to another machine", async () => {
    const asset = { id: 7, name: "app.txt", size: 7, state: "uploaded", digest: undefined };
    const headers = { location: "http://storage.example/signed" };
    github.inject({ kind: "status", status: 302, headers, times: 9, match: { path: /\/assets\/7$/ } });
    expect(await failureOf(releases.download(asset, 10))).toMatchObject({ code: "PLAIN_HTTP" });
    expect(github.requests).toHaveLength(1);
  });
});
