import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { startGitHub, type GitHubServer } from "@fairway/testbed";

import { emptyFolder, logOf, runBundle, runnerVariables } from "../support/run-bundle.ts";

const digest = `sha256:${"b".repeat(64)}`;

let github: GitHubServer;
let token = "";
let commit = "";
beforeEach(async () => {
  github = await startGitHub();
  token = github.token("job", { contents: "write", actions: "read" });
  commit = github.repository("acme/shop").commit({ message: "work" });
});
afterEach(() => github.close());

const env = () => runnerVariables(github, { id: 1, sha: commit });

function create(inputs: Record<string, string>, workspace = emptyFolder()) {
  return runBundle({
    action: "create-release",
    inputs: { commit, "github-token": token, ...inputs },
    env: env(),
    workspace,
  });
}

function resolve(inputs: Record<string, string>) {
  return runBundle({ action: "resolve-release", inputs: { "github-token": token, ...inputs }, env: env() });
}

/** A workspace with one commit and files beside it. */
function checkoutOf(subject: string, files: Record<string, string>): { workspace: string; head: string } {
  const workspace = emptyFolder();
  const identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgSign=false"];
  const git = (...args: string[]) => execFileSync("git", [...identity, ...args], { cwd: workspace, encoding: "utf8" });
  git("init", "--quiet");
  git("commit", "--quiet", "--allow-empty", "--message", subject);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(workspace, name), text);
  return { workspace, head: git("rev-parse", "HEAD").trim() };
}

const beta = {
  tag: "0.1.0-abcdefg.beta",
  prerelease: "true",
  image: "ghcr.io/acme/shop:0.1.0-abcdefg.beta",
  "image-digest": digest,
};

