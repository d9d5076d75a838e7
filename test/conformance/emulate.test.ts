import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { startGitHub, type GitHubServer } from "@fairway/testbed";
import { runBundle } from "../support/run-bundle.ts";
import { openPinnedPackages } from "./pinned-packages.ts";
import { openPublishedSchemas } from "./published-schemas.ts";

/** What is used of the package: https://www.npmjs.com/package/emulate/v/0.12.2, whose `latest` is another project. */
interface EmulateModule {
  createEmulator(options: { service: "github"; port: 0; seed: unknown }): Promise<Emulator>;
}

interface Emulator {
  readonly url: string;
  close(): Promise<void>;
}

const EMULATED_TOKEN = "conformance_token";
const ABSENT = "0123456789abcdef0123456789abcdef01234567";

let emulator: Emulator;
let github: GitHubServer;
beforeEach(async () => {
  const emulate = (await openPinnedPackages().import("emulate/dist/api.js")) as EmulateModule;
  const seed = {
    tokens: { [EMULATED_TOKEN]: { login: "acme", scopes: ["repo"] } },
    github: { users: [{ login: "acme" }], repos: [{ owner: "acme", name: "shop", auto_init: true }] },
  };
  emulator = await emulate.createEmulator({ service: "github", port: 0, seed });
  github = await startGitHub();
  github.repository("acme/shop");
});
afterEach(async () => {
  await emulator.close();
  await github.close();
});

/** A server as a client sees it. */
interface Server {
  readonly url: string;
  readonly token: string;
}

const servers = (): Server[] => [
  { url: github.url, token: github.token("acme") },
  { url: emulator.url, token: EMULATED_TOKEN },
];

/** What both servers must agree on: the status, and the object that a success names. */
interface Seen {
  readonly call: string;
  readonly status: number;
  readonly sha?: unknown;
  readonly refs?: unknown;
}

type Ask = (method: string, path: string, body?: unknown) => Promise<string>;

