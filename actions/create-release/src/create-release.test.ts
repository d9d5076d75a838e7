import { createHash } from "node:crypto";

import {
  parseCommitSha,
  parseDigest,
  parseInputs,
  upstream,
  type CommitSha,
  type Log,
  type Release,
  type ReleaseAsset,
} from "@fairway/domain";
import { describe, expect, test } from "@jest/globals";

import { isNewest, previousRelease } from "./choose-latest.ts";
import { createRelease } from "./create-release.ts";
import { checkInputs, fields, type CreateReleaseInputs } from "./inputs.ts";
import type { CreateReleasePorts, LocalFile, NewRelease } from "./ports.ts";

const commit = parseCommitSha("a".repeat(40));
const other = parseCommitSha("b".repeat(40));
const digest = (content: Uint8Array) => parseDigest(`sha256:${createHash("sha256").update(content).digest("hex")}`);

type Write = "createDraft" | "upload" | "publish" | "deleteAsset";

/** Releases as GitHub keeps them. `fail` lets the next write of a kind fail, before or after it was applied. */
class InMemoryReleases {
  releases: Release[] = [];
  readonly tags = new Map<string, CommitSha>();
  readonly writes: string[] = [];
  readonly failures: { write: Write; applied: boolean }[] = [];
  latest: string | undefined;

  all = () => Promise.resolve(this.releases);
  commitOf = (tag: string) => Promise.resolve(this.tags.get(tag));
  generateNotes = (tag: string, previous: string | undefined) =>
    Promise.resolve(`changes from ${previous ?? "the start"} to ${tag}`);

  claim = (tag: string, sha: CommitSha) => {
    const by = this.tags.get(tag);
    if (by !== undefined) return Promise.resolve({ kind: "taken" as const, by });
    this.writes.push(`tag ${tag}`);
    this.tags.set(tag, sha);
    return Promise.resolve({ kind: "claimed" as const });
  };

  createDraft = ({ tag, name, notes, prerelease }: NewRelease) =>
    this.apply("createDraft", `draft ${tag}`, () => {
      const id = this.releases.length + 1;
      const draft: Release = {
        id,
        tag,
        name,
        draft: true,
        prerelease,
        notes,
        htmlUrl: `https://github.com/releases/${id}`,
        uploadUrl: "",
        assets: [],
      };
      this.releases.push(draft);
      return draft;
    });

  upload = (release: Release, name: string, content: Uint8Array) =>
    this.apply("upload", `upload ${name}`, () => {
      const asset: ReleaseAsset = { id: 1, name, size: content.byteLength, state: "uploaded", digest: digest(content) };
      this.change(release.id, (found) => ({ ...found, assets: [...found.assets, asset] }));
      return asset;
    });

  deleteAsset = (asset: ReleaseAsset) =>
    this.apply("deleteAsset", `delete ${asset.name}`, () => {
      this.releases = this.releases.map((release) => ({
        ...release,
        assets: release.assets.filter(({ name }) => name !== asset.name),
      }));
    });

  publish = (id: number, latest: boolean, { notes }: NewRelease) =>
    this.apply("publish", `publish ${id}${latest ? " latest" : ""}`, () =>
      this.change(id, (found) => ({ ...found, draft: false, notes })),
    );

  change(id: number, how: (release: Release) => Release): Release {
    this.releases = this.releases.map((release) => (release.id === id ? how(release) : release));
    const changed = this.releases.find((release) => release.id === id);
    if (changed === undefined) throw new Error(`no release ${id}`);
    return changed;
  }

  private async apply<T>(write: Write, told: string, how: () => T): Promise<T> {
    const index = this.failures.findIndex((failure) => failure.write === write);
    const [failure] = index === -1 ? [] : this.failures.splice(index, 1);
    if (failure === undefined || failure.applied) {
      this.writes.push(told);
      const result = how();
      if (failure === undefined) return await Promise.resolve(result);
    }
    throw upstream("GITHUB_FAILED", "GitHub gave no answer");
  }
}