describe("the bundles of create-release and resolve-release", () => {
  test("publish a beta and find what it stands for", async () => {
    const created = await create(beta);
    expect(logOf(created)).toContain("published 0.1.0-abcdefg.beta");
    expect(created.outputs["outcome"]).toBe("created");
    const found = await resolve({ tag: beta.tag, require: "prerelease" });
    expect(found.outputs).toMatchObject({
      found: "true",
      version: "0.1.0",
      commit,
      image: beta.image,
      "image-digest": digest,
      outcome: "found",
    });
    expect(found.summary).toContain("Prerelease");
  });

  test("change nothing when run again", async () => {
    await create(beta);
    const before = JSON.stringify(github.snapshot());
    const again = await create(beta);
    expect(again.outputs["outcome"]).toBe("unchanged");
    expect(JSON.stringify(github.snapshot())).toBe(before);
  });

  test("publish files with checksums, never before all are there", async () => {
    const workspace = emptyFolder();
    mkdirSync(join(workspace, "out"));
    writeFileSync(join(workspace, "out/app.tar.gz"), "bytes");
    const created = await create({ tag: "0.1.0", files: "out/*" }, workspace);
    const names = (JSON.parse(created.outputs["assets"] ?? "[]") as { name: string }[]).map(({ name }) => name);
    expect(names.toSorted()).toEqual(["app.tar.gz", "app.tar.gz.sha256", "manifest.json"]);
    const writes = github.requests
      .filter(({ method }) => method !== "GET")
      .map(({ method, path }) => `${method} ${path.replace(/\?.*/, "").replaceAll(/\d+/g, "N")}`);
    expect(writes).toEqual([
      "POST /repos/acme/shop/git/refs",
      "POST /repos/acme/shop/releases",
      ...Array.from({ length: 3 }, () => expect.stringMatching(/^POST .*\/releases\/N\/assets$/)),
      "PATCH /repos/acme/shop/releases/N",
    ]);
  });

  test("take five requests for a new prerelease with two assets", async () => {
    const workspace = emptyFolder();
    writeFileSync(join(workspace, "app.tar.gz"), "bytes");
    const created = await create({ ...beta, files: "app.tar.gz", checksums: "false" }, workspace);
    expect(created.outputs["outcome"]).toBe("created");
    expect(JSON.parse(created.outputs["assets"] ?? "[]")).toHaveLength(2);
    expect(github.requests.map(({ method, path }) => `${method} ${path.replace(/\?.*/, "")}`)).toEqual([
      "POST /repos/acme/shop/git/refs",
      "POST /repos/acme/shop/releases",
      expect.stringMatching(/^POST .*\/assets$/),
      expect.stringMatching(/^POST .*\/assets$/),
      expect.stringMatching(/^PATCH .*\/releases\/\d+$/),
    ]);
    expect(github.requests[3]?.path).toContain("name=manifest.json");
  });

  test("write notes of the commit, the image, the checksums, the installation and the changes", async () => {
    const repository = github.repository("acme/shop");
    repository.seedRelease({ tag: "0.1.0" });
    repository.seedRelease({ tag: "0.2.0-abcdefg.beta", prerelease: true });
    const { workspace, head } = checkoutOf("Fix #1 for @all", { "app.tar.gz": "bytes", "NOTES.md": "What is new." });
    // The embedded GitHub does not have the commit of this checkout, so the tag is only said to be made.
    github.inject({ kind: "status", status: 201, body: {}, match: { path: /git\/refs$/ } });
    const texts = { "notes-file": "NOTES.md", "install-notes": "Unpack it.", "generate-notes": "true" };
    const build = { image: beta.image, "image-digest": digest, "build-number": "42" };
    const created = await create({ tag: "0.2.0", commit: head, files: "app.tar.gz", ...texts, ...build }, workspace);
    expect(logOf(created)).toContain("published 0.2.0");
    const notes = repository.releases.find(({ tag }) => tag === "0.2.0")?.body ?? "";
    const parts = ["What is new.", "Fix \\#1 for \\@all, by Ada", beta.image, digest, "Build `42`"];
    const order = [...parts, "  app.tar.gz", "Unpack it.", "/compare/0.1.0...0.2.0"].map((part) => notes.indexOf(part));
    expect(order.every((at) => at >= 0)).toBe(true);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test.each([
    ["createDraft", { method: "POST", path: /\/releases$/ }],
    ["upload", { method: "POST", path: /\/assets/ }],
    ["publish", { method: "PATCH", path: /\/releases\/\d+$/ }],
  ] as const)("end complete when the answer to %s is lost", async (_, match) => {
    github.inject({ match, times: 1, kind: "lost-answer" });
    const created = await create(beta);
    expect(created.conclusion).toBe("success");
    expect((await resolve({ tag: beta.tag })).outputs["image-digest"]).toBe(digest);
  });

  test.each([
    ["a 5xx for the draft", { kind: "status", status: 502 }, { method: "POST", path: /\/releases$/ }],
    ["404 for the draft that was just made", { kind: "status", status: 404 }, { method: "POST", path: /\/assets/ }],
    ["a cut upload", { kind: "drop" }, { method: "POST", path: /\/assets/ }],
    [
      "a secondary limit",
      { kind: "secondary-limit", retryAfterSeconds: 1 },
      { method: "POST", path: /\/(assets|releases)/ },
    ],
    ["a publication that fails", { kind: "status", status: 500 }, { method: "PATCH", path: /\/releases/ }],
  ] as const)("survive %s, with one release in the end", async (_, fault, match) => {
    github.inject({ ...fault, match });
    const created = await create(beta);
    expect(created.outputs["outcome"]).toBe("created");
    expect(github.repository("acme/shop").releases).toMatchObject([{ draft: false, assets: [{ state: "uploaded" }] }]);
  });

  test("make no second draft when the answer is lost and the list is an old one", async () => {
    github.inject({ match: { method: "POST", path: /\/releases$/ }, kind: "lost-answer" });
    github.inject({ match: { path: /\/releases\?/ }, kind: "stale" });
    const created = await create(beta);
    expect(created.conclusion).toBe("success");
    expect(github.repository("acme/shop").releases).toHaveLength(1);
    expect(github.requests.filter(({ method, path }) => method === "POST" && path.endsWith("/releases"))).toHaveLength(
      1,
    );
  });

  test("publish an immutable prerelease with its assets, and find it unchanged when run again", async () => {
    github.repository("acme/shop").immutableReleases(true);
    expect((await create(beta)).outputs["outcome"]).toBe("created");
    expect(github.repository("acme/shop").releases[0]).toMatchObject({ immutable: true, prerelease: true });
    expect((await create(beta)).outputs["outcome"]).toBe("unchanged");
  });

  test("name the permission and the second token when workflow files stand in the way", async () => {
    github.inject({ kind: "workflow-permission", match: { path: /\/git\/refs/ } });
    const refused = await create(beta);
    expect(refused.conclusion).toBe("failure");
    expect(refused.annotations[0]?.message).toContain("workflows: write");
    expect(logOf(refused)).toContain("tag-token");
    expect(logOf(refused)).toContain("code: WORKFLOW_PERMISSION");
  });

  test("create tag and release with the second token, and upload with the job's own", async () => {
    const second = github.token("app", { contents: "write", workflows: "write" });
    const created = await create({ ...beta, "tag-token": second });
    expect(created.conclusion).toBe("success");
    const tokens = github.requests.map(({ headers }) => headers.authorization?.split(" ")[1]);
    expect(tokens).toEqual([second, second, token, second]);
  });

  test.each([
    ["an empty glob", { files: "nothing/*" }, "finds no file"],
    ["an empty file", { files: "empty" }, "has no bytes"],
    ["two names that GitHub makes one", { files: "a b\na.b" }, "both be named a.b"],
    ["notes that are too long", { "notes-file": "long" }, "has 125001 characters"],
    ["a file of notes that is not there", { "install-notes-file": "missing" }, "is not in the workspace"],
  ])("refuse %s before any request", async (_, texts, reason) => {
    const workspace = emptyFolder();
    for (const name of ["a b", "a.b"]) writeFileSync(join(workspace, name), name);
    writeFileSync(join(workspace, "empty"), "");
    writeFileSync(join(workspace, "long"), "x".repeat(125_001));
    const refused = await create({ tag: "0.1.0", ...(texts as Record<string, string>) }, workspace);
    expect(refused.annotations.find(({ level }) => level === "error")?.message).toContain(reason);
    expect(github.requests).toEqual([]);
  });

  test("leave a large repository's newest release to be found past the first page", async () => {
    const repository = github.repository("acme/shop");
    // Lists follow commit dates, newest first: the newest version stands on the last page.
    const old = repository.commit({ message: "old", branch: "old", date: new Date("2020-01-01T00:00:00Z") });
    repository.seedRelease({ tag: "9.0.0", target: old });
    for (let count = 0; count < 150; count += 1) repository.seedRelease({ tag: `0.${count}.0` });
    expect((await resolve({ latest: "true" })).outputs).toMatchObject({ tag: "9.0.0", commit: old });
  });

  test("refuse a beta tag whose name says another commit than it names", async () => {
    const repository = github.repository("acme/shop");
    repository.seedRelease({ tag: "0.1.0-0000000.beta", prerelease: true });
    const refused = await resolve({ tag: "0.1.0-0000000.beta" });
    expect(refused.annotations[0]?.message).toContain("its name says that it was made of 0000000");
    const own = `0.1.0-${commit.slice(0, 7)}.beta`;
    repository.seedRelease({ tag: own, prerelease: true });
    expect((await resolve({ tag: own })).outputs).toMatchObject({ outcome: "found", commit });
  });

  test("download the manifest without the token where GitHub redirects to", async () => {
    await create(beta);
    await resolve({ tag: beta.tag });
    const storage = github.requests.filter(({ path }) => path.startsWith("/asset-storage/"));
    expect(storage).toHaveLength(1);
    expect(storage[0]?.headers.authorization).toBeUndefined();
  });

  test("replace an asset that a broken upload left behind", async () => {
    github.inject({ match: { method: "POST", path: /\/assets/ }, times: 1, kind: "starter-asset" });
    const created = await create(beta);
    expect(created.conclusion).toBe("success");
    expect(created.outputs["assets"]).toContain("manifest.json");
  });

  test("plan without a single write", async () => {
    const planned = await create({ ...beta, "dry-run": "true" });
    expect(planned.outputs["outcome"]).toBe("planned");
    expect(github.requests.every(({ method }) => method === "GET")).toBe(true);
  });

  test("tell the two production errors apart", async () => {
    await create({ tag: "0.1.0" });
    const missing = await resolve({ tag: "9.9.9-abcdefg.beta", require: "prerelease" });
    expect(missing.annotations).toMatchObject([
      { level: "error", message: expect.stringMatching(/^9\.9\.9-abcdefg\.beta does not exist as a GitHub release\n/) },
    ]);
    const full = await resolve({ tag: "0.1.0", require: "prerelease" });
    expect(full.annotations).toMatchObject([
      {
        level: "error",
        message: expect.stringMatching(/^0\.1\.0 is not a prerelease; only prereleases can be promoted\n/),
      },
    ]);
  });

  test("are green on a first deployment, with a warning", async () => {
    const result = await resolve({ latest: "true", "if-missing": "warn" });
    expect(result.conclusion).toBe("success");
    expect(result.outputs).toMatchObject({ found: "false", outcome: "missing" });
    expect(result.annotations).toMatchObject([
      { level: "warning", message: expect.stringContaining("first deployment") },
    ]);
  });
});

describe("the bundle of check-environment", () => {
  const check = (environment: string) =>
    runBundle({ action: "check-environment", inputs: { environment, "github-token": token }, env: env() });

  test("asks for required reviewers", async () => {
    const repository = github.repository("acme/shop");
    repository.environment("production", { reviewers: ["hubot"], branchPolicy: "main" });
    repository.environment("staging", { branchPolicy: "main" });
    expect((await check("production")).outputs).toMatchObject({ outcome: "protected", reviewers: '["hubot"]' });
    expect((await check("staging")).annotations[0]?.message).toContain("no required reviewers");
    expect((await check("missing")).annotations[0]?.message).toContain("does not exist");
  });
});
