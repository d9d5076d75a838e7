import type { FileHandle } from "node:fs/promises";
import { refusal } from "@fairway/domain";
import { readAt, withFile } from "./read-chunks.ts";

/** What the headers of a binary say. */
export type ElfFacts =
  | {
      readonly kind: "elf";
      readonly class: 32 | 64;
      readonly littleEndian: boolean;
      /** `aarch64`, `x86-64`, `arm`, `386`, `riscv64` and so on, or `machine 22` where it has no name here. */
      readonly machine: string;
      readonly type: "executable" | "shared" | "other";
      /** The program that loads it and its libraries; undefined when it needs none. */
      readonly interpreter: string | undefined;
    }
  | { readonly kind: "not-elf" };

/** Where the fields that are read here lie, in bytes: in the header, and in each program header. */
interface Layout {
  readonly class: 32 | 64;
  readonly headerBytes: number;
  readonly tableAt: number;
  readonly entryBytesAt: number;
  readonly programOffsetAt: number;
  readonly programBytesAt: number;
}

const LAYOUTS: ReadonlyMap<number, Layout> = new Map([
  [1, { class: 32, headerBytes: 52, tableAt: 28, entryBytesAt: 42, programOffsetAt: 4, programBytesAt: 16 }],
  [2, { class: 64, headerBytes: 64, tableAt: 32, entryBytesAt: 54, programOffsetAt: 8, programBytesAt: 32 }],
]);

/** By the number that the ELF specification and its supplements give a machine. */
const MACHINES: ReadonlyMap<number, string> = new Map([
  [3, "386"],
  [8, "mips"],
  [20, "ppc"],
  [21, "ppc64"],
  [22, "s390x"],
  [40, "arm"],
  [62, "x86-64"],
  [183, "aarch64"],
  [243, "riscv64"],
  [258, "loongarch64"],
]);

const PROGRAM_INTERPRETER = 3;

/** A path on Linux is no longer. */
const LONGEST_INTERPRETER = 4096;

/**
 * Reads the header and the program headers of a binary, whatever machine it is for; its code is not looked at. Throws a
 * refusal when a file begins as ELF and is cut off or makes no sense, and an upstream error when it cannot be read.
 * @see https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html
 */
export function readElf(file: string): Promise<ElfFacts> {
  return withFile(file, async (handle) => {
    const header = await readAt(handle, 0, 64);
    if (header.toString("latin1", 0, 4) !== "\u007fELF") return { kind: "not-elf" };
    const layout = LAYOUTS.get(header[4] ?? 0);
    const order = header[5];
    if (layout === undefined || (order !== 1 && order !== 2) || header.length < layout.headerBytes)
      throw malformed(file, "its header is cut off, or of no known class or byte order");
    const fields = fieldsOf(header, { layout, littleEndian: order === 1 });
    return {
      kind: "elf",
      class: layout.class,
      littleEndian: order === 1,
      machine: MACHINES.get(fields.half(18)) ?? `machine ${fields.half(18)}`,
      type: typeOf(fields.half(16)),
      interpreter: await readInterpreter(handle, file, fields),
    };
  });
}

interface Fields {
  readonly layout: Layout;
  readonly littleEndian: boolean;
  half(at: number): number;
  word(at: number): number;
  /** An offset or a size: four bytes or eight, by the class. */
  long(at: number): number;
}

function fieldsOf(bytes: Buffer, format: Pick<Fields, "layout" | "littleEndian">): Fields {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { layout, littleEndian } = format;
  return {
    ...format,
    half: (at) => view.getUint16(at, littleEndian),
    word: (at) => view.getUint32(at, littleEndian),
    long: (at) =>
      layout.class === 32 ? view.getUint32(at, littleEndian) : Number(view.getBigUint64(at, littleEndian)),
  };
}

function typeOf(type: number): "executable" | "shared" | "other" {
  if (type === 2) return "executable";
  return type === 3 ? "shared" : "other";
}

async function readInterpreter(handle: FileHandle, file: string, header: Fields): Promise<string | undefined> {
  const { layout } = header;
  const [entryBytes, entries] = [header.half(layout.entryBytesAt), header.half(layout.entryBytesAt + 2)];
  if (entries > 0 && entryBytes < layout.programBytesAt + 8)
    throw malformed(file, `its program headers have ${entryBytes} bytes each`);
  const table = await readPart(handle, header.long(layout.tableAt), entries * entryBytes);
  if (table === undefined) throw malformed(file, "its program headers are not in it");
  for (let at = 0; at < table.length; at += entryBytes) {
    const program = fieldsOf(table.subarray(at, at + entryBytes), header);
    if (program.word(0) !== PROGRAM_INTERPRETER) continue;
    const size = program.long(layout.programBytesAt);
    const name =
      size > LONGEST_INTERPRETER ? undefined : await readPart(handle, program.long(layout.programOffsetAt), size);
    if (name === undefined) throw malformed(file, "the name of its interpreter is not in it");
    return name.toString("utf8").replace(/\0.*$/s, "");
  }
  return undefined;
}

/** Undefined when the file does not have all of it. */
async function readPart(handle: FileHandle, position: number, length: number): Promise<Buffer | undefined> {
  if (!Number.isSafeInteger(position + length)) return undefined;
  const bytes = await readAt(handle, position, length);
  return bytes.length === length ? bytes : undefined;
}

function malformed(file: string, what: string): Error {
  return refusal("MALFORMED_ELF", `${file} begins as an ELF file and is none: ${what}`, "Build it again.");
}
