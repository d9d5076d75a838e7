import { closeSync, fstatSync, openSync, readSync, type BigIntStats } from "node:fs";
import { createHash, type Hash } from "node:crypto";
import { refusal, upstream } from "@fairway/domain";
import type { WrittenFile } from "./archive-types.ts";
import { TAR_END, type PlannedMember, type TarPlan } from "./plan-tar.ts";
import { encodeTarHeader, paddingOf } from "./tar-header.ts";

interface Cursor {
  readonly takeBlock: () => Buffer;
  block: Buffer;
  used: number;
}

type FileContent = Extract<PlannedMember["content"], { kind: "file" }>;

/**
 * Answers the tar as blocks that `takeBlock` supplies, all full but the last. Files are read straight into them, one at a
 * time, and reported with their digest to `onFile`. Reading does not go through the pool of threads: that is compressing,
 * and a file that waited for it would keep it idle next. Throws a refusal when a file is not what was planned.
 */
export function* tarBlocks(
  plan: TarPlan,
  takeBlock: () => Buffer,
  onFile: (file: WrittenFile) => void,
): Generator<Buffer> {
  const cursor = { takeBlock, block: takeBlock(), used: 0 };
  for (const planned of plan.members) {
    yield* copyBytes(cursor, encodeTarHeader(planned.member));
    const sha256 = yield* copyContent(cursor, planned);
    const { kind, path, mode, size } = planned.member;
    if (kind === "file") onFile({ path, mode, size, sha256 });
    yield* fill(cursor, paddingOf(size), (target) => target.fill(0));
  }
  yield* fill(cursor, TAR_END, (target) => target.fill(0));
  if (cursor.used > 0) yield cursor.block.subarray(0, cursor.used);
}

/** Hands out the next `length` bytes of the blocks to be written, piece by piece, and yields every block that is full. */
function* fill(cursor: Cursor, length: number, put: (target: Buffer) => unknown): Generator<Buffer> {
  for (let left = length; left > 0;) {
    const end = Math.min(cursor.used + left, cursor.block.length);
    put(cursor.block.subarray(cursor.used, end));
    left -= end - cursor.used;
    cursor.used = end;
    if (end < cursor.block.length) continue;
    yield cursor.block;
    cursor.block = cursor.takeBlock();
    cursor.used = 0;
  }
}

function* copyBytes(cursor: Cursor, bytes: Uint8Array): Generator<Buffer> {
  let done = 0;
  yield* fill(cursor, bytes.length, (target) => {
    target.set(bytes.subarray(done, done + target.length));
    done += target.length;
  });
}

function* copyContent(cursor: Cursor, { content, member }: PlannedMember): Generator<Buffer, string> {
  if (content.kind === "folder") return "";
  const hash = createHash("sha256");
  if (content.kind === "file") yield* copyFile(cursor, content, hash);
  else {
    if (content.bytes.length !== member.size) throw changed(member.path, "its bytes were replaced");
    hash.update(content.bytes);
    yield* copyBytes(cursor, content.bytes);
  }
  return hash.digest("hex");
}

function* copyFile(cursor: Cursor, { file, size }: FileContent, hash: Hash): Generator<Buffer> {
  const descriptor = openFile(file);
  try {
    const before = fstatSync(descriptor, { bigint: true });
    if (!before.isFile()) throw changed(file, "it is no longer a regular file");
    if (before.size !== BigInt(size)) throw changed(file, `it had ${size} bytes and now has ${before.size}`);
    yield* fill(cursor, size, (target) => {
      readWhole(descriptor, file, target);
      hash.update(target);
    });
    requireUntouched(file, before, fstatSync(descriptor, { bigint: true }));
  } finally {
    closeSync(descriptor);
  }
}

function openFile(file: string): number {
  try {
    return openSync(file, "r");
  } catch (cause) {
    throw upstream("FILE_UNREADABLE", `${file} cannot be read`, {
      nextStep: "Look whether a step removed it or took the right to read it.",
      cause,
    });
  }
}

function readWhole(descriptor: number, file: string, target: Buffer): void {
  for (let done = 0; done < target.length;) {
    const count = readSync(descriptor, target, done, target.length - done, null);
    if (count === 0) throw changed(file, "it was cut short");
    done += count;
  }
}

/** A write that keeps the size is seen by its times. */
function requireUntouched(file: string, before: BigIntStats, after: BigIntStats): void {
  if (after.size !== before.size) throw changed(file, `it had ${before.size} bytes and now has ${after.size}`);
  if (after.mtimeNs !== before.mtimeNs) throw changed(file, "it was written to");
}

function changed(file: string, how: string): Error {
  return refusal(
    "CHANGED_WHILE_PACKING",
    `${file} changed while packing: ${how}`,
    "Let every step that writes into the packed folders end before this one.",
  );
}
