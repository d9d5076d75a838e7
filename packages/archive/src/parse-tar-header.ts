import { sumOf } from "./tar-header.ts";

/** A header as it stands in the archive; what PAX records say of the member is not in it yet. */
export interface TarHeader {
  readonly type: string;
  readonly name: string;
  readonly mode: number;
  readonly size: number;
  readonly mtimeSeconds: number;
  readonly uid: number;
  readonly gid: number;
}

export type ParsedHeader =
  | { readonly kind: "header"; readonly header: TarHeader }
  /** A block of zeros. */
  | { readonly kind: "end" }
  | { readonly kind: "malformed"; readonly reason: string };

/** Reads a header block of the ustar form, or of GNU tar where that is the same. Never throws. */
export function parseTarHeader(block: Buffer): ParsedHeader {
  if (block.every((byte) => byte === 0)) return { kind: "end" };
  // The checksum was taken with spaces in its own place.
  const sum = sumOf(block) - sumOf(block.subarray(148, 156)) + 8 * 0x20;
  if (numberAt(block, 148, 8) !== sum) return { kind: "malformed", reason: "the checksum of a header is wrong" };
  if (!textAt(block, 257, 6).startsWith("ustar"))
    return { kind: "malformed", reason: "a header is not of the ustar form" };
  const numbers = numbersIn(block);
  if (numbers === undefined) return { kind: "malformed", reason: "a number of a header is not octal" };
  return { kind: "header", header: { type: String.fromCodePoint(block[156] ?? 0), name: nameIn(block), ...numbers } };
}

/** What PAX records say of the next member: the keys that change how it is read. Undefined when they are malformed. */
export function parsePaxRecords(bytes: Buffer): ReadonlyMap<string, string> | undefined {
  const records = new Map<string, string>();
  for (let at = 0; at < bytes.length;) {
    const digits = /^[1-9]\d{0,8}(?= )/.exec(bytes.toString("latin1", at, at + 10))?.[0];
    if (digits === undefined) return undefined;
    const end = at + Number(digits);
    const record = bytes.toString("utf8", at + digits.length + 1, end);
    const equals = record.indexOf("=");
    if (end > bytes.length || equals < 1 || !record.endsWith("\n")) return undefined;
    records.set(record.slice(0, equals), record.slice(equals + 1, -1));
    at = end;
  }
  return records;
}

/** A header with what PAX records say of it in place of what it says itself; undefined when a number of them is none. */
export function applyPaxRecords(header: TarHeader, records: ReadonlyMap<string, string>): TarHeader | undefined {
  const numbers = { size: header.size, uid: header.uid, gid: header.gid, mtime: header.mtimeSeconds };
  for (const key of ["size", "uid", "gid", "mtime"] as const) {
    const value = records.get(key);
    if (value === undefined) continue;
    // Times may have a fraction; an entry is as old as its whole second.
    if (!/^\d{1,16}(?:\.\d+)?$/.test(value) || Number(value) > Number.MAX_SAFE_INTEGER) return undefined;
    numbers[key] = Math.floor(Number(value));
  }
  const { mtime, ...rest } = numbers;
  return { ...header, ...rest, mtimeSeconds: mtime, name: records.get("path") ?? header.name };
}

function numbersIn(block: Buffer): Omit<TarHeader, "type" | "name"> | undefined {
  const [mode, uid, gid] = [numberAt(block, 100, 8), numberAt(block, 108, 8), numberAt(block, 116, 8)];
  const [size, mtimeSeconds] = [numberAt(block, 124, 12), numberAt(block, 136, 12)];
  if (mode === undefined || uid === undefined || gid === undefined) return undefined;
  return size === undefined || mtimeSeconds === undefined ? undefined : { mode, uid, gid, size, mtimeSeconds };
}

/** GNU tar's own form has a space after the word, and other things where ustar has the first part of a long name. */
function nameIn(block: Buffer): string {
  const name = textAt(block, 0, 100);
  const prefix = textAt(block, 257, 6) === "ustar" ? textAt(block, 345, 155) : "";
  return prefix === "" ? name : `${prefix}/${name}`;
}

/** Octal digits, with spaces or zeros around them; an empty field is 0. */
function numberAt(block: Buffer, start: number, length: number): number | undefined {
  const digits = textAt(block, start, length).trim();
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits === "" ? "0" : digits, 8) : undefined;
}

function textAt(block: Buffer, start: number, length: number): string {
  const field = block.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString("utf8", 0, end === -1 ? length : end);
}
