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
      { level: "error", message: "9.9.9-abcdefg.beta does not exist as a GitHub release" },
    ]);
    const full = await resolve({ tag: "0.1.0", require: "prerelease" });
    expect(full.annotations).toMatchObject([
      { level: "error", message: "0.1.0 is not a prerelease; only prereleases can be promoted" },
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
    repository.environment("production", { reviewers: ["hubot"] });
    repository.environment("staging", {});
    expect((await check("production")).outputs).toMatchObject({ outcome: "protected", reviewers: '["hubot"]' });
    expect((await check("staging")).annotations[0]?.message).toContain("no required reviewers");
    expect((await check("missing")).annotations[0]?.message).toContain("does not exist");
  });
});
