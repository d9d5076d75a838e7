import { gzipSync } from "node:zlib";

/** A gzipped tar of one small file: the least that every registry client takes for a layer. Same input, same bytes. */
export function layerOf(path: string, content: string): Buffer {
  const bytes = Buffer.from(content, "utf8");
  const padding = Buffer.alloc((512 - (bytes.length % 512)) % 512);
  return gzipSync(Buffer.concat([header(path, bytes.length), bytes, padding, Buffer.alloc(1024)]));
}

/** One ustar header with fixed owner, mode and time. */
function header(path: string, size: number): Buffer {
  const block = Buffer.alloc(512);
  block.write(path, 0);
  block.write("0000755\0", 100);
  block.write("0000000\0", 108);
  block.write("0000000\0", 116);
  block.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  block.write("00000000000\0", 136);
  block.write("        ", 148);
  block.write("0", 156);
  block.write("ustar\u000000", 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}
