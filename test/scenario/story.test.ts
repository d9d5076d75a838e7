import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import {
  openRehearsal,
  rehearse,
  takePicture,
  type RehearseResult,
  type WorldPicture,
} from "@fairway/rehearse/rehearsal";
import { startWorld, type World } from "@fairway/testbed";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "fairway-story-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("two versions, staged and promoted", () => {
  let result: RehearseResult;
  beforeAll(async () => void (result = await rehearse({ root, pageFolder: folder })), 60_000);

  test("is green from end to end", () => {
    expect(result.runs.map(({ workflow, conclusion }) => `${workflow}: ${conclusion}`)).toEqual([
      "Deploy staging: success",
      "Deploy production: success",
      "Deploy staging: success",
      "Deploy production: success",
    ]);
    expect(result.exitCode).toBe(0);
  });

  test("production serves the very image that staging tested", () => {
    const beta = betaOf(result.after, "0.2.0");
    const digest = result.after["image-tags"][beta];
    expect(digest).toMatch(/^sha256:/);
    for (const environment of [result.after.staging, result.after.production]) {
      expect(environment.answer).toEqual({ status: 200, version: beta });
      expect(environment.images.map((image) => image.split("@")[1])).toEqual([digest]);
    }
  });

  test("each version tag names its beta's digest, and latest that of the newest", () => {
    const tags = result.after["image-tags"];
    for (const version of ["0.1.0", "0.2.0"]) expect(tags[version]).toBe(tags[betaOf(result.after, version)]);
    expect(Object.keys(tags)).toHaveLength(4);
    expect(tags["0.1.0"]).not.toBe(tags["0.2.0"]);
    expect(result.after["floating-tags"]).toEqual({ latest: tags["0.2.0"] });
  });

  test("each release stands at its beta's commit, and the newest is latest", () => {
    const { releases, "git-tags": gitTags } = result.after;
    expect(releases.map(({ tag, kind, latest }) => [tag, kind, latest])).toEqual([
      ["0.1.0", "release", false],
      [betaOf(result.after, "0.1.0"), "prerelease", false],
      ["0.2.0", "release", true],
      [betaOf(result.after, "0.2.0"), "prerelease", false],
    ]);
    for (const version of ["0.1.0", "0.2.0"]) {
      const beta = betaOf(result.after, version);
      expect(gitTags[version]).toBe(gitTags[beta]);
      expect(beta).toBe(`${version}-${gitTags[beta]?.slice(0, 7)}.beta`);
    }
  });

  test("only the second staging has a release to migrate from", () => {
    const migrations = [0, 2].map((run) => stepOf(result, run, "Deploy the newest release, to migrate from it"));
    expect(migrations.map((step) => step?.conclusion)).toEqual(["skipped", "success"]);
  });

  test("a first deployment warns that there is no release yet, and a second does not", () => {
    const warned = [0, 2].map((run) =>
      stepOf(result, run, "Find the newest release")?.annotations.map(({ level }) => level),
    );
    expect(warned).toEqual([["warning"], []]);
  });

  test("says of every third-party step that it was stood in for, and of no other", () => {
    const steps = result.runs.flatMap(({ jobs }) => jobs.flatMap((job) => job.steps));
    const stoodIn = new Set(
      steps.flatMap(({ stoodInFor }) => (stoodInFor === undefined ? [] : [stoodInFor.split("@")[0]])),
    );
    expect([...stoodIn].toSorted((a, b) => (a ?? "").localeCompare(b ?? ""))).toEqual([
      "actions/checkout",
      "aws-actions/configure-aws-credentials",
      "docker/build-push-action",
      "docker/login-action",
      "docker/setup-buildx-action",
    ]);
  });

  test("leaves no lease held", () => {
    expect(result.after.leases).toEqual({ staging: "free", production: "free" });
  });

  test("has one deployment record a run, closed, of which only what serves is active", () => {
    const beta = betaOf(result.after, "0.2.0");
    for (const [environment, serves] of [
      ["staging", beta],
      ["production", "0.2.0"],
    ] as const) {
      const { active, newest, open } = result.after.records[environment]!;
      expect({ active, open }).toEqual({ active: [beta], open: 0 });
      expect(newest).toMatchObject({ of: beta, state: "success", url: expect.stringContaining("/api/v1/ready") });
      expect(newest.description).toMatch(
        new RegExp(`^${serves.replaceAll(".", String.raw`\.`)} serves, as \\S+:\\d+$`),
      );
    }
  });

  test("tells in the summary who approved, with which words", () => {
    const start = stepOf(result, 3, "Record the deployment");
    expect(start?.outputs["approvers"]).toBe("release-manager");
    expect(start?.summary).toContain("| Approved by | `release-manager`: The plan looks right. |");
  });

  test("writes every job summary to one page", () => {
    const page = readFileSync(join(folder, "index.html"), "utf8");
    expect(result.page).toBe(join(folder, "index.html"));
    const summaries = result.runs.flatMap(({ jobs }) =>
      jobs.flatMap(({ steps }) => steps.filter(({ summary }) => summary !== "")),
    );
    expect(summaries.length).toBeGreaterThan(20);
    expect(page.split("<article>")).toHaveLength(summaries.length + 1);
  });
});

describe("in one world", () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld()));
  afterAll(() => world.close());

  test("nothing has moved when the reviewer is asked, and a repeated staging and promotion come to the same end", async () => {
    const signal = new AbortController().signal;
    const rehearsal = openRehearsal({ world, root, folder, report: () => undefined, signal });
    const commit = rehearsal.commit("0.1.0");
    await rehearsal.stage(commit);
    const staged = await takePicture(world);
    let asked: WorldPicture | undefined;
    const beforeAnswer = async (): Promise<void> => void (asked = await takePicture(world));
    await rehearsal.promote(betaOf(staged, "0.1.0"), { beforeAnswer });
    expect(asked).toEqual(staged);

    const promoted = await takePicture(world);
    const { manifest, notes } = await releaseOf(world, "0.1.0");
    expect(manifest).toMatchObject({ approvedBy: ["release-manager"], promotedFrom: betaOf(staged, "0.1.0") });
    expect(notes).toContain("- Approved by `release-manager`");
    await rehearsal.stage(commit);
    await rehearsal.promote(betaOf(staged, "0.1.0"));
    expect(rehearsal.runs.map(({ conclusion }) => conclusion)).toEqual(["success", "success", "success", "success"]);
    expect(await takePicture(world)).toEqual(promoted);
  }, 60_000);
});

/** What a release says of itself: its notes, and the manifest that is attached to it. */
async function releaseOf({ github, repository }: World, tag: string): Promise<{ manifest: unknown; notes: string }> {
  const read = (url: string, accept: string) =>
    fetch(url, { headers: { authorization: `Bearer ${github.token("reader")}`, accept } });
  const url = `${github.url}/repos/${repository.fullName}/releases/tags/${tag}`;
  const release = (await (await read(url, "application/json")).json()) as {
    body: string;
    assets: readonly { name: string; url: string }[];
  };
  const manifest = release.assets.find(({ name }) => name === "manifest.json");
  const content = await read(manifest?.url ?? "", "application/octet-stream");
  return { manifest: await content.json(), notes: release.body };
}

function betaOf(picture: WorldPicture, version: string): string {
  const betas = Object.keys(picture["image-tags"]).filter((tag) => tag.startsWith(`${version}-`));
  expect(betas).toHaveLength(1);
  return betas[0]!;
}

function stepOf({ runs }: RehearseResult, run: number, name: string) {
  return runs[run]?.jobs.flatMap(({ steps }) => steps).find((step) => step.name === name);
}
