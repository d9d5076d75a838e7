import { readChunks } from "./read-chunks.ts";

/**
 * Which of these texts, as UTF-8, occur in a file. The file is read in pieces that overlap, so that a text across an edge is
 * found, and no further than needed. The empty text occurs in every file.
 */
export async function findBytes(file: string, needles: readonly string[]): Promise<ReadonlySet<string>> {
  const sought = new Map(needles.filter((text) => text !== "").map((text) => [text, Buffer.from(text)]));
  const found = new Set<string>(needles.filter((text) => text === ""));
  const longest = Math.max(1, ...[...sought.values()].map((bytes) => bytes.length));
  for await (const chunk of readChunks(file, longest - 1)) {
    for (const [text, bytes] of sought) {
      if (!chunk.includes(bytes)) continue;
      found.add(text);
      sought.delete(text);
    }
    if (sought.size === 0) break;
  }
  return found;
}
