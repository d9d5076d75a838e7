import type { FileHandle } from "node:fs/promises";
import { parseGoBuildInfo, type GoBuildInfo } from "./go-build-info.ts";
import { readAt, readInto, withFile } from "./read-chunks.ts";

const MAGIC = Buffer.from("\u00ff Go buildinf:", "latin1");

/** The magic begins at a multiple of it, in memory and in the file. */
const ALIGNMENT = 16;

/** Magic, size of a pointer, flags, and zeros; the two texts follow. */
const HEADER_BYTES = 32;

/** Set since Go 1.18: the texts follow inline. Before, they were elsewhere, behind pointers. */
const INLINE_FLAG = 2;

/** No list of modules is longer; the largest known has some hundreds of kilobytes. */
const LONGEST_TEXT = 16 * 1024 * 1024;

/** A multiple of the alignment, so that the magic never lies across the edge of two pieces. */
const PIECE_BYTES = 1024 * 1024;

/**
 * Reads what the Go toolchain wrote into a binary about itself, without Go and for any platform. The binary is read in
 * pieces until it is found. Undefined when the file is no binary of Go 1.18 or later. Throws an upstream error when the file
 * cannot be read.
 * @see https://pkg.go.dev/debug/buildinfo
 */
export function readGoBuildInfo(file: string): Promise<GoBuildInfo | undefined> {
  return withFile(file, async (handle) => {
    const piece = Buffer.allocUnsafeSlow(PIECE_BYTES);
    for (let position = 0; ; position += PIECE_BYTES) {
      const length = await readInto(handle, position, piece);
      for (const at of placesOf(piece.subarray(0, length))) {
        const texts = await readTexts(handle, position + at);
        // A program that reads build information itself has the magic among its constants; no version follows there.
        if (texts?.goVersion.startsWith("go") === true || texts?.goVersion.startsWith("devel ") === true)
          return parseGoBuildInfo(texts.goVersion, texts.modules);
      }
      if (length < PIECE_BYTES) return undefined;
    }
  });
}

function placesOf(piece: Buffer): number[] {
  const places: number[] = [];
  for (let at = piece.indexOf(MAGIC); at !== -1; at = piece.indexOf(MAGIC, at + 1))
    if (at % ALIGNMENT === 0) places.push(at);
  return places;
}

interface Texts {
  readonly goVersion: string;
  readonly modules: string;
}

async function readTexts(handle: FileHandle, position: number): Promise<Texts | undefined> {
  const header = await readAt(handle, position, HEADER_BYTES);
  if (header.length < HEADER_BYTES || ((header[MAGIC.length + 1] ?? 0) & INLINE_FLAG) === 0) return undefined;
  const goVersion = await readText(handle, position + HEADER_BYTES);
  if (goVersion === undefined) return undefined;
  const modules = await readText(handle, goVersion.end);
  return modules && { goVersion: goVersion.bytes.toString("utf8"), modules: withoutMarks(modules.bytes) };
}

/** A length in groups of seven bits, the lowest first, and as many bytes. */
async function readText(handle: FileHandle, position: number) {
  const start = await readAt(handle, position, 10);
  const last = start.findIndex((byte) => byte < 0x80);
  if (last === -1) return undefined;
  const length = start.subarray(0, last + 1).reduce((sum, byte, place) => sum + (byte & 0x7f) * 2 ** (7 * place), 0);
  const begin = position + last + 1;
  if (length > LONGEST_TEXT) return undefined;
  const bytes = await readAt(handle, begin, length);
  return bytes.length === length ? { bytes, end: begin + length } : undefined;
}

/** Sixteen bytes stand before and behind the text, for those who look for it in memory. */
function withoutMarks(bytes: Buffer): string {
  const framed = bytes.length >= 33 && bytes[bytes.length - 17] === 0x0a;
  return framed ? bytes.toString("utf8", 16, bytes.length - 16) : "";
}
