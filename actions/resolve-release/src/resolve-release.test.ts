import {
  parseCommitSha,
  parseInputs,
  renderReleaseManifest,
  type Release,
  type ReleaseManifest,
} from "@fairway/domain";
import { createRecordingLog } from "@fairway/domain/testing";
import { describe, expect, test } from "@jest/globals";

import { checkInputs, fields, type ResolveReleaseInputs } from "./inputs.ts";
import { newestRelease } from "./newest-release.ts";
import { resolveRelease } from "./resolve-release.ts";

const commit = parseCommitSha("a".repeat(40));
const imageDigest = `sha256:${"b".repeat(64)}` as NonNullable<ReleaseManifest["imageDigest"]>;

function release(tag: string, overrides: Partial<Release> = {}): Release {
  return {
    id: 7,
    tag,
    name: tag,
    draft: false,
    prerelease: false,
    notes: "",
    htmlUrl: `https://github.com/acme/shop/releases/tag/${tag}`,
    uploadUrl: "",
    assets: [],
    ...overrides,
  };
}

const manifestAsset = { id: 1, name: "manifest.json", size: 1, state: "uploaded", digest: undefined };
const manifest: ReleaseManifest = {
  schema: 1,
  tag: "0.1.0-abcdefg.beta",
  version: "0.1.0",
  commit,
  prerelease: true,
  image: "ghcr.io/acme/shop:0.1.0-abcdefg.beta",
  imageDigest,
  assets: [],
};

function portsWith(
  releases: readonly Release[],
  options: { tagCommit?: string | undefined; manifest?: string } = { tagCommit: commit },
) {
  const log = createRecordingLog();
  return {
    told: log.lines,
    ports: {
      log,
      releases: {
        byTag: (tag: string) => Promise.resolve(releases.find((one) => one.tag === tag && !one.draft)),
        all: () => Promise.resolve(releases),
        download: () => Promise.resolve(new TextEncoder().encode(options.manifest ?? renderReleaseManifest(manifest))),
      },
      tags: {
        commitOf: () =>
          Promise.resolve(options.tagCommit === undefined ? undefined : parseCommitSha(options.tagCommit)),
      },
    },
  };
}

function inputs(texts: Record<string, string>): ResolveReleaseInputs {
  const verdict = parseInputs(fields, {
    latest: "false",
    require: "any",
    "if-missing": "fail",
    "github-token": "token-123",
    ...texts,
  });
  if (verdict.kind === "invalid") throw new Error(JSON.stringify(verdict.problems));
  return verdict.inputs;
}

const beta = release("0.1.0-abcdefg.beta", { prerelease: true, assets: [manifestAsset] });