/** Plays a story against one server; the story gets the SHA that each answer names. */
async function play(server: Server, story: (ask: Ask) => Promise<void>): Promise<Seen[]> {
  const seen: Seen[] = [];
  await story(async (method, path, body) => {
    const answer = await fetch(`${server.url}/repos/acme/shop/git${path}`, {
      method,
      headers: { authorization: `token ${server.token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const read: unknown = text === "" ? {} : JSON.parse(text);
    const named = shaOf(read);
    seen.push({
      call: `${method} ${path}`,
      status: answer.status,
      ...(answer.ok ? { sha: named, refs: refsOf(read) } : {}),
    });
    return String(named);
  });
  return seen;
}

function shaOf(body: unknown): unknown {
  const { sha, object } = body as { sha?: unknown; object?: { sha?: unknown } };
  return object?.sha ?? sha;
}

function refsOf(body: unknown): unknown {
  if (!Array.isArray(body)) return undefined;
  const list = body as { ref: string; object: { sha: string } }[];
  return list.map(({ ref, object }) => `${ref} ${object.sha}`).toSorted();
}

const who = { name: "Lead", email: "lead@example.com", date: "2026-01-01T00:00:00Z" };

/** Three records of a lease, each the child of the one before, and one that has another parent. */
async function chain(ask: Ask): Promise<{ first: string; second: string; third: string; stranger: string }> {
  const blob = { path: "README", mode: "100644", type: "blob", content: "A lease.\n" };
  const tree = await ask("POST", "/trees", { tree: [blob] });
  // With its line end, as git itself writes a message: emulate adds one that is missing, and the name is then another.
  const commit = (message: string, ...parents: string[]) =>
    ask("POST", "/commits", { message: `${message}\n`, tree, parents, author: who, committer: who });
  const first = await commit("first");
  const second = await commit("second", first);
  return { first, second, third: await commit("third", second), stranger: await commit("stranger") };
}

const stories: readonly [string, (ask: Ask) => Promise<void>][] = [
  [
    "a lease ref that is made once, read, and moves forward alone",
    async (ask) => {
      const { first, second, third, stranger } = await chain(ask);
      const ref = "refs/fairway/lock/staging";
      await ask("GET", "/ref/fairway/lock/staging");
      await ask("POST", "/refs", { ref, sha: first });
      await ask("POST", "/refs", { ref, sha: first });
      await ask("POST", "/refs", { ref, sha: stranger });
      await ask("GET", "/ref/fairway/lock/staging");
      await ask("PATCH", "/refs/fairway/lock/staging", { sha: third, force: false });
      await ask("PATCH", "/refs/fairway/lock/staging", { sha: third, force: false });
      await ask("PATCH", "/refs/fairway/lock/staging", { sha: second, force: false });
      await ask("PATCH", "/refs/fairway/lock/staging", { sha: stranger, force: false });
      await ask("GET", "/ref/fairway/lock/staging");
      await ask("PATCH", "/refs/fairway/lock/staging", { sha: stranger, force: true });
      await ask("GET", "/matching-refs/fairway/lock");
    },
  ],
  [
    "refs below heads, tags and a name of one's own, listed by their beginning, and removed",
    async (ask) => {
      const { first, second } = await chain(ask);
      for (const name of ["heads/one", "tags/v1", "tags/v2", "fairway/lock/a", "fairway/lock/b"])
        await ask("POST", "/refs", { ref: `refs/${name}`, sha: name.endsWith("b") ? second : first });
      await ask("GET", "/matching-refs/tags/v");
      await ask("GET", "/matching-refs/fairway/lock/");
      await ask("GET", "/matching-refs/heads/none");
      await ask("DELETE", "/refs/tags/v1");
      await ask("GET", "/ref/tags/v1");
      await ask("GET", "/matching-refs/tags/v");
    },
  ],
  [
    "commits, trees, blobs and tags by the names that git gives them",
    async (ask) => {
      const { second } = await chain(ask);
      await ask("GET", `/commits/${second}`);
      const blob = await ask("POST", "/blobs", { content: "aGVsbG8K", encoding: "base64" });
      await ask("GET", `/blobs/${blob}`);
      const tree = await ask("POST", "/trees", { tree: [{ path: "a/b", mode: "100755", type: "blob", sha: blob }] });
      await ask("GET", `/trees/${tree}`);
      await ask("POST", "/tags", { tag: "v1", message: "one", object: second, type: "commit", tagger: who });
    },
  ],
  [
    "what is not there, and what no ref may be",
    async (ask) => {
      const { first } = await chain(ask);
      for (const kind of ["commits", "trees", "blobs", "tags"]) await ask("GET", `/${kind}/${ABSENT}`);
      await ask("POST", "/refs", { ref: "refs/tags/absent", sha: ABSENT });
      await ask("POST", "/refs", { ref: "no-ref", sha: first });
      await ask("POST", "/refs", { ref: "refs/tags/short", sha: first.slice(0, 7) });
      await ask("POST", "/commits", { message: "no tree", tree: ABSENT, parents: [] });
    },
  ],
];

test.each(stories)(
  "the embedded GitHub and emulate give the same statuses and the same objects: %s",
  async (_, story) => {
    const [ours, theirs] = await Promise.all(servers().map((server) => play(server, story)));
    expect(ours).toEqual(theirs);
    expect(ours?.length).toBeGreaterThan(5);
  },
);

test.each(["PATCH", "DELETE"])(
  "the two differ where a ref is not there, and GitHub's description of %s is with ours",
  async (method) => {
    const statuses = await Promise.all(
      servers().map(async (server) => {
        const seen = await play(server, async (ask) => void (await ask(method, "/refs/tags/absent", { sha: ABSENT })));
        return seen.map(({ status }) => status);
      }),
    );
    expect(statuses).toEqual([[422], [404]]);
    const described = openPublishedSchemas(openPinnedPackages()).answersOf(
      `${method} /repos/{owner}/{repo}/git/refs/{ref}`,
    );
    expect([described.has(422), described.has(404)]).toEqual([true, false]);
  },
);

test("of fifty who make the same ref at once one succeeds, on both", async () => {
  for (const server of servers()) {
    let first = "";
    await play(server, async (ask) => void ({ first } = await chain(ask)));
    const body = { ref: "refs/fairway/lock/race", sha: first };
    const races = Array.from({ length: 50 }, () =>
      play(server, async (ask) => void (await ask("POST", "/refs", body))),
    );
    const statuses = (await Promise.all(races)).flat().map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 422)).toHaveLength(49);
  }
});

test("the bundle of check-concurrent acquires, rejects, releases and acquires again against emulate", async () => {
  // emulate knows no runs: its 404 about the holder must count as alive, or the second would take over.
  const contend = async (id: number, mode = "acquire") => {
    const { outputs } = await runBundle({
      action: "check-concurrent",
      inputs: { environment: "staging", mode, "github-token": EMULATED_TOKEN },
      env: {
        GITHUB_API_URL: emulator.url,
        GITHUB_SERVER_URL: "https://github.example",
        GITHUB_REPOSITORY: "acme/shop",
        GITHUB_RUN_ID: String(id),
        GITHUB_RUN_ATTEMPT: "1",
        GITHUB_ACTOR: "octocat",
        GITHUB_WORKFLOW: "Deploy",
        GITHUB_SHA: ABSENT,
      },
    });
    return [outputs["outcome"], outputs["holder-run-id"]];
  };
  expect((await contend(11))[0]).toBe("acquired");
  expect(await contend(12)).toEqual(["rejected", "11"]);
  expect((await contend(11, "release"))[0]).toBe("released");
  expect((await contend(12))[0]).toBe("acquired");
  expect(await contend(11)).toEqual(["rejected", "12"]);
});
