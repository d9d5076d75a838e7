import { parseCommitSha, refusal, upstream } from "@fairway/domain";
import { describe, expect, test } from "@jest/globals";

import { createRelease } from "./create-release.ts";
import { checkInputs, publisherToken } from "./inputs.ts";
import { commit, digest, fileOf, InMemoryReleases, inputs, portsOf } from "./testing/in-memory-releases.ts";

const other = parseCommitSha("b".repeat(40));
const file = fileOf("app.tar.gz");
const assetOf = ({ name, size, digest: its }: typeof file, id: number) => ({
  id,
  name,
  size,
  state: "uploaded",
  digest: its,
});

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

  test("uploads two at a time and the manifest alone, last", async () => {
    const book = new InMemoryReleases();
    const files = ["a", "b", "c", "d", "e"].map((name) => fileOf(name));
    await createRelease(inputs({ files: "*", checksums: "false" }), portsOf(book, files));
    expect(book.uploads.most).toBe(2);
    expect(book.writes.filter((write) => write.startsWith("upload"))).toEqual([
      "upload a",
      "upload b",
      "upload c",
      "upload d",
      "upload e",
      "upload manifest.json",
    ]);
  });

  test("changes nothing when run again", async () => {
    const book = new InMemoryReleases();
    await createRelease(inputs({ files: "app.tar.gz" }), portsOf(book, [file]));
    const before = book.writes.length;
    const result = await createRelease(inputs({ files: "app.tar.gz" }), portsOf(book, [file]));
    expect(result.outputs.outcome).toBe("unchanged");
    expect(book.writes).toHaveLength(before);
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
    [{ "build-number": "7" }, "missing or different: manifest.json"],
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

  test("writes the same manifest each time, build number and time among it", async () => {
    const book = new InMemoryReleases();
    const texts = {
      image: "acme/shop:0.1.0",
      "image-digest": `sha256:${"c".repeat(64)}`,
      "promoted-from": "0.1.0-abcdefg.beta",
      "build-number": "42",
      "build-time": "2026-01-31T12:00:00Z",
    };
    await createRelease(inputs(texts), portsOf(book));
    expect((await createRelease(inputs(texts), portsOf(book))).outputs.outcome).toBe("unchanged");
  });

  test("finds a release the same whoever approves it again, and keeps who let it out", async () => {
    const book = new InMemoryReleases();
    await createRelease(inputs({ "approved-by": "lead, deputy" }), portsOf(book));
    const [asset] = book.releases[0]?.assets ?? [];
    const manifest = new TextDecoder().decode(asset && (await book.download(asset)));
    expect(JSON.parse(manifest)).toMatchObject({ tag: "0.1.0", approvedBy: ["lead", "deputy"] });
    const before = book.writes.length;
    for (const texts of [{ "approved-by": "somebody-else" }, {}])
      expect((await createRelease(inputs(texts as Record<string, string>), portsOf(book))).outputs.outcome).toBe(
        "unchanged",
      );
    const planned = await createRelease(inputs({ "dry-run": "true" }), portsOf(book));
    expect(planned.steps).toEqual(["Nothing to do: the release is there, complete and the same."]);
    expect(book.writes).toHaveLength(before);
  });

  test("refuses other content of a published release although another approves it", async () => {
    const book = new InMemoryReleases();
    await createRelease(inputs({ "approved-by": "lead" }), portsOf(book));
    const other = createRelease(inputs({ "approved-by": "deputy", "build-number": "7" }), portsOf(book));
    await expect(other).rejects.toThrow("missing or different: manifest.json");
  });

  test("finishes the draft of a run that another approved with the names of its own approvers", async () => {
    const book = new InMemoryReleases();
    book.failures.push(...Array.from({ length: 6 }, () => ({ write: "publish", applied: false }) as const));
    await expect(createRelease(inputs({ "approved-by": "lead" }), portsOf(book))).rejects.toThrow("no answer");
    const result = await createRelease(inputs({ "approved-by": "deputy" }), portsOf(book));
    expect(result.outputs.outcome).toBe("resumed");
    const manifest = book.releases[0]?.assets.find(({ name }) => name === "manifest.json");
    const text = new TextDecoder().decode(manifest && (await book.download(manifest)));
    expect(JSON.parse(text)).toMatchObject({ approvedBy: ["deputy"] });
  });

  test("makes a release of a tag that somebody pushed, after a second look at the list", async () => {
    const book = new InMemoryReleases();
    book.tags.set("0.1.0", commit);
    const ports = portsOf(book);
    const result = await createRelease(inputs(), ports);
    expect(result.outputs.outcome).toBe("created");
    expect(ports.slept).toEqual([2000]);
  });

  test.each([
    [{ files: "*", "dry-run": "true" }, [file, file], "both be named app.tar.gz"],
    [{ "notes-file": "MISSING.md" }, [], 'notes-file "MISSING.md" is not in the workspace'],
    [{ "install-notes-file": "LONG.md" }, [], "has 125001 characters; GitHub takes 125000"],
  ])("refuses %j before anything is created", async (texts, files, reason) => {
    const book = new InMemoryReleases();
    await expect(createRelease(inputs(texts as Record<string, string>), portsOf(book, files))).rejects.toThrow(reason);
    expect(book.writes).toEqual([]);
  });
});

