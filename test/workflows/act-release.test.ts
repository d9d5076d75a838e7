/**
 * release.yml under act, against the embedded GitHub, from the form to the moved tag. The bundles of this repository and
 * its programs do what they do in a release; what is played instead:
 *
 * - `npm run build -- --check`, which takes longer than all of this: test/bundle/dist.test.ts runs it
 * - `.ci/run`: the tests cannot run themselves
 * - `npx`, where the locked dependencies would be installed: those of this checkout are linked
 * - checkout, upload-artifact, download-artifact and attest, which signs nothing
 *
 * act asks no reviewer of the environment, and has one token for all jobs: see act-limits.test.ts.
 */
import { createHash } from "node:crypto";
import { findActions, findFiles, readText, renderWorkflow } from "@fairway/repo-tools";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { STAND_IN_SAYS } from "../support/act-release-repository.ts";
import { openReleaseWorld, RELEASED, type ReleaseRun, type ReleaseWorld } from "../support/act-release-world.ts";
import { describeWithTool } from "../support/tools.ts";

const PROOF = [
  "Check the commit out",
  "Compute the tag",
  "Build in two folders and compare with what is committed",
  "Test",
  "Pin the workflows to this commit",
  "Plan the release",
  "Hand the files on",
];
const PUBLICATION = [
  "Check the commit out",
  "Take the files",
  "Attest where the bundles and the files come from",
  "Create the release",
  "Move the tag of the major version",
];

describeWithTool("act", "release.yml under act", () => {
  let place: ReleaseWorld;
  let dry: ReleaseRun;
  let first: ReleaseRun;
  let second: ReleaseRun;
  let older: ReleaseRun;

  beforeAll(async () => {
    place = await openReleaseWorld();
    dry = await place.release({ version: "1.0.0" });
    first = await place.release({ version: "1.0.0", "dry-run": "false" });
    second = await place.release({ version: "1.1.0", "dry-run": "false" });
    older = await place.release({ version: "1.0.1", "dry-run": "false" });
  });
  afterAll(() => place.close());

  describe("a run with nothing typed in but the version", () => {
    test("proves the commit, and starts no job that may write", () => {
      expect(stepsOf(dry)).toEqual({ "Prove the commit": PROOF });
      expect(dry).toMatchObject({ conclusion: "success", errors: [] });
      expect(dry.log).toContain(`${STAND_IN_SAYS.build} --check`);
      expect(dry.log).toContain(STAND_IN_SAYS.test);
    });

    test("prints the plan of the release, in the log and in the summary", () => {
      const plan = [`Claim the tag v1.0.0 for ${dry.commit}.`, "Create a draft.", "Publish it as a full release."];
      for (const line of plan) expect(dry.log).toContain(`plan: ${line}`);
      const summary = dry.summaries.find((text) => text.startsWith("### Release `v1.0.0`: planned"));
      for (const line of plan) expect(summary).toContain(`- ${line}`);
    });

    test("publishes nothing, makes no tag and attests nothing", () => {
      const { writes, releases, tags, attested } = dry;
      expect({ writes, releases, tags, attested }).toEqual({ writes: [], releases: [], tags: {}, attested: [] });
    });
  });

  describe("the first release", () => {
    test("is proved first, and then published by a job in which nothing is installed", () => {
      expect(stepsOf(first)).toEqual({ "Prove the commit": PROOF, "Publish the release": PUBLICATION });
      expect(first).toMatchObject({ conclusion: "success", errors: [] });
      const installs = first.log.split("\n").filter((line) => line.includes("stand-in for npx"));
      expect(installs).toEqual([expect.stringContaining("Prove the commit] stand-in for npx --yes")]);
    });

    test("is immutable, and has the workflows pinned to its commit and the SBOM of each bundle, byte for byte", () => {
      const files = expectedFiles(place, first, "v1.0.0");
      const sboms = findActions(place.origin).map((action) => `sbom-${action}.json`);
      expect(Object.keys(files)).toEqual(expect.arrayContaining(["reusable-staging.yml", ...sboms]));
      expect(first.releases).toMatchObject([
        { tag: "v1.0.0", draft: false, prerelease: false, immutable: true, latest: true },
      ]);
      expect(assetsOf(first, "v1.0.0")).toEqual({ ...files, "manifest.json": expect.any(String) });
    });

    test("has its bundles and its files attested before anything is written", () => {
      expect(first.attested).toHaveLength(1);
      const { subjects = {}, writesBefore } = first.attested[0] ?? {};
      expect(writesBefore).toBe(0);
      const bundles = findActions(place.origin).map((action) => `actions/${action}/dist/index.js`);
      expect(Object.keys(subjects)).toEqual(expect.arrayContaining(bundles));
      const files = Object.entries(expectedFiles(place, first, "v1.0.0"));
      expect(subjects).toMatchObject(Object.fromEntries(files.map(([name, sha]) => [`release-files/${name}`, sha])));
    });

    test("is published when all its files are there, and only then the tag v1 is made, last of all", () => {
      const files = Object.keys(assetsOf(first, "v1.0.0"));
      const id = first.releases[0]?.id;
      const uploads = files.map((name) => `POST releases/${id}/assets?name=${name}`);
      const [claim, draft, ...rest] = first.writes;
      expect([claim, draft]).toEqual(["POST git/refs refs/tags/v1.0.0", "POST releases"]);
      expect(rest.slice(0, files.length).toSorted()).toEqual(uploads.toSorted());
      // A tag is moved first, and made when there is none.
      expect(rest.slice(files.length)).toEqual([
        `PATCH releases/${id}`,
        "PATCH git/refs/tags/v1",
        "POST git/refs refs/tags/v1",
      ]);
      expect(first.tags).toEqual({ "v1.0.0": first.commit, v1: first.commit });
    });
  });

  test("a second release moves the tag v1 on to its commit, last of all, and leaves the first where it is", () => {
    expect(second).toMatchObject({ conclusion: "success", errors: [] });
    expect(second.tags).toEqual({ "v1.0.0": first.commit, "v1.1.0": second.commit, v1: second.commit });
    expect(second.writes.slice(-2)).toEqual([`PATCH releases/${second.releases[0]?.id}`, "PATCH git/refs/tags/v1"]);
    expect(second.releases.slice(1)).toEqual(first.releases.map((release) => ({ ...release, latest: false })));
  });

  test("an older version is published, for good as well, and does not move the tag v1 back", () => {
    expect(older).toMatchObject({ conclusion: "success", errors: [] });
    expect(older.tags).toEqual({ ...second.tags, "v1.0.1": older.commit });
    expect(older.writes.filter((write) => write.endsWith("tags/v1"))).toEqual([]);
    expect(older.log).toContain("v1 stays at v1.1.0, which is newer than v1.0.1");
    const published = older.releases.map(({ tag, immutable, latest }) => [tag, { immutable, latest }]);
    expect(Object.fromEntries(published)).toEqual({
      "v1.0.0": { immutable: true, latest: false },
      "v1.0.1": { immutable: true, latest: false },
      "v1.1.0": { immutable: true, latest: true },
    });
  });
});