function portsOf(book: InMemoryReleases, files: readonly LocalFile[] = []): CreateReleasePorts {
  const ignore = () => {};
  const log: Log = { debug: ignore, info: ignore, notice: ignore, warning: ignore, error: ignore, group: ignore };
  return {
    files: {
      find: () => Promise.resolve(files),
      readText: (path) => Promise.resolve(path === "NOTES.md" ? "from a file" : undefined),
    },
    releases: book,
    tags: book,
    digest,
    clock: { now: () => new Date(0), elapsedMs: () => 0, sleep: () => Promise.resolve() },
    log,
    signal: new AbortController().signal,
  };
}

function inputs(texts: Record<string, string> = {}): CreateReleaseInputs {
  const defaults = {
    tag: "0.1.0",
    commit,
    prerelease: "false",
    checksums: "true",
    "generate-notes": "false",
    "make-latest": "auto",
    "dry-run": "false",
    "github-token": "token-123",
  };
  const verdict = parseInputs(fields, { ...defaults, ...texts });
  if (verdict.kind === "invalid") throw new Error(JSON.stringify(verdict.problems));
  return verdict.inputs;
}

const file = { name: "app.tar.gz", content: new TextEncoder().encode("bytes") };

describe("create-release", () => {
  test("claims the tag, drafts, uploads, and only then publishes", async () => {
    const book = new InMemoryReleases();
    const result = await createRelease(inputs({ files: "app.tar.gz" }), portsOf(book, [file]));
    expect(book.writes).toEqual([
      "tag 0.1.0",
      "draft 0.1.0",
      "upload app.tar.gz",
      "upload app.tar.gz.sha256",
      "upload manifest.json",
      "publish 1 latest",
    ]);
    expect(result.outputs).toMatchObject({ outcome: "created", "release-id": "1", commit });
    expect(JSON.parse(result.outputs.assets)).toHaveLength(3);
  });

  test("changes nothing when run again", async () => {
    const book = new InMemoryReleases();
    await createRelease(inputs({ files: "app.tar.gz" }), portsOf(book, [file]));
    const before = book.writes.length;
    const result = await createRelease(inputs({ files: "app.tar.gz" }), portsOf(book, [file]));
    expect(result.outputs.outcome).toBe("unchanged");
    expect(book.writes).toHaveLength(before);
  });

  test.each([
    ["createDraft", true],
    ["createDraft", false],
    ["upload", true],
    ["upload", false],
    ["publish", true],
    ["publish", false],
  ] as const)("ends complete when %s fails (applied: %j), with one release", async (write, applied) => {
    const book = new InMemoryReleases();
    book.failures.push({ write, applied });
    await createRelease(inputs({ files: "app.tar.gz" }), portsOf(book, [file]));
    expect(book.releases).toHaveLength(1);
    expect(book.releases[0]).toMatchObject({ draft: false });
    expect(book.releases[0]?.assets.map(({ name }) => name)).toEqual([
      "app.tar.gz",
      "app.tar.gz.sha256",
      "manifest.json",
    ]);
  });

  test("gives up when GitHub keeps failing, and the next run resumes the draft", async () => {
    const book = new InMemoryReleases();
    book.failures.push(...Array.from({ length: 3 }, () => ({ write: "publish", applied: false }) as const));
    await expect(createRelease(inputs(), portsOf(book))).rejects.toThrow("no answer");
    expect(book.releases[0]?.draft).toBe(true);
    const result = await createRelease(inputs(), portsOf(book));
    expect(result.outputs.outcome).toBe("resumed");
    expect(book.releases).toHaveLength(1);
  });

  test("replaces what a broken upload left behind", async () => {
    const book = new InMemoryReleases();
    book.tags.set("0.1.0", commit);
    await book.createDraft({ tag: "0.1.0", name: "", notes: "", prerelease: false });
    book.change(1, (found) => ({
      ...found,
      assets: [{ id: 9, name: "manifest.json", size: 0, state: "starter", digest: undefined }],
    }));
    await createRelease(inputs(), portsOf(book));
    expect(book.writes).toContain("delete manifest.json");
    expect(book.releases[0]?.assets).toMatchObject([{ name: "manifest.json", state: "uploaded" }]);
  });

  test("refuses a tag that names another commit and touches nothing", async () => {
    const book = new InMemoryReleases();
    book.tags.set("0.1.0", other);
    await expect(createRelease(inputs(), portsOf(book))).rejects.toThrow(
      `names commit ${other}, the release is to be made of ${commit}`,
    );
    expect(book.writes).toEqual([]);
  });

  test.each([
    [{ prerelease: "true" }, "published as a full release, a prerelease is asked for"],
    [{ image: "ghcr.io/acme/shop:0.1.0" }, "missing or different: manifest.json"],
  ])("refuses to change a published release (%j)", async (texts, reason) => {
    const book = new InMemoryReleases();
    await createRelease(inputs(), portsOf(book));
    const before = book.writes.length;
    await expect(createRelease(inputs(texts as Record<string, string>), portsOf(book))).rejects.toThrow(reason);
    expect(book.writes).toHaveLength(before);
  });

  test("plans without changing anything", async () => {
    const book = new InMemoryReleases();
    const result = await createRelease(inputs({ "dry-run": "true" }), portsOf(book));
    expect(result.outputs.outcome).toBe("planned");
    expect(result.steps).toContain("Publish it as a full release.");
    expect(book.writes).toEqual([]);
  });

  test("records the image in the manifest, the same bytes each time", async () => {
    const book = new InMemoryReleases();
    const texts = {
      image: "acme/shop:0.1.0",
      "image-digest": `sha256:${"c".repeat(64)}`,
      "promoted-from": "0.1.0-abcdefg.beta",
    };
    await createRelease(inputs(texts), portsOf(book));
    expect((await createRelease(inputs(texts), portsOf(book))).outputs.outcome).toBe("unchanged");
  });

  test("refuses two files of one name", async () => {
    await expect(createRelease(inputs({ files: "*" }), portsOf(new InMemoryReleases(), [file, file]))).rejects.toThrow(
      "both be named app.tar.gz",
    );
  });

  test("puts written and generated notes together, from the newest older release", async () => {
    const book = new InMemoryReleases();
    await createRelease(inputs({ tag: "0.0.9" }), portsOf(book));
    await createRelease(inputs({ tag: "0.0.10-abcdefg.beta", prerelease: "true" }), portsOf(book));
    await createRelease(inputs({ "notes-file": "NOTES.md", "generate-notes": "true" }), portsOf(book));
    expect(book.releases[2]?.notes).toBe("from a file\n\nchanges from 0.0.9 to 0.1.0");
  });
});

