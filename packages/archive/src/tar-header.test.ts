import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { applyPaxRecords, parsePaxRecords, parseTarHeader, type TarHeader } from "./parse-tar-header.ts";
import { encodeTarHeader, type TarMember } from "./tar-header.ts";

const member: TarMember = { kind: "file", path: "a", mode: 0o644, size: 0, mtimeSeconds: 1, uid: 0, gid: 0 };

/** Reads what was written, the PAX header before it included. */
function parse(bytes: Buffer): TarHeader | undefined {
  const first = parseTarHeader(bytes.subarray(0, 512));
  if (first.kind !== "header" || first.header.type !== "x") return first.kind === "header" ? first.header : undefined;
  const records = parsePaxRecords(bytes.subarray(512, 512 + first.header.size));
  const own = parseTarHeader(bytes.subarray(-512));
  return records && own.kind === "header" ? applyPaxRecords(own.header, records) : undefined;
}

describe("a header", () => {
  test("is 512 bytes where ustar has room, and a PAX header goes before it only where it has not", () => {
    const lengthOf = (path: string): number => encodeTarHeader({ ...member, path }).length;
    expect(lengthOf("x".repeat(100))).toBe(512);
    expect(lengthOf("x".repeat(101))).toBe(1536);
    expect(lengthOf(`${"d".repeat(155)}/${"x".repeat(100)}`)).toBe(512);
    expect(lengthOf(`${"d".repeat(156)}/${"x".repeat(99)}`)).toBe(1536);
    expect(lengthOf("ü")).toBe(1536);
    expect(encodeTarHeader({ ...member, kind: "folder", path: "x".repeat(99) })).toHaveLength(512);
    expect(encodeTarHeader({ ...member, kind: "folder", path: "x".repeat(100) })).toHaveLength(1536);
    expect(encodeTarHeader({ ...member, size: 8 ** 11 - 1 })).toHaveLength(512);
    expect(encodeTarHeader({ ...member, size: 8 ** 11 })).toHaveLength(1536);
  });

  test("says a record's own length, at the edges of its digits too", () => {
    for (const length of [89, 90, 91, 92, 93, 986, 987, 988, 989, 990]) {
      const bytes = encodeTarHeader({ ...member, path: `ü${"x".repeat(length)}` });
      const record = bytes.toString("utf8", 512, 512 + Number.parseInt(bytes.toString("latin1", 124, 135), 8));
      expect(Buffer.byteLength(record)).toBe(Number.parseInt(record, 10));
    }
  });

  test("comes back as it went in, whatever the name, the size and the owner", () => {
    const part = fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
      fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 160 }),
    );
    const path = fc
      .array(
        part.map((text) => text.replaceAll("/", "_").replaceAll("\u0000", "_")),
        { minLength: 1, maxLength: 6 },
      )
      .map((parts) => parts.join("/"))
      .filter((text) => text.isWellFormed());
    const members = fc.record({
      kind: fc.constantFrom("file" as const, "folder" as const),
      path,
      mode: fc.integer({ min: 0, max: 0o7777 }),
      size: fc.oneof(fc.nat(), fc.integer({ min: 8 ** 11 - 2, max: Number.MAX_SAFE_INTEGER })),
      mtimeSeconds: fc.integer({ min: 0, max: 8 ** 11 - 1 }),
      uid: fc.oneof(fc.nat(70_000), fc.integer({ min: 8 ** 7 - 2, max: 2 ** 32 - 1 })),
      gid: fc.nat(),
    });
    fc.assert(
      fc.property(members, (one) => {
        const bytes = encodeTarHeader(one);
        expect(bytes.length % 512).toBe(0);
        const { kind, path: name, ...numbers } = one;
        const expected = { ...numbers, type: kind === "file" ? "0" : "5", name: kind === "file" ? name : `${name}/` };
        expect(parse(bytes)).toEqual(expected);
      }),
    );
  });
});

test("no bytes make the parsers throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 512, maxLength: 512 }), (bytes) => {
      parseTarHeader(Buffer.from(bytes));
      parsePaxRecords(Buffer.from(bytes));
    }),
  );
});
