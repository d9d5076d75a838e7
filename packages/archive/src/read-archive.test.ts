import { gzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import { encodeTarHeader, sumOf, type TarMember } from "./tar-header.ts";
import { readArchive } from "./read-archive.ts";
import { useScratch } from "./testing/scratch.ts";

const scratch = useScratch();
const END = Buffer.alloc(1024);

function member(change: Partial<TarMember> = {}): TarMember {
  return { kind: "file", path: "a", mode: 0o644, size: 0, mtimeSeconds: 1, uid: 0, gid: 0, ...change };
}

/** A header with other bytes at a place, and a right checksum again unless it is that which is changed. */
function changed(at: number, bytes: string, from: TarMember = member()): Buffer {
  const header = encodeTarHeader(from);
  header.write(bytes, at, "latin1");
  if (at === 148) return header;
  header.write("        ", 148, "latin1");
  header.write(`${sumOf(header).toString(8).padStart(6, "0")}\u0000 `, 148, "latin1");
  return header;
}

function read(...parts: readonly Uint8Array[]) {
  return readArchive(scratch.write("a.tar.gz", gzipSync(Buffer.concat(parts))));
}

describe("an archive that cannot be trusted is refused", () => {
  test.each<[why: string, message: string, parts: readonly Uint8Array[]]>([
    ["nothing in it", "ends before its end mark", []],
    ["no end mark", "ends before its end mark", [encodeTarHeader(member())]],
    ["one block of zeros", "two blocks of zeros", [END.subarray(512)]],
    ["something behind its end", "nothing behind them", [END, Buffer.from("x")]],
    ["a wrong checksum", "the checksum of a header is wrong", [changed(148, "0000000"), END]],
    ["another form", "not of the ustar form", [changed(257, "other"), END]],
    ["a number that is none", "a number of a header is not octal", [changed(124, "9"), END]],
    ["a symbolic link", "neither a file nor a folder", [changed(156, "2"), END]],
    ["a device", "neither a file nor a folder", [changed(156, "3"), END]],
    ["a path upwards", "leads out of it", [encodeTarHeader(member({ path: "a/../../b" })), END]],
    ["an absolute path", "leads out of it", [encodeTarHeader(member({ path: "/etc/passwd" })), END]],
    ["a path twice", "holds a twice", [encodeTarHeader(member()), encodeTarHeader(member()), END]],
    ["a file cut off", "ends in the middle of a", [encodeTarHeader(member({ size: 4096 })), END]],
    ["records that are none", "make no sense", [changed(156, "x", member({ size: 512 })), END.subarray(512), END]],
    ["records of nothing", "make no sense", [changed(156, "x"), END]],
    ["huge records", "bytes of records", [changed(156, "x", member({ size: 2 ** 31 })), END]],
  ])("for %s", async (_, message, parts) => {
    await expect(read(...parts)).rejects.toMatchObject({
      kind: "refusal",
      code: "MALFORMED_ARCHIVE",
      message: expect.stringContaining(message),
    });
  });

  test.each([
    ["no gzip", (whole: Buffer) => whole.subarray(10)],
    ["cut off", (whole: Buffer) => whole.subarray(0, -12)],
    ["a flipped bit", (whole: Buffer) => Buffer.concat([whole.subarray(0, -8), Buffer.alloc(4), whole.subarray(-4)])],
  ])("for %s", async (_, spoil) => {
    const file = scratch.write("a.tar.gz", spoil(gzipSync(Buffer.concat([encodeTarHeader(member()), END]))));
    await expect(readArchive(file)).rejects.toMatchObject({ code: "MALFORMED_ARCHIVE" });
  });
});

test("an archive that is filled up to a round size is read", async () => {
  const { entries, tarSize } = await read(encodeTarHeader(member()), Buffer.alloc(10_240 - 512));
  expect(entries.map(({ path }) => path)).toEqual(["a"]);
  expect(tarSize).toBe(10_240);
});

test("a file that is not there is no malformed archive", async () => {
  await expect(readArchive(scratch.path("missing"))).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
});
