import { constants, crc32, createDeflateRaw } from "node:zlib";

export interface GzipOptions {
  readonly level: number;
  /** How many blocks are compressed at the same time; it changes no byte of the result. */
  readonly inFlight: number;
  readonly write: (bytes: Uint8Array) => void;
  /** Called with each block that is no longer needed. */
  readonly release: (block: Buffer) => void;
}

/** How far back a compressed byte may refer: with the end of the block before it, a block compresses as if it followed it. */
const WINDOW = 32 * 1024;

/** Magic, deflate, no flags, no time, no hint of the level, and no system: nothing of the machine. */
const HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);

/** A last block of deflate with nothing in it. */
const LAST_BLOCK = Uint8Array.of(0x03, 0x00);

/**
 * Compresses blocks into one gzip member, several at the same time on Node's pool of threads; each ends at a whole byte, so
 * they can be joined. The bytes depend on the blocks, the level and the version of zlib alone. When a block cannot be
 * supplied or written, it throws after those in flight have ended.
 * @see https://www.rfc-editor.org/rfc/rfc1952
 */
export async function gzipBlocks(blocks: Iterable<Buffer>, options: GzipOptions): Promise<void> {
  const { write, release } = options;
  const started: { readonly block: Buffer; readonly compressed: Promise<Buffer<ArrayBuffer>> }[] = [];
  let dictionary: Buffer | undefined;
  let sum = 0;
  let size = 0;
  const finishFirst = async (): Promise<void> => {
    const first = started.shift();
    if (first === undefined) return;
    const compressed = await first.compressed;
    write(compressed);
    // Given back now: waiting for the collector would let some hundred of them pile up.
    compressed.buffer.transfer(0);
    release(first.block);
  };
  try {
    write(HEADER);
    for (const block of blocks) {
      started.push({ block, compressed: compress(block, options.level, dictionary) });
      // A copy, because the block may be filled again before the next one is there.
      dictionary = Buffer.from(block.subarray(-WINDOW));
      sum = crc32(block, sum);
      size += block.length;
      if (started.length >= options.inFlight) await finishFirst();
    }
    while (started.length > 0) await finishFirst();
    write(LAST_BLOCK);
    write(trailerOf(sum, size));
  } finally {
    await Promise.allSettled(started.map(({ compressed }) => compressed));
  }
}

/**
 * The stream is written to and never ended: its end would be a second, empty job for the pool, and each block would wait for
 * it behind the jobs of all others, with the processors idle meanwhile.
 */
function compress(block: Buffer, level: number, dictionary: Buffer | undefined): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const deflate = createDeflateRaw({
      level,
      flush: constants.Z_SYNC_FLUSH,
      // Room for the whole result in one buffer of its own, whatever it is: where a buffer ends can change what deflate writes.
      chunkSize: block.length + 64 * 1024,
      ...(dictionary === undefined ? {} : { dictionary }),
    });
    const pieces: Buffer<ArrayBuffer>[] = [];
    deflate.on("data", (piece: Buffer<ArrayBuffer>) => pieces.push(piece));
    deflate.on("error", reject);
    deflate.write(block, () => {
      deflate.destroy();
      const [whole, ...more] = pieces;
      if (whole === undefined || more.length > 0)
        reject(new Error(`A block was compressed to ${pieces.length} pieces`));
      else resolve(whole);
    });
  });
}

/** The sum, and the size modulo 4 GiB. */
function trailerOf(sum: number, size: number): Buffer {
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(sum, 0);
  trailer.writeUInt32LE(size % 2 ** 32, 4);
  return trailer;
}
