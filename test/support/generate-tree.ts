import { mkdirSync, openSync, closeSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";

/** A share of a tree: so many files of one kind, of so many bytes together. */
interface Share {
  /** `{n}` is the number of the file. */
  readonly path: string;
  readonly count: number;
  /** Of a tree of 300 MB; other sizes scale it. */
  readonly bytes: number;
  readonly texture: Texture;
}

/** How compressible bytes are: which words they are made of, and how many of the bytes are chance. */
interface Texture {
  readonly vocabulary: number;
  readonly longestWord: number;
  /** Of 256 words so many are noise. */
  readonly noise: number;
}

const BINARY: Texture = { vocabulary: 4096, longestWord: 12, noise: 40 };
const SCRIPT: Texture = { vocabulary: 2048, longestWord: 14, noise: 8 };
const FONT: Texture = { vocabulary: 1024, longestWord: 4, noise: 256 };

/** As a package of a Go server with a web client is: two large binaries, bundles, many small files, some fonts. */
const SHARES: readonly Share[] = [
  { path: "bin/server", count: 1, bytes: 126e6, texture: BINARY },
  { path: "bin/control", count: 1, bytes: 48e6, texture: BINARY },
  { path: "client/bundle-{n}.js", count: 60, bytes: 60e6, texture: SCRIPT },
  { path: "client/files/part-{n}/locale-and-other-small-things.json", count: 1500, bytes: 12e6, texture: SCRIPT },
  { path: "client/emoji/emoji-{n}.png", count: 1000, bytes: 6e6, texture: FONT },
  { path: "fonts/font-{n}.ttf", count: 60, bytes: 36e6, texture: FONT },
  { path: "i18n/language-{n}.json", count: 36, bytes: 12e6, texture: SCRIPT },
];

/** Written at once; also the period after which the bytes of a kind may begin again, far beyond what deflate can see. */
const PIECE_BYTES = 4 * 1024 * 1024;

/** Writes a tree of about so many bytes, the same bytes each time. The number of files does not depend on the size. */
export function generateTree(folder: string, bytes: number): void {
  const scale = bytes / SHARES.reduce((sum, share) => sum + share.bytes, 0);
  const materials = new Map<Texture, Buffer>();
  for (const { path, count, bytes: wanted, texture } of SHARES) {
    const material = materials.get(texture) ?? createMaterial(texture);
    materials.set(texture, material);
    for (let number = 0; number < count; number += 1) {
      const file = join(folder, path.replace("{n}", String(number)));
      // Sizes of a kind differ, so that few of them are a round number of blocks.
      const size = Math.round(((wanted * scale) / count) * (0.5 + ((number * 7 + 3) % 11) / 11));
      writeFrom(material, file, { size: count === 1 ? Math.round(wanted * scale) : size, start: number * 65_537 });
    }
  }
}

function createMaterial(texture: Texture): Buffer {
  const next = createNumbers(texture.vocabulary);
  const words = Array.from({ length: texture.vocabulary }, () => {
    const word = Buffer.alloc(1 + (next() % texture.longestWord));
    // Upper-case letters and digits are rare, as they are in texts and in code.
    for (let at = 0; at < word.length; at += 1) word[at] = 97 + Math.floor((next() % 26) * ((next() % 97) / 97));
    return word;
  });
  const material = Buffer.alloc(PIECE_BYTES);
  for (let at = 0; at < material.length;) {
    const word = words[Math.floor(words.length * ((next() % 4096) / 4096) ** 3)] ?? Buffer.of(0);
    if (next() % 256 < texture.noise) material.writeUInt32LE(next(), Math.min(at, PIECE_BYTES - 4));
    else word.copy(material, at);
    at += word.length;
  }
  return material;
}

/** Marsaglia's xorshift: the same 32-bit numbers from the same seed. */
function createNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

function writeFrom(
  material: Buffer,
  file: string,
  { size, start }: { readonly size: number; readonly start: number },
): void {
  mkdirSync(dirname(file), { recursive: true });
  const descriptor = openSync(file, "w");
  for (let done = 0; done < size;) {
    const from = (start + done) % PIECE_BYTES;
    done += writeSync(descriptor, material, from, Math.min(size - done, PIECE_BYTES - from));
  }
  closeSync(descriptor);
}
