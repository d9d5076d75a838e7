import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import process from "node:process";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import type { ArchiveEntry } from "./archive-types.ts";
import { listTree } from "./list-tree.ts";
import { readArchive } from "./read-archive.ts";
import { useScratch } from "./testing/scratch.ts";
import { writeArchive } from "./write-archive.ts";

const scratch = useScratch();
const mtimeSeconds = 1_700_000_000;

const SMALL: readonly ArchiveEntry[] = [
  { path: "app/z.txt", mode: 0o644, content: { kind: "bytes", bytes: Buffer.from("last\n") } },
  { path: "app", mode: 0o755, content: { kind: "folder" } },
  { path: "app/config", mode: 0o700, content: { kind: "folder" } },
  { path: "app/config/config.json", mode: 0o600, content: { kind: "bytes", bytes: Buffer.from("{}\n") } },
];

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function files(): string[] {
  return readdirSync(scratch.path("."));
}

describe("the bytes of an archive", () => {
  test("are these, whatever the order of the entries", async () => {
    const file = scratch.path("a.tar.gz");
    const written = await writeArchive({ entries: SMALL, mtimeSeconds, file });
    const tar = gunzipSync(readFileSync(file));
    const names = [0, 512, 1024, 2048].map((at) => tar.toString("latin1", at, at + 30).replace(/\0.*$/s, ""));
    expect(names).toEqual(["app/", "app/config/", "app/config/config.json", "app/z.txt"]);
    // Mode, user, group, size and time of the configuration; then type, form and empty names.
    expect(tar.toString("latin1", 1124, 1172).replaceAll("\u0000", "|")).toBe(
      "0000600|0000000|0000000|00000000003|14524770400|",
    );
    expect(tar.toString("latin1", 1179, 1289).replaceAll("\u0000", "|").replace(/^ /, "")).toBe(
      `0${"|".repeat(100)}ustar|00`,
    );
    expect(written.tarSha256).toBe(sha256(tar));
    // As GNU tar 1.34 writes the same members with --format=ustar --owner=:0 --group=:0 --numeric-owner -b 2.
    expect(written.tarSha256).toBe("172b1751245e76fe13e4152087ca7eb75a50affa5faf898a19202b6be5c57d39");
    expect(tar.length).toBe(4096);
    expect(await writeArchive({ entries: SMALL.toReversed(), mtimeSeconds, file })).toEqual(written);
  });

  test("begin with a gzip header that says nothing of the machine and the time", async () => {
    const file = scratch.path("a.tar.gz");
    const written = await writeArchive({ entries: SMALL, mtimeSeconds, file });
    const bytes = readFileSync(file);
    expect(bytes.subarray(0, 10).toString("hex")).toBe("1f8b08000000000000ff");
    expect(written).toMatchObject({ sha256: sha256(bytes), size: bytes.length, tarSize: 4096 });
  });

  test("depend neither on the folder, nor on the times, rights and umask of the files", async () => {
    const before = process.umask(0o022);
    const digests: string[] = [];
    for (const [folder, umask, mode] of [
      ["one", 0o022, 0o644],
      ["two/deeper", 0o077, 0o755],
    ] as const) {
      process.umask(umask);
      mkdirSync(scratch.path(`${folder}/src/inner`), { recursive: true });
      for (const name of folder === "one" ? ["a", "b"] : ["b", "a"]) {
        const file = scratch.write(`${folder}/src/inner/${name}.txt`, `this is ${name}`);
        chmodSync(file, mode);
        utimesSync(file, umask, umask * 1000);
      }
      const tree = await listTree(scratch.path(`${folder}/src`));
      const entries = tree.map(({ kind, path, file, size }): ArchiveEntry => {
        const content = kind === "file" ? { kind, file, size } : { kind };
        return { path, mode: kind === "file" ? 0o644 : 0o755, content };
      });
      digests.push((await writeArchive({ entries, mtimeSeconds, file: scratch.path("a.tar.gz") })).sha256);
    }
    process.umask(before);
    expect(digests[1]).toBe(digests[0]);
  });

  test("come back as they went in, at the edges of tar's and of the compressor's blocks", async () => {
    const sizes = [0, 1, 511, 512, 513, 1_048_576, 1_048_575, 1_048_577, 3_145_728, 700_001];
    const entries = sizes.map((size, place): ArchiveEntry => {
      const file = scratch.write(`in-${place}`, Buffer.alloc(size, `part ${place} of it;`));
      return { path: `files/${place}`, mode: 0o640, content: { kind: "file", file, size } };
    });
    const file = scratch.path("a.tar.gz");
    const written = await writeArchive({ entries, mtimeSeconds, file, owner: { uid: 2_097_152, gid: 7 } });
    expect(written.files.map(({ size }) => size)).toEqual(sizes);
    const contents = await readArchive(file);
    expect(contents).toMatchObject({ sha256: written.sha256, tarSha256: written.tarSha256, size: written.size });
    expect(contents.tarSize).toBe(written.tarSize);
    expect(contents.entries).toEqual(
      written.files.map((one) => ({ ...one, kind: "file", mtimeSeconds, uid: 2_097_152, gid: 7 })),
    );
    expect(written.files[4]?.sha256).toBe(sha256(readFileSync(scratch.path("in-4"))));
  });

  test("are the same when a tar ends exactly where a block of the compressor does", async () => {
    const bytes = Buffer.alloc(1_048_576 - 512 - 1024, "x");
    const file = scratch.path("a.tar.gz");
    const entries: ArchiveEntry[] = [{ path: "x", mode: 0o644, content: { kind: "bytes", bytes } }];
    const { tarSize, tarSha256 } = await writeArchive({ entries, mtimeSeconds, file });
    expect(tarSize).toBe(1_048_576);
    expect(sha256(gunzipSync(readFileSync(file)))).toBe(tarSha256);
  });
});