describe("resolve-release", () => {
  test("says what a beta stands for, from what create-release recorded", async () => {
    const result = await resolveRelease(inputs({ tag: beta.tag, require: "prerelease" }), portsWith([beta]).ports);
    expect(result.outputs).toEqual({
      found: "true",
      tag: "0.1.0-abcdefg.beta",
      version: "0.1.0",
      commit,
      prerelease: "true",
      image: "ghcr.io/acme/shop:0.1.0-abcdefg.beta",
      "image-digest": imageDigest,
      "release-id": "7",
      "html-url": beta.htmlUrl,
      outcome: "found",
    });
  });

  test("finds the newest release by SemVer and never a draft, a prerelease or a tag without a version", async () => {
    const releases = [
      release("0.9.0"),
      release("0.10.0"),
      release("1.0.0", { prerelease: true }),
      release("2.0.0", { draft: true }),
      release("nightly"),
      release("3.0.0-rc.1"),
    ];
    expect((await resolveRelease(inputs({ latest: "true" }), portsWith(releases).ports)).outputs.tag).toBe("0.10.0");
    expect(newestRelease([release("v1.2.0"), release("v1.10.0")])?.tag).toBe("v1.10.0");
  });

  test("finds a release in the list that GitHub does not find by its tag yet", async () => {
    const { ports } = portsWith([beta]);
    const unseen = { ...ports.releases, byTag: () => Promise.resolve(undefined) };
    const result = await resolveRelease(inputs({ tag: beta.tag }), { ...ports, releases: unseen });
    expect(result.outputs).toMatchObject({ tag: beta.tag, outcome: "found" });
  });

  test("tells that a release was made without a manifest and guesses nothing", async () => {
    const { ports, told } = portsWith([release("0.1.0")]);
    const result = await resolveRelease(inputs({ tag: "0.1.0" }), ports);
    expect(result.outputs).toMatchObject({ image: "", "image-digest": "", version: "0.1.0" });
    expect(told[0]).toContain("has no manifest.json");
  });

  test("is green without a release where that is expected", async () => {
    const { ports, told } = portsWith([]);
    const result = await resolveRelease(inputs({ latest: "true", "if-missing": "warn" }), ports);
    expect(result.outputs).toMatchObject({ found: "false", outcome: "missing", tag: "" });
    expect(told[0]).toContain("first deployment");
  });

  test.each([
    [{ tag: "9.9.9" }, "9.9.9 does not exist as a GitHub release"],
    [{ tag: "0.1.0", require: "prerelease" }, "0.1.0 is not a prerelease; only prereleases can be promoted"],
    [{ tag: beta.tag, require: "release" }, "is a prerelease; a full release is required"],
    [{ tag: "0.2.0" }, "0.2.0 does not exist"],
  ])("refuses %j", async (texts, reason) => {
    const releases = [beta, release("0.1.0"), release("0.2.0", { draft: true })];
    await expect(resolveRelease(inputs(texts as Record<string, string>), portsWith(releases).ports)).rejects.toThrow(
      reason,
    );
  });

  test("refuses a tag that names another commit than its release was made of", async () => {
    const { ports } = portsWith([beta], { tagCommit: "c".repeat(40) });
    await expect(resolveRelease(inputs({ tag: beta.tag }), ports)).rejects.toThrow(`names commit ${"c".repeat(40)}`);
  });

  test.each([
    ["0.1.0-aaaaaaa.beta", true],
    ["0.1.0-gaaaaaaa.beta", true],
    ["0.1.0-aaaaaaaaaaaa.beta", true],
    [`0.1.0-${"a".repeat(40)}.beta`, true],
    ["0.1.0-abcdefg.beta", true],
    ["0.1.0-zzzzzzz.beta", true],
    ["0.1.0", true],
    ["0.1.0-aaaaaab.beta", false],
    ["0.1.0-gaaaaaab.beta", false],
    ["0.1.0-0123456.beta", false],
    [`0.1.0-${"a".repeat(39)}b.beta`, false],
  ])("of a beta tag %s takes the commit that its name says (accepted: %j)", async (tag, accepted) => {
    const { ports } = portsWith([release(tag, { prerelease: true })]);
    const found = resolveRelease(inputs({ tag }), ports);
    if (accepted) expect((await found).outputs.commit).toBe(commit);
    else await expect(found).rejects.toMatchObject({ code: "TAG_OTHER_COMMIT" });
  });

  test("refuses a release without its git tag, and a manifest that is none", async () => {
    await expect(
      resolveRelease(inputs({ tag: beta.tag }), portsWith([beta], { tagCommit: undefined }).ports),
    ).rejects.toThrow("the git tag");
    await expect(
      resolveRelease(inputs({ tag: beta.tag }), portsWith([beta], { tagCommit: commit, manifest: "{}" }).ports),
    ).rejects.toThrow("not one that create-release wrote");
  });

  test.each([[{}], [{ tag: "1.0.0", latest: "true" }], [{ latest: "true", require: "prerelease" }]])(
    "%j contradicts itself",
    (texts) => {
      expect(checkInputs(inputs(texts as Record<string, string>))).toHaveLength(1);
    },
  );
});
