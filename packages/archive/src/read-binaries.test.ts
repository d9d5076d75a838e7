import { describe, expect, test } from "@jest/globals";
import { findBytes } from "./find-bytes.ts";
import { hashFile } from "./hash-file.ts";
import { readElf } from "./read-elf.ts";
import { readGoBuildInfo } from "./read-go-build-info.ts";
import { useScratch } from "./testing/scratch.ts";

const scratch = useScratch();

/** Where the fields of a class lie, and how long its program headers are. */
const PLACES = {
  32: { class: 1, table: 28, counts: 42, entry: 32, offset: 68, size: 80 },
  64: { class: 2, table: 32, counts: 54, entry: 56, offset: 72, size: 96 },
} as const;

/** An ELF file of one class and order, with a program header for an interpreter when one is given. */
function elf({ bits = 64, big = false, machine = 183, interpreter = "" } = {}): Buffer {
  const places = bits === 64 ? PLACES[64] : PLACES[32];
  const bytes = Buffer.alloc(256);
  bytes.write("\u007fELF", "latin1");
  bytes.set([places.class, big ? 2 : 1], 4);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const put = (at: number, value: number) =>
    bits === 64 ? view.setBigUint64(at, BigInt(value), !big) : view.setUint32(at, value, !big);
  view.setUint16(16, 2, !big);
  view.setUint16(18, machine, !big);
  put(places.table, 64);
  view.setUint16(places.counts, places.entry, !big);
  view.setUint16(places.counts + 2, Math.min(1, interpreter.length), !big);
  view.setUint32(64, 3, !big);
  put(places.offset, 128);
  put(places.size, interpreter.length + 1);
  bytes.write(interpreter, 128, "latin1");
  return bytes;
}

describe("an ELF file", () => {
  test.each([
    [{}, { class: 64, machine: "aarch64", littleEndian: true, interpreter: undefined }],
    [{ interpreter: "/lib/ld-linux-aarch64.so.1" }, { machine: "aarch64", interpreter: "/lib/ld-linux-aarch64.so.1" }],
    [{ machine: 62 }, { machine: "x86-64" }],
    [
      { bits: 32, machine: 40, interpreter: "/lib/ld" },
      { class: 32, machine: "arm", interpreter: "/lib/ld" },
    ],
    [
      { big: true, machine: 22, interpreter: "/lib/ld" },
      { machine: "s390x", littleEndian: false, interpreter: "/lib/ld" },
    ],
    [{ machine: 9999 }, { machine: "machine 9999" }],
  ])("%j is read", async (of, facts) => {
    expect(await readElf(scratch.write("x", elf(of)))).toMatchObject({ kind: "elf", type: "executable", ...facts });
  });

  test.each(["", "\u007fEL", "MZ and more", "#!/bin/sh\n"])("is not %j", async (text) => {
    expect(await readElf(scratch.write("x", text))).toEqual({ kind: "not-elf" });
  });

  test.each<[string, Buffer]>([
    ["its header", elf().subarray(0, 40)],
    ["its program headers", elf({ interpreter: "/lib/ld" }).subarray(0, 80)],
    ["the name of its interpreter", elf({ interpreter: "/lib/ld" }).subarray(0, 130)],
  ])("without %s is refused", async (what, bytes) => {
    await expect(readElf(scratch.write("x", bytes))).rejects.toMatchObject({
      code: "MALFORMED_ELF",
      message: expect.stringContaining(what),
    });
  });
});

/** The texts as Go's linker lays them: magic, flags, then each with its length, the second between marks. */
function goBinary(version: string, modules: string, at: number): Buffer {
  const texts = [Buffer.from(version), Buffer.from(`${"<".repeat(16)}${modules}${">".repeat(16)}`)];
  const laid = texts.flatMap((text) => [Buffer.of((text.length & 127) | 128, text.length >> 7), text]);
  const header = Buffer.alloc(32);
  header.write("\u00ff Go buildinf:\u0008\u0002", "latin1");
  return Buffer.concat([Buffer.alloc(at, "x"), header, ...laid, Buffer.alloc(100)]);
}

const MODULES = [
  "path\texample.org/app/cmd/app",
  "mod\texample.org/app\tv1.2.3\t",
  "dep\texample.org/one\tv0.1.0\th1:one=",
  "dep\texample.org/two\tv0.2.0\th1:two=",
  "=>\t../two\t(devel)\t",
  "build\t-tags=a,b",
  'build\t-ldflags="-X \\"main.v=1\\"\\n\\u00fc"',
  "build\t`odd=key`=`raw\\n`",
  "build\tGOARCH=arm64",
  "later\tthing",
  "",
].join("\n");

describe("the build information of Go", () => {
  test.each([0, 16, 1_048_576 - 16, 1_048_576, 2_000_000])("is found at %d", async (at) => {
    const info = await readGoBuildInfo(scratch.write("x", goBinary("go1.26.1", MODULES, at)));
    expect(info).toEqual({
      goVersion: "go1.26.1",
      path: "example.org/app/cmd/app",
      main: { path: "example.org/app", version: "v1.2.3", sum: "" },
      deps: [
        { path: "example.org/one", version: "v0.1.0", sum: "h1:one=" },
        {
          path: "example.org/two",
          version: "v0.2.0",
          sum: "h1:two=",
          replace: { path: "../two", version: "(devel)", sum: "" },
        },
      ],
      settings: new Map([
        ["-tags", "a,b"],
        ["-ldflags", '-X "main.v=1"\nü'],
        ["odd=key", "raw\\n"],
        ["GOARCH", "arm64"],
      ]),
    });
  });

  test.each<[string, Buffer]>([
    ["there is none", Buffer.alloc(5000, "x")],
    ["the magic lies at another place than the linker puts it", goBinary("go1.26.1", MODULES, 8)],
    ["the binary ends in it", goBinary("go1.26.1", MODULES, 16).subarray(0, 100)],
    ["no version follows the magic", goBinary("\u0000\u0001", MODULES, 16)],
  ])("is undefined when %s", async (_, bytes) => {
    expect(await readGoBuildInfo(scratch.write("x", bytes))).toBeUndefined();
  });

  test("is found behind a magic that a program has for itself", async () => {
    const bytes = Buffer.concat([goBinary("other", "", 16).subarray(0, 96), goBinary("go1.22.5", MODULES, 0)]);
    expect(await readGoBuildInfo(scratch.write("x", bytes))).toMatchObject({ goVersion: "go1.22.5" });
  });
});

test("texts are found wherever they lie, across the edges of what is read at once too", async () => {
  const bytes = Buffer.alloc(1_600_000, "-");
  bytes.write("at-the-start", 0);
  bytes.write("across-an-edge", 524_288 - 5);
  bytes.write("äöü", 1_048_576 - 3);
  bytes.write("at-the-end", bytes.length - 10);
  const found = await findBytes(scratch.write("x", bytes), [
    "at-the-start",
    "across-an-edge",
    "äöü",
    "at-the-end",
    "missing",
    "",
  ]);
  expect([...found].toSorted()).toEqual(["", "across-an-edge", "at-the-end", "at-the-start", "äöü"]);
});

test("a file is digested", async () => {
  const file = scratch.write("x", "abc");
  expect(await hashFile(file)).toEqual({
    sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    size: 3,
  });
  await expect(hashFile(scratch.path("missing"))).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
  await expect(hashFile(scratch.path("."))).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
});