describe("a write that fails", () => {
  test.each([
    ["claim", true],
    ["claim", false],
    ["createDraft", true],
    ["createDraft", false],
    ["upload", true],
    ["upload", false],
    ["publish", true],
    ["publish", false],
  ] as const)("ends complete when %s fails (applied: %j), with one release", async (write, applied) => {
    const book = new InMemoryReleases();
    book.failures.push({ write, applied });
    const result = await createRelease(inputs({ files: "app.tar.gz" }), portsOf(book, [file]));
    expect(result.outputs.outcome).toBe("created");
    expect(book.releases).toHaveLength(1);
    expect(book.releases[0]).toMatchObject({ draft: false });
    const names = book.releases[0]?.assets.map(({ name }) => name);
    expect(names?.toSorted()).toEqual(["app.tar.gz", "app.tar.gz.sha256", "manifest.json"]);
    expect(names?.at(-1)).toBe("manifest.json");
  });

  test("deletes the half-made asset that it leaves before it uploads again", async () => {
    const book = new InMemoryReleases();
    book.brokenUploads = 2;
    await createRelease(inputs(), portsOf(book));
    expect(book.writes.filter((write) => write.endsWith("manifest.json"))).toEqual([
      "delete manifest.json",
      "delete manifest.json",
      "upload manifest.json",
    ]);
    expect(book.releases[0]?.assets).toMatchObject([{ state: "uploaded" }]);
  });

  test("makes no second draft when the first list after a lost answer is an old one", async () => {
    const book = new InMemoryReleases();
    book.failures.push({ write: "createDraft", applied: true });
    // A fresh prerelease reads no list before, so the first one is that after the lost answer.
    book.staleLists = 1;
    const texts = { tag: "0.1.0-abcdefg.beta", prerelease: "true" };
    await createRelease(inputs(texts), portsOf(book));
    expect(book.writes.filter((write) => write.startsWith("draft"))).toHaveLength(1);
  });

  test("deletes the second draft that lists which stayed old have caused", async () => {
    const book = new InMemoryReleases();
    book.failures.push({ write: "createDraft", applied: true });
    book.staleLists = 2;
    const result = await createRelease(inputs({ tag: "0.1.0-abcdefg.beta", prerelease: "true" }), portsOf(book));
    expect(book.writes.filter((write) => write.startsWith("draft"))).toHaveLength(2);
    expect(book.releases).toHaveLength(1);
    expect(result.outputs.outcome).toBe("created");
  });

  test("makes no second draft when the first is not visible yet", async () => {
    const book = new InMemoryReleases();
    book.failures.push({ write: "upload", applied: false, error: upstream("GITHUB_FAILED", "GitHub answered 404") });
    book.staleReads = 1;
    await createRelease(inputs(), portsOf(book));
    expect(book.releases).toHaveLength(1);
  });

  test("waits as long as GitHub asks for", async () => {
    const book = new InMemoryReleases();
    const error = upstream("GITHUB_RATE_LIMIT", "a secondary limit", { retryAfterMs: 60_000 });
    book.failures.push({ write: "upload", applied: false, error });
    const ports = portsOf(book);
    await createRelease(inputs(), ports);
    expect(ports.slept).toEqual([60_000]);
    expect(ports.told).toContain("GitHub asks to wait 60 s");
  });

  test("gives up at once when GitHub asks to wait longer than the budget", async () => {
    const book = new InMemoryReleases();
    const error = upstream("GITHUB_RATE_LIMIT", "the hourly limit", { retryAfterMs: 3_600_000 });
    book.failures.push({ write: "publish", applied: false, error });
    const ports = portsOf(book);
    await expect(createRelease(inputs(), ports)).rejects.toThrow("the hourly limit");
    expect(ports.slept).toEqual([]);
  });

  test("is not repeated when GitHub refuses what was sent, whatever is read", async () => {
    const book = new InMemoryReleases();
    const error = upstream("GITHUB_REFUSED", "GitHub answered 422");
    for (let count = 0; count < 9; count += 1) book.failures.push({ write: "publish", applied: false, error });
    await expect(createRelease(inputs(), portsOf(book))).rejects.toThrow("422");
    expect(book.failures).toHaveLength(6);
  });

  test.each([
    ["a refusal", refusal("TAG_REFUSED", "a ruleset forbids it")],
    ["a defect", new TypeError("a is undefined")],
  ])("is not repeated after %s", async (_, error) => {
    const book = new InMemoryReleases();
    book.failures.push({ write: "claim", applied: false, error });
    await expect(createRelease(inputs(), portsOf(book))).rejects.toThrow(error.message);
    expect(book.writes).toEqual([]);
  });

  test("leaves the draft when GitHub keeps failing, and the next run resumes it", async () => {
    const book = new InMemoryReleases();
    book.failures.push(...Array.from({ length: 6 }, () => ({ write: "publish", applied: false }) as const));
    const ports = portsOf(book);
    await expect(createRelease(inputs(), ports)).rejects.toThrow("no answer");
    expect(ports.slept).toEqual([500, 1000, 2000, 4000, 8000]);
    expect(book.releases[0]?.draft).toBe(true);
    const result = await createRelease(inputs(), portsOf(book));
    expect(result.outputs.outcome).toBe("resumed");
    expect(book.releases).toHaveLength(1);
  });

  test("starts no further upload after one that cannot be done", async () => {
    const book = new InMemoryReleases();
    const error = refusal("GITHUB_SAYS_NO", "no");
    book.failures.push({ write: "upload", applied: false, error });
    const files = ["a", "b", "c", "d"].map((name) => fileOf(name));
    await expect(createRelease(inputs({ files: "*", checksums: "false" }), portsOf(book, files))).rejects.toThrow("no");
    expect(book.writes.filter((write) => write.startsWith("upload"))).toEqual(["upload b"]);
  });
});

