/** One file or folder of a tar, without its content. */
export interface TarMember {
  readonly kind: "file" | "folder";
  /** Without a slash at the end. */
  readonly path: string;
  readonly mode: number;
  /** Bytes of the content; 0 for a folder. */
  readonly size: number;
  readonly mtimeSeconds: number;
  readonly uid: number;
  readonly gid: number;
}

/** Headers and contents of a tar begin at multiples of it. */
export const TAR_BLOCK = 512;

const NAME_LENGTH = 100;
const PREFIX_LENGTH = 155;
/** Eleven octal digits, the most that the fields of a size and of a time hold: 8 GiB less a byte. */
const MOST_IN_12 = 8 ** 11 - 1;
/** Seven octal digits, the most that the fields of a user and of a group hold. */
const MOST_IN_8 = 8 ** 7 - 1;

/**
 * Writes the header of a member in the ustar form; what does not fit there (a name that is too long or not ASCII, a size
 * from 8 GiB on) goes into a PAX header before it, and nothing else does. Same member, same bytes.
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
 */
export function encodeTarHeader(member: TarMember): Buffer {
  const name = member.kind === "folder" ? `${member.path}/` : member.path;
  const split = splitName(name);
  const records = listRecords(member, split === undefined ? name : undefined);
  const placed = split ?? { name: asciiOf(name).slice(0, NAME_LENGTH), prefix: "" };
  const own = encodeBlock({ ...member, ...placed, type: member.kind === "folder" ? "5" : "0" });
  if (records === "") return own;
  const body = Buffer.from(records, "utf8");
  const extra = { ...member, mode: 0o644, size: body.length, name: paxName(name), prefix: "", type: "x" };
  return Buffer.concat([encodeBlock(extra), body, Buffer.alloc(paddingOf(body.length)), own]);
}

/** How many zero bytes follow a content, so that the next header begins at a multiple of 512. */
export function paddingOf(size: number): number {
  return (TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK;
}

/** Where a name stands in the two fields that ustar has for it; undefined when it fits neither. */
function splitName(name: string): { readonly name: string; readonly prefix: string } | undefined {
  if (asciiOf(name) !== name) return undefined;
  if (name.length <= NAME_LENGTH) return { name, prefix: "" };
  // The slash between the two is not written, and the part behind it must not be empty.
  const slash = name.indexOf("/", name.length - NAME_LENGTH - 1);
  if (slash === -1 || slash === name.length - 1 || slash > PREFIX_LENGTH) return undefined;
  return { name: name.slice(slash + 1), prefix: name.slice(0, slash) };
}

function listRecords(member: TarMember, longName: string | undefined): string {
  return [
    longName === undefined ? "" : paxRecord("path", longName),
    member.size > MOST_IN_12 ? paxRecord("size", String(member.size)) : "",
    member.uid > MOST_IN_8 ? paxRecord("uid", String(member.uid)) : "",
    member.gid > MOST_IN_8 ? paxRecord("gid", String(member.gid)) : "",
  ].join("");
}

/** A record begins with its own length in bytes, these digits included. */
function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const bytes = Buffer.byteLength(rest);
  const guess = bytes + String(bytes).length;
  return `${bytes + String(guess).length}${rest}`;
}

/** Only for tools that do not know PAX: they would extract the records as a file of this name. */
function paxName(name: string): string {
  const base = name.replace(/\/$/, "").split("/").at(-1) ?? "";
  return `PaxHeaders/${asciiOf(base)}`.slice(0, NAME_LENGTH);
}

function asciiOf(text: string): string {
  return text.replaceAll(/[^\u0020-\u007e]/gu, "_");
}

interface Block extends Omit<TarMember, "kind" | "path"> {
  readonly name: string;
  readonly prefix: string;
  readonly type: string;
}

function encodeBlock(block: Block): Buffer {
  const bytes = Buffer.alloc(TAR_BLOCK);
  bytes.write(block.name, 0, "latin1");
  bytes.write(octal(block.mode, 7), 100, "latin1");
  bytes.write(octal(fitting(block.uid, MOST_IN_8), 7), 108, "latin1");
  bytes.write(octal(fitting(block.gid, MOST_IN_8), 7), 116, "latin1");
  bytes.write(octal(fitting(block.size, MOST_IN_12), 11), 124, "latin1");
  bytes.write(octal(block.mtimeSeconds, 11), 136, "latin1");
  // The checksum is taken with spaces in its own place.
  bytes.write("        ", 148, "latin1");
  bytes.write(block.type, 156, "latin1");
  bytes.write("ustar\u000000", 257, "latin1");
  bytes.write(octal(0, 7), 329, "latin1");
  bytes.write(octal(0, 7), 337, "latin1");
  bytes.write(block.prefix, 345, "latin1");
  bytes.write(`${octal(sumOf(bytes), 6)}\u0000`, 148, "latin1");
  return bytes;
}

/** What does not fit is said by a PAX record, and the field then says 0. */
function fitting(value: number, most: number): number {
  return value > most ? 0 : value;
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, "0");
}

/** The plain sum of a header's bytes. */
export function sumOf(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) sum += byte;
  return sum;
}
