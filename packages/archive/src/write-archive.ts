import { createHash } from "node:crypto";
import type { ArchiveOptions, WrittenArchive, WrittenFile } from "./archive-types.ts";
import { gzipBlocks } from "./gzip-blocks.ts";
import { planTar } from "./plan-tar.ts";
import { tarBlocks } from "./tar-blocks.ts";
import { requireRoom, writeWholeFile } from "./whole-file.ts";

/** Large enough that a start of the compressor costs nothing, small enough that several at once fit into little memory. */
const BLOCK_BYTES = 1024 * 1024;

/** Node's pool has four threads unless told otherwise; the others wait, so that none of them ever does. */
const IN_FLIGHT = 8;

/**
 * Writes a `.tar.gz` whose bytes depend on nothing but the options, the contents of the files and the version of zlib: not on
 * the order of the entries, the user, the umask, the clock or the number of processors. Tar, digests and compression are one
 * pass, and memory does not grow with the size. It ends up under its name whole or not at all. Throws a refusal for entries
 * that cannot be packed, files that change meanwhile and a disk that is too full.
 */
export async function writeArchive(options: ArchiveOptions): Promise<WrittenArchive> {
  const plan = planTar(options);
  requireRoom(options.file, mostBytes(plan.size));
  const tar = createHash("sha256");
  const compressed = createHash("sha256");
  const files: WrittenFile[] = [];
  let size = 0;
  await writeWholeFile(options.file, async (write) => {
    const free: Buffer[] = [];
    const takeBlock = (): Buffer => free.pop() ?? Buffer.allocUnsafeSlow(BLOCK_BYTES);
    const blocks = watched(
      tarBlocks(plan, takeBlock, (file) => files.push(file)),
      (block) => {
        options.signal?.throwIfAborted();
        tar.update(block);
      },
    );
    await gzipBlocks(blocks, {
      level: options.level ?? 6,
      inFlight: IN_FLIGHT,
      write: (bytes) => {
        size += bytes.length;
        compressed.update(bytes);
        write(bytes);
      },
      // The last block is a part of one and is not needed again.
      release: (block) => block.length === BLOCK_BYTES && free.push(block),
    });
  });
  return { sha256: compressed.digest("hex"), tarSha256: tar.digest("hex"), size, tarSize: plan.size, files };
}

function* watched<T>(items: Iterable<T>, watch: (item: T) => void): Generator<T> {
  for (const item of items) {
    watch(item);
    yield item;
  }
}

/** Deflate stores what it cannot compress, with 5 bytes for every 16 KiB or so. */
function mostBytes(tarSize: number): number {
  return Math.ceil(tarSize * 1.001) + BLOCK_BYTES;
}
