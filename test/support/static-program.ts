export type Architecture = "amd64" | "arm64";

/**
 * A whole Linux program that prints a text and ends with status 0, small enough to be written by hand: an ELF header, one
 * program header, two system calls and the text. It needs no library, so an image can hold it and nothing else.
 */
export function staticProgram(architecture: Architecture, text: string): Buffer {
  const message = Buffer.from(text, "utf8");
  const { machine, code } = CODE[architecture](message.length);
  const body = Buffer.concat([code, message]);
  const header = Buffer.alloc(HEADER_BYTES);
  header.write("\u007fELF\u0002\u0001\u0001", 0, "latin1");
  header.writeUInt16LE(2, 16);
  header.writeUInt16LE(machine, 18);
  header.writeUInt32LE(1, 20);
  header.writeBigUInt64LE(BigInt(LOADED_AT + HEADER_BYTES), 24);
  header.writeBigUInt64LE(64n, 32);
  header.writeUInt16LE(64, 52);
  header.writeUInt16LE(56, 54);
  header.writeUInt16LE(1, 56);
  programHeader(HEADER_BYTES + body.length).copy(header, 64);
  return Buffer.concat([header, body]);
}

const HEADER_BYTES = 64 + 56;
const LOADED_AT = 0x40_00_00;

/** The whole file is loaded, readable and executable. */
function programHeader(size: number): Buffer {
  const header = Buffer.alloc(56);
  header.writeUInt32LE(1, 0);
  header.writeUInt32LE(5, 4);
  header.writeBigUInt64LE(BigInt(LOADED_AT), 16);
  header.writeBigUInt64LE(BigInt(LOADED_AT), 24);
  header.writeBigUInt64LE(BigInt(size), 32);
  header.writeBigUInt64LE(BigInt(size), 40);
  header.writeBigUInt64LE(0x10_00n, 48);
  return header;
}

/** write(1, text, length) and exit(0); the text follows the code, so its address is relative to the instruction. */
const CODE = {
  amd64: (length: number) => {
    const code = Buffer.from("b801000000bf01000000488d3510000000ba000000000f05b83c00000031ff0f05", "hex");
    code.writeUInt32LE(length, 18);
    return { machine: 62, code };
  },
  arm64: (length: number) => {
    const words = [
      0xd2_80_00_20, 0x10_00_00_e1, 0, 0xd2_80_08_08, 0xd4_00_00_01, 0xd2_80_00_00, 0xd2_80_0b_a8, 0xd4_00_00_01,
    ];
    words[2] = 0xd2_80_00_02 + length * 32;
    const code = Buffer.alloc(words.length * 4);
    for (const [index, word] of words.entries()) code.writeUInt32LE(word, index * 4);
    return { machine: 183, code };
  },
} satisfies Record<Architecture, (length: number) => { machine: number; code: Buffer }>;