describe("a failure leaves nothing", () => {
  const entryOf = (file: string, size: number): ArchiveEntry => ({
    path: "x",
    mode: 0o644,
    content: { kind: "file", file, size },
  });
  const write = (entry: ArchiveEntry) =>
    writeArchive({ entries: [entry], mtimeSeconds, file: scratch.path("a.tar.gz") });

  test.each([3, 9])("when a file does not have the %d bytes that it had", async (size) => {
    const entry = entryOf(scratch.write("x", "12345"), size);
    await expect(write(entry)).rejects.toMatchObject({
      code: "CHANGED_WHILE_PACKING",
      message: expect.stringContaining(`it had ${size} bytes and now has 5`),
    });
    expect(files()).toEqual(["x"]);
  });

  test("when a file is gone", async () => {
    await expect(write(entryOf(scratch.path("gone"), 1))).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
    expect(files()).toEqual([]);
  });

  test("when it is stopped, and what stood there before still does", async () => {
    scratch.write("a.tar.gz", "the package of yesterday");
    const options = { entries: SMALL, mtimeSeconds, file: scratch.path("a.tar.gz"), signal: AbortSignal.abort() };
    await expect(writeArchive(options)).rejects.toMatchObject({ name: "AbortError" });
    expect(files()).toEqual(["a.tar.gz"]);
    expect(readFileSync(options.file, "utf8")).toBe("the package of yesterday");
  });

  test("when the disk has less room than the archive may need", async () => {
    const entry = entryOf(scratch.write("x", "1"), 8 * 10 ** 15);
    await expect(write(entry)).rejects.toMatchObject({ code: "DISK_FULL", kind: "refusal" });
    expect(files()).toEqual(["x"]);
  });

  test("when there is no folder for it", async () => {
    const options = { entries: SMALL, mtimeSeconds, file: scratch.path("no/such/a.tar.gz") };
    await expect(writeArchive(options)).rejects.toMatchObject({ code: "NO_OUTPUT_FOLDER", kind: "configuration" });
  });

  test("when its name is taken by a folder", async () => {
    mkdirSync(scratch.path("a.tar.gz"));
    const options = { entries: SMALL, mtimeSeconds, file: scratch.path("a.tar.gz") };
    await expect(writeArchive(options)).rejects.toMatchObject({ code: "FILE_NOT_WRITTEN" });
    expect(files()).toEqual(["a.tar.gz"]);
  });
});

describe("entries that no archive may hold", () => {
  const bytes = (path: string): ArchiveEntry => ({
    path,
    mode: 0o644,
    content: { kind: "bytes", bytes: Buffer.from("x") },
  });
  test.each<[code: string, entries: readonly ArchiveEntry[]]>([
    ["ARCHIVE_PATH_INVALID", [bytes("../x")]],
    ["ARCHIVE_PATH_INVALID", [bytes("/etc/x")]],
    ["ARCHIVE_PATH_INVALID", [bytes("a//x")]],
    ["ARCHIVE_PATH_INVALID", [bytes("a/./x")]],
    ["ARCHIVE_PATH_INVALID", [bytes("a/")]],
    ["ARCHIVE_PATH_INVALID", [bytes("")]],
    ["ARCHIVE_PATH_INVALID", [bytes("a\u0000b")]],
    ["ARCHIVE_PATH_INVALID", [bytes("a\ud800")]],
    ["ARCHIVE_PATH_TWICE", [bytes("a"), bytes("a")]],
    ["ARCHIVE_PATH_BELOW_FILE", [bytes("a"), bytes("a/b")]],
    ["ARCHIVE_VALUE_INVALID", [{ ...bytes("a"), mode: 0o10000 }]],
    ["ARCHIVE_VALUE_INVALID", [{ ...bytes("a"), mode: 1.5 }]],
  ])("%s: %j", async (code, entries) => {
    const file = scratch.path("a.tar.gz");
    await expect(writeArchive({ entries, mtimeSeconds, file })).rejects.toMatchObject({ code, kind: "refusal" });
    expect(files()).toEqual([]);
  });

  test("nor one before 1970", async () => {
    const options = { entries: SMALL, mtimeSeconds: -1, file: scratch.path("a.tar.gz") };
    await expect(writeArchive(options)).rejects.toMatchObject({ code: "ARCHIVE_VALUE_INVALID" });
  });
});

test("a file behind a link is packed by its content", async () => {
  mkdirSync(scratch.path("tree"));
  writeFileSync(scratch.path("tree/real"), "content");
  symlinkSync("real", scratch.path("tree/link"));
  const tree = await listTree(scratch.path("tree"));
  const entries = tree.map(({ path, file, size }): ArchiveEntry => ({
    path,
    mode: 0o644,
    content: { kind: "file", file, size },
  }));
  const written = await writeArchive({ entries, mtimeSeconds, file: scratch.path("a.tar.gz") });
  expect(new Set(written.files.map(({ sha256: digest }) => digest))).toEqual(new Set([sha256(Buffer.from("content"))]));
});
