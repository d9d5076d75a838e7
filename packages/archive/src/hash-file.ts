import { createHash } from "node:crypto";
import { readChunks } from "./read-chunks.ts";

export interface FileDigest {
  /** 64 hexadecimal digits without a prefix. */
  readonly sha256: string;
  readonly size: number;
}

/** Digest and size of a file, read in pieces. Throws an upstream error when it cannot be read. */
export async function hashFile(file: string): Promise<FileDigest> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of readChunks(file)) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { sha256: hash.digest("hex"), size };
}
