/** Reads a stream of bytes by amounts, whatever the sizes of its chunks. */
export interface ByteReader {
  /** So many bytes, or fewer where the stream ends. They are a copy. */
  read(length: number): Promise<Buffer>;
  /** Hands so many bytes on as they come; answers how many there were. */
  pass(length: number, onBytes: (bytes: Buffer) => void): Promise<number>;
}

/** Opens a reader; it takes the next chunk only when the last one is used up. */
export function createByteReader(chunks: AsyncIterable<Buffer>): ByteReader {
  const source = chunks[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const pass: ByteReader["pass"] = async (length, onBytes) => {
    // Counted up, because the length may be without end.
    let count = 0;
    while (count < length) {
      if (rest.length === 0) {
        const next = await source.next();
        if (next.done === true) break;
        rest = next.value;
      }
      const taken = rest.subarray(0, length - count);
      rest = rest.subarray(taken.length);
      count += taken.length;
      onBytes(taken);
    }
    return count;
  };
  return {
    pass,
    read: async (length) => {
      const pieces: Buffer[] = [];
      await pass(length, (bytes) => pieces.push(Buffer.from(bytes)));
      return Buffer.concat(pieces);
    },
  };
}