describe("what is there already", () => {
  test("replaces what a broken upload left behind", async () => {
    const book = new InMemoryReleases();
    book.tags.set("0.1.0", commit);
    const starter = { id: 9, name: "manifest.json", size: 0, state: "starter", digest: undefined };
    book.add({ tag: "0.1.0", draft: true, assets: [starter] });
    await createRelease(inputs(), portsOf(book));
    expect(book.writes).toContain("delete manifest.json");
    expect(book.releases[0]?.assets).toMatchObject([{ name: "manifest.json", state: "uploaded" }]);
  });

  test("resumes the oldest draft that fits", async () => {
    const book = new InMemoryReleases();
    book.tags.set("0.1.0", commit);
    const wrong = { ...assetOf(file, 90), digest: digest(new Uint8Array(1)) };
    book.add({ tag: "0.1.0", draft: true, assets: [wrong] });
    const fitting = book.add({ tag: "0.1.0", draft: true, assets: [assetOf(file, 91)] });
    book.add({ tag: "0.1.0", draft: true, assets: [assetOf(file, 92)] });
    const result = await createRelease(inputs({ files: "app.tar.gz" }), portsOf(book, [file]));
    expect(result.outputs).toMatchObject({ "release-id": String(fitting.id), outcome: "resumed" });
    expect(book.writes).not.toContain("upload app.tar.gz");
  });

  test("deletes a draft of the same name and notes without assets, and leaves any other and says so", async () => {
    const book = new InMemoryReleases();
    book.tags.set("0.1.0", commit);
    const kept = book.add({ tag: "0.1.0", draft: true });
    const own = book.add({ tag: "0.1.0", draft: true, notes: "of somebody" });
    const empty = book.add({ tag: "0.1.0", draft: true });
    const ports = portsOf(book);
    // The notes of the release are known when it is out: the twin is what has the same ones.
    const publish = book.publish;
    book.publish = async (id, latest, release) => {
      book.change(empty.id, { notes: release.notes });
      return publish(id, latest, release);
    };
    await createRelease(inputs(), ports);
    expect(book.releases.map(({ id }) => id)).toEqual([kept.id, own.id]);
    expect(ports.told).toContain(`another draft of 0.1.0 is left as it is: ${own.htmlUrl}`);
  });

  test("refuses a draft that holds what is not asked for", async () => {
    const book = new InMemoryReleases();
    book.tags.set("0.1.0", commit);
    book.add({ tag: "0.1.0", draft: true, assets: [assetOf(fileOf("by-hand.zip"), 9)] });
    await expect(createRelease(inputs(), portsOf(book))).rejects.toThrow("holds what is not asked for: by-hand.zip");
    expect(book.writes).toEqual([]);
  });

  test("finds that another run published the same release meanwhile, and deletes its own draft", async () => {
    const book = new InMemoryReleases();
    const publish = book.publish;
    book.publish = async (id, latest, release) => {
      book.publish = publish;
      const twin = book.add({ ...release, assets: book.releases[0]?.assets ?? [] });
      expect(twin.id).not.toBe(id);
      return publish(id, latest, release);
    };
    const result = await createRelease(inputs(), portsOf(book));
    expect(result.outputs.outcome).toBe("unchanged");
    expect(book.releases).toMatchObject([{ draft: false }]);
  });

  test("is red when another run published the tag with other content meanwhile", async () => {
    const book = new InMemoryReleases();
    const publish = book.publish;
    book.publish = async (id, latest, release) => {
      book.publish = publish;
      book.add(release);
      return publish(id, latest, release);
    };
    await expect(createRelease(inputs(), portsOf(book))).rejects.toThrow("missing or different: manifest.json");
  });

  test("stays green when the deletion of a leftover draft fails", async () => {
    const book = new InMemoryReleases();
    book.failures.push({ write: "createDraft", applied: true }, { write: "deleteDraft", applied: false });
    book.staleLists = 2;
    const ports = portsOf(book);
    const result = await createRelease(inputs({ tag: "0.1.0-abcdefg.beta", prerelease: "true" }), ports);
    expect(result.outputs.outcome).toBe("created");
    expect(ports.told.join("\n")).toContain("drafts beside 0.1.0-abcdefg.beta may be left");
  });
});

