import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { isError, refusal, upstream } from "@fairway/domain";
import { readTar, type ArchivedEntry } from "./read-tar.ts";

export interface ArchiveContents {
  /** In the order of the archive. */
  readonly entries: readonly ArchivedEntry[];
  /** Of the compressed file. */
  readonly sha256: string;
  readonly tarSha256: string;
  /** Bytes of the compressed file. */
  readonly size: number;
  readonly tarSize: number;
}

/**
 * Reads a `.tar.gz` and digests what is in it; nothing is extracted, and memory does not grow with the sizes. Any archive of
 * files and folders is read, whoever wrote it. Throws a refusal when it is malformed, cut off, holds anything else or a path
 * that leaves the folder it is extracted into, and an upstream error when the file cannot be read.
 */
export async function readArchive(file: string): Promise<ArchiveContents> {
  const compressed = createCounter();
  const tar = createCounter();
  let entries: readonly ArchivedEntry[] = [];
  try {
    await pipeline(
      createReadStream(file, { highWaterMark: 256 * 1024 }),
      (source: AsyncIterable<Buffer>) => counted(source, compressed),
      createGunzip({ chunkSize: 256 * 1024 }),
      async (source: AsyncIterable<Buffer>) => {
        entries = await readTar(counted(source, tar));
      },
    );
  } catch (error) {
    throw explain(file, error);
  }
  const [outer, inner] = [compressed.result(), tar.result()];
  return { entries, sha256: outer.sha256, tarSha256: inner.sha256, size: outer.size, tarSize: inner.size };
}

interface Counter {
  add(bytes: Buffer): void;
  result(): { readonly sha256: string; readonly size: number };
}

function createCounter(): Counter {
  const hash = createHash("sha256");
  let size = 0;
  return {
    add: (bytes) => {
      hash.update(bytes);
      size += bytes.length;
    },
    result: () => ({ sha256: hash.digest("hex"), size }),
  };
}

async function* counted(source: AsyncIterable<Buffer>, counter: Counter): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    counter.add(chunk);
    yield chunk;
  }
}

/** What zlib refuses is the archive's fault, what the file system refuses is not. */
function explain(file: string, error: unknown): unknown {
  if (!isError(error) || !("code" in error)) return error;
  const { code } = error;
  if (typeof code === "string" && code.startsWith("Z_"))
    return refusal("MALFORMED_ARCHIVE", `${file} is no whole gzip file: ${error.message}`);
  return "syscall" in error ? upstream("FILE_UNREADABLE", `${file} cannot be read`, { cause: error }) : error;
}
