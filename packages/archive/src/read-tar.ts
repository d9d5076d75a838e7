import { createHash } from "node:crypto";
import { refusal } from "@fairway/domain";
import { createByteReader, type ByteReader } from "./byte-reader.ts";
import { applyPaxRecords, parsePaxRecords, parseTarHeader, type TarHeader } from "./parse-tar-header.ts";
import { isInnerPath } from "./plan-tar.ts";
import { paddingOf, TAR_BLOCK } from "./tar-header.ts";

export interface ArchivedEntry {
  readonly kind: "file" | "folder";
  /** Without a slash at the end. */
  readonly path: string;
  readonly mode: number;
  /** Bytes; 0 for a folder. */
  readonly size: number;
  /** Of the content; that of nothing for a folder. */
  readonly sha256: string;
  readonly mtimeSeconds: number;
  readonly uid: number;
  readonly gid: number;
}

/** The records of one member: a path of some thousand characters and a few numbers. */
const MOST_PAX_BYTES = 1024 * 1024;

const MOST_ENTRIES = 1_000_000;

/** The type of a header whose content is the records for the next one. */
const PAX = "x";

const KINDS: ReadonlyMap<string, ArchivedEntry["kind"]> = new Map([
  ["0", "file"],
  ["\u0000", "file"],
  ["5", "folder"],
]);

/** Reads a tar to the end of its bytes. Throws a refusal when it is malformed, or holds more than files and folders. */
export async function readTar(chunks: AsyncIterable<Buffer>): Promise<ArchivedEntry[]> {
  const reader = createByteReader(chunks);
  const entries = new Map<string, ArchivedEntry>();
  for (;;) {
    const header = await readHeader(reader);
    if (header === undefined) break;
    const entry = await readEntry(reader, header);
    if (entries.has(entry.path)) throw malformed(`it holds ${entry.path} twice`);
    if (entries.size >= MOST_ENTRIES) throw malformed(`it holds more than ${MOST_ENTRIES} entries`);
    entries.set(entry.path, entry);
  }
  await requireEnd(reader);
  return [...entries.values()];
}

/** The next header, with its PAX records applied; undefined at the end. */
async function readHeader(reader: ByteReader): Promise<TarHeader | undefined> {
  const header = await readBlock(reader);
  if (header?.type !== PAX) return header;
  if (header.size > MOST_PAX_BYTES) throw malformed(`it has ${header.size} bytes of records for one entry`);
  const bytes = await reader.read(header.size);
  await skipPadding(reader, header.size);
  const records = parsePaxRecords(bytes);
  const next = await readBlock(reader);
  const applied = records && next && applyPaxRecords(next, records);
  if (applied === undefined || applied.type === PAX) throw malformed(`the records of ${header.name} make no sense`);
  return applied;
}

async function readBlock(reader: ByteReader): Promise<TarHeader | undefined> {
  const block = await reader.read(TAR_BLOCK);
  if (block.length < TAR_BLOCK) throw malformed("it ends before its end mark");
  const parsed = parseTarHeader(block);
  if (parsed.kind === "malformed") throw malformed(parsed.reason);
  return parsed.kind === "end" ? undefined : parsed.header;
}

async function readEntry(reader: ByteReader, header: TarHeader): Promise<ArchivedEntry> {
  const { type, name, size, mode, mtimeSeconds, uid, gid } = header;
  const kind = KINDS.get(type);
  if (kind === undefined)
    throw malformed(`${name} is neither a file nor a folder but of the type ${JSON.stringify(type)}`);
  const path = name.replace(/^(?:\.\/)+(?=.)/, "").replace(/\/$/, "");
  if (path !== "." && !isInnerPath(path)) throw malformed(`the path ${JSON.stringify(name)} leads out of it`);
  if (kind === "folder" && size !== 0) throw malformed(`the folder ${name} has ${size} bytes`);
  const hash = createHash("sha256");
  const count = await reader.pass(size, (bytes) => hash.update(bytes));
  if (count < size) throw malformed(`it ends in the middle of ${name}`);
  await skipPadding(reader, size);
  return { kind, path, mode: mode & 0o7777, size, sha256: hash.digest("hex"), mtimeSeconds, uid, gid };
}

async function skipPadding(reader: ByteReader, size: number): Promise<void> {
  const padding = paddingOf(size);
  if ((await reader.pass(padding, () => undefined)) < padding) throw malformed("it ends before its end mark");
}

/** Behind the first block of zeros there is a second one, and nothing but zeros: some tools fill up to a round size. */
async function requireEnd(reader: ByteReader): Promise<void> {
  let others = 0;
  const count = await reader.pass(Number.POSITIVE_INFINITY, (bytes) => {
    others += bytes.every((byte) => byte === 0) ? 0 : 1;
  });
  if (count < TAR_BLOCK || others > 0)
    throw malformed("it does not end with two blocks of zeros and nothing behind them");
}

function malformed(what: string): Error {
  return refusal(
    "MALFORMED_ARCHIVE",
    `The archive cannot be trusted: ${what}`,
    "Take the package from where it was published.",
  );
}
