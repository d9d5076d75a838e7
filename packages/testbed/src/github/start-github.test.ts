import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openOctokitSession, refusalOf, type OctokitSession } from "../testing/octokit-session.ts";
import { startGitHub, type GitHubServer } from "./start-github.ts";

let session: OctokitSession;

beforeEach(async () => {
  session = await openOctokitSession({ now: () => new Date("2030-01-01T00:30:00Z") });
});

afterEach(() => session.github.close());

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${session.github.token()}`, ...(init.headers as Record<string, string>) };
  return fetch(`${session.github.url}${path}`, { ...init, headers });
}

describe("every answer", () => {
  test("carries the site's clock, a request id and what is left of the limit", async () => {
    const { headers } = await session.octokit.rest.repos.get(session.here);
    expect(headers.date).toBe("Tue, 01 Jan 2030 00:30:00 GMT");
    expect(headers["x-github-request-id"]).toMatch(/^[0-9A-Z:]+$/);
    expect(headers["x-ratelimit-remaining"]).toBe("4999");
    expect(headers["x-ratelimit-reset"]).toBe(String(Date.parse("2030-01-01T01:00:00Z") / 1000));
    const { data } = await session.octokit.rest.rateLimit.get();
    expect(data.rate).toMatchObject({ limit: 5000, used: 1 });
  });

  test("to HEAD has the headers of GET and no body", async () => {
    const [get, head] = [await ask("/repos/acme/shop"), await ask("/repos/acme/shop", { method: "HEAD" })];
    expect(head.status).toBe(200);
    expect(head.headers.get("content-length")).toBe(get.headers.get("content-length"));
    expect(await head.text()).toBe("");
  });

  test("that has not changed is 304 to its etag", async () => {
    const etag = (await ask("/repos/acme/shop")).headers.get("etag") ?? "";
    expect((await ask("/repos/acme/shop", { headers: { "if-none-match": etag } })).status).toBe(304);
  });

  test("of an own server is the same below /api/v3", async () => {
    const [plain, prefixed] = [await ask("/repos/acme/shop"), await ask("/api/v3/repos/acme/shop")];
    expect(await prefixed.json()).toEqual(await plain.json());
  });
});

describe("a request that makes no sense", () => {
  test.each([
    ["an unknown path", "GET /repos/acme/shop/nothing", undefined, 404],
    ["a body that is no JSON", "POST /repos/acme/shop/git/refs", "{", 400],
    ["a field that is missing", "POST /repos/acme/shop/git/refs", "{}", 422],
    ["a field of the wrong type", "POST /repos/acme/shop/releases", '{"tag_name":"v1","draft":"true"}', 422],
  ])("with %s is refused in GitHub's form", async (_, signature, body, status) => {
    const [method = "", path = ""] = signature.split(" ");
    const answer = await ask(path, body === undefined ? { method } : { method, body });
    expect(answer.status).toBe(status);
    const expected = {
      message: expect.any(String),
      documentation_url: expect.stringMatching(/^https:\/\/docs\.github\.com\/rest/),
    };
    expect(await answer.json()).toMatchObject({ ...expected, status: String(status) });
  });
});

describe("a list", () => {
  test("comes in pages with links, 30 a page unless told", async () => {
    const sha = session.repository.commit({ message: "tagged" });
    for (let number = 0; number < 31; number += 1) {
      await session.octokit.rest.git.createRef({ ...session.here, ref: `refs/tags/v${number}`, sha });
    }
    const { data, headers } = await session.octokit.rest.repos.listTags(session.here);
    expect(data).toHaveLength(30);
    const to = (page: number) => `<${session.github.url}/repos/acme/shop/tags?page=${page}>`;
    expect(headers.link).toBe(`${to(2)}; rel="next", ${to(2)}; rel="last"`);
    const last = await session.octokit.rest.repos.listTags({ ...session.here, page: 2 });
    expect(last.headers.link).toBe(`${to(1)}; rel="prev", ${to(1)}; rel="first"`);
    const all = await session.octokit.paginate(session.octokit.rest.repos.listTags, { ...session.here, per_page: 7 });
    expect(new Set(all.map(({ name }) => name)).size).toBe(31);
  });
});

describe("the site", () => {
  test("has addresses for people that begin as told", async () => {
    const elsewhere = await openOctokitSession({ serverUrl: "https://github.example" });
    try {
      const { data } = await elsewhere.octokit.rest.repos.get(elsewhere.here);
      expect(data.html_url).toBe("https://github.example/acme/shop");
      expect(data.url).toBe(`${elsewhere.github.url}/repos/acme/shop`);
    } finally {
      await elsewhere.github.close();
    }
  });

  test("knows repositories without case, each with one commit on main", async () => {
    const { data } = await session.octokit.rest.repos.listCommits({ owner: "ACME", repo: "Shop" });
    expect(data.map(({ commit }) => commit.message)).toEqual(["Initial commit"]);
    expect(session.github.repository("Acme/SHOP").refs).toBe(session.repository.refs);
    expect(() => session.github.repository("shop")).toThrow('"shop" is not an owner/name');
  });

  test("shows all that a pipeline can move in its snapshot, as plain JSON", async () => {
    const { repository, github, octokit, here } = session;
    const commit = repository.commit({ message: "work" });
    repository.seedRelease({ tag: "v1", target: commit, assets: { "a.txt": "a" } });
    const run = repository.startRun({
      workflow: ".github/workflows/a.yml",
      event: "push",
      actor: "dev",
      headSha: commit,
    });
    run.startJob("build");
    await octokit.rest.repos.createDeployment({ ...here, ref: "v1", required_contexts: [] });
    const snapshot = github.snapshot();
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
    expect(snapshot).toMatchObject({
      repositories: {
        "acme/shop": {
          refs: { "refs/heads/main": commit, "refs/tags/v1": commit },
          tags: { v1: commit },
          commits: { [commit]: "work" },
          releases: [
            {
              tag: "v1",
              latest: true,
              assets: [{ name: "a.txt", size: 1, digest: expect.stringMatching(/^sha256:/) }],
            },
          ],
          runs: [{ id: run.id, attempt: 1, status: "in_progress", jobs: [{ name: "build" }] }],
          deployments: [{ ref: "v1", sha: commit, environment: "production" }],
        },
      },
    });
  });

  test("refuses a release whose commit is not there, in a test's hands too", () => {
    expect(() => session.repository.seedRelease({ tag: "v1", target: "0".repeat(40) })).toThrow("Validation Failed");
  });
});

test("a request to a server that was closed fails", async () => {
  const other = await openOctokitSession();
  await other.github.close();
  expect(await refusalOf(other.octokit.rest.repos.get(other.here))).toBeDefined();
});

describe("an Enterprise Server", () => {
  let github: GitHubServer;
  beforeEach(async () => {
    github = await startGitHub({ kind: "enterprise-server" });
    github.repository("acme/shop").seedRelease({ tag: "v1", assets: { "shop.txt": "shop" } });
  });
  afterEach(() => github.close());

  const askServer = (url: string, init: RequestInit = {}): Promise<Response> =>
    fetch(url, { ...init, headers: { authorization: `Bearer ${github.token()}` } });

  test("has its API below /api/v3 of its one host, and nowhere else", async () => {
    expect(github.url).toBe(`${github.serverUrl}/api/v3`);
    const below = await askServer(`${github.url}/repos/acme/shop`);
    expect(await below.json()).toMatchObject({ url: `${github.url}/repos/acme/shop` });
    expect((await askServer(`${github.serverUrl}/repos/acme/shop`)).status).toBe(404);
  });

  test("takes uploads beside its API, at the address that the release gives", async () => {
    const release = await readRelease();
    expect(release.upload_url).toMatch(`${github.serverUrl}/api/uploads/repos/acme/shop/releases/`);
    const answer = await askServer(release.upload_url.replace(/\{.*/, "?name=more.txt"), {
      method: "POST",
      body: "more",
    });
    expect(answer.status).toBe(201);
  });

  test("tells neither digests nor immutable releases nor a limit, and its version", async () => {
    const release = await readRelease();
    expect(release).not.toHaveProperty("immutable");
    expect(release.assets).toEqual([expect.not.objectContaining({ digest: expect.anything() })]);
    const answer = await askServer(`${github.url}/meta`);
    expect(answer.headers.get("x-github-enterprise-version")).toMatch(/^3\.\d+\.\d+$/);
    expect([...answer.headers.keys()].filter((name) => name.startsWith("x-ratelimit"))).toEqual([]);
    expect((await askServer(`${github.url}/rate_limit`)).status).toBe(404);
  });

  test("gives the bytes of an asset at the address for people", async () => {
    const answer = await fetch(`${github.serverUrl}/acme/shop/releases/download/v1/shop.txt`);
    expect(await answer.text()).toBe("shop");
  });

  async function readRelease() {
    const answer = await askServer(`${github.url}/repos/acme/shop/releases/tags/v1`);
    return (await answer.json()) as { upload_url: string; assets: readonly unknown[] };
  }
});