describe("the latest release", () => {
  const released = (tag: string, overrides: Partial<Release> = {}): Release => ({
    id: 1,
    tag,
    name: "",
    draft: false,
    prerelease: false,
    notes: "",
    htmlUrl: "",
    uploadUrl: "",
    assets: [],
    ...overrides,
  });

  test.each([
    ["1.1.0", ["1.0.0"], true],
    ["1.0.1", ["1.0.0", "2.0.0"], false],
    ["1.10.0", ["1.9.0"], true],
    ["1.0.0", [], true],
    ["v2.0.0", ["v1.0.0", "nightly"], true],
  ])("%s after %j: %j", (tag, tags, expected) => {
    expect(
      isNewest(
        tag,
        tags.map((one) => released(one)),
      ),
    ).toBe(expected);
  });

  test("starts notes from the release before it, not from a newer one or a beta", () => {
    const releases = [
      released("2.0.0"),
      released("1.0.0"),
      released("0.9.0"),
      released("1.0.1-abcdefg.beta", { prerelease: true }),
    ];
    expect(previousRelease("1.0.1", releases)).toBe("1.0.0");
  });
});

describe("inputs", () => {
  test.each([
    [{ notes: "a", "notes-file": "b" }, "notes-file"],
    [{ prerelease: "true", "make-latest": "true" }, "make-latest"],
    [{ "image-digest": `sha256:${"c".repeat(64)}` }, "image-digest"],
    [{ "previous-tag": "1.0.0" }, "previous-tag"],
  ])("%j contradict each other", (texts, input) => {
    expect(checkInputs(inputs(texts as Record<string, string>)).map((problem) => problem.input)).toEqual([input]);
  });

  test.each(["a..b", "x.lock", "-x", "a b", "x/y", "a~1", "@{x", "x."])("the tag %j is refused", (tag) => {
    expect(() => inputs({ tag })).toThrow("is not a tag that git");
  });
});