describe("inputs", () => {
  test.each([
    [{ notes: "a", "notes-file": "b" }, "notes-file"],
    [{ "install-notes": "a", "install-notes-file": "b" }, "install-notes-file"],
    [{ prerelease: "true", "make-latest": "true" }, "make-latest"],
    [{ "image-digest": `sha256:${"c".repeat(64)}` }, "image-digest"],
    [{ "previous-tag": "1.0.0" }, "previous-tag"],
  ])("%j contradict each other", (texts, input) => {
    expect(checkInputs(inputs(texts as Record<string, string>)).map((problem) => problem.input)).toEqual([input]);
  });

  test.each(["a..b", "x.lock", "-x", "a b", "x/y", "a~1", "@{x", "x."])("the tag %j is refused", (tag) => {
    expect(() => inputs({ tag })).toThrow("is not a tag that git");
  });

  test.each(["a b", "-lead", "@lead", "lead|deputy"])("the approver %j is refused", (login) => {
    expect(() => inputs({ "approved-by": login })).toThrow("is not a login of GitHub");
  });

  test.each(["2026-13-01T00:00:00Z", "2026-01-31T12:00:00+01:00", "yesterday", "2026-01-31T24:00:00Z"])(
    "the build time %j is refused",
    (time) => {
      expect(() => inputs({ "build-time": time })).toThrow("is not a time in UTC");
    },
  );

  test("the token for tag and release is github-token unless another one is given", () => {
    expect(publisherToken(inputs())).toBe("token-123");
    expect(publisherToken(inputs({ "tag-token": "other-456" }))).toBe("other-456");
  });
});