/** The steps that ran, all of them green, by the name of the job. */
function stepsOf({ jobs }: ReleaseRun): Record<string, string[]> {
  const green = (steps: (typeof jobs)[number]["steps"]) =>
    steps.filter(({ conclusion }) => conclusion === "success").map(({ name }) => name);
  return Object.fromEntries(jobs.map(({ name, steps }) => [name.split("/").at(-1) ?? "", green(steps)]));
}

/** Digests of what the release of a run must have, by name: made of the repository's own files here once more. */
function expectedFiles({ origin }: ReleaseWorld, { commit }: ReleaseRun, version: string): Record<string, string> {
  const pinned = (path: string): string =>
    renderWorkflow(readText(origin, path), { repository: RELEASED, commit, version });
  const examples = findFiles(origin, "workflows-examples", (name) => name.endsWith(".yml"));
  const files = [
    ...["production", "staging"].map((name) => [`reusable-${name}.yml`, pinned(`.github/workflows/${name}.yml`)]),
    ...examples.map((path) => [path.replace("workflows-examples/", "example-"), pinned(path)]),
    ...findActions(origin).map((action) => [
      `sbom-${action}.json`,
      readText(origin, `actions/${action}/dist/sbom.json`),
    ]),
  ];
  return Object.fromEntries(
    files.map(([name = "", text = ""]) => [name, `sha256:${createHash("sha256").update(text).digest("hex")}`]),
  );
}

function assetsOf({ releases }: ReleaseRun, tag: string): Record<string, string | null> {
  const release = releases.find((one) => one.tag === tag);
  return Object.fromEntries((release?.assets ?? []).map(({ name, digest }) => [name, digest]));
}
