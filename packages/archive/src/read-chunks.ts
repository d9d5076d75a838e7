import { open, type FileHandle } from "node:fs/promises";
import { isError, upstream } from "@fairway/domain";

const CHUNK_BYTES = 512 * 1024;

/**
 * Answers the bytes of a file in pieces of one buffer, which is filled again for each of them. A piece begins with the last
 * `keep` bytes of the one before it, so that what lies across an edge is seen whole. Throws an upstream error when the file
 * cannot be read.
 */
export async function* readChunks(file: string, keep = 0): AsyncGenerator<Buffer> {
  const handle = await openToRead(file);
  try {
    const buffer = Buffer.allocUnsafeSlow(keep + CHUNK_BYTES);
    for (let kept = 0; ;) {
      const { bytesRead } = await handle.read(buffer, kept, buffer.length - kept, null);
      if (bytesRead === 0) return;
      const end = kept + bytesRead;
      yield buffer.subarray(0, end);
      kept = Math.min(keep, end);
      buffer.copyWithin(0, end - kept, end);
    }
  } catch (cause) {
    throw unreadable(file, cause);
  } finally {
    await handle.close();
  }
}

/** Runs a reader with an open file and closes it. Throws an upstream error when the file cannot be read. */
export async function withFile<T>(file: string, read: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await openToRead(file);
  try {
    return await read(handle);
  } catch (error) {
    throw isSystemError(error) ? unreadable(file, error) : error;
  } finally {
    await handle.close();
  }
}

/** The bytes at a place of a file: fewer than asked for where it ends before. */
export async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, await readInto(handle, position, buffer));
}

/** Fills a buffer from a place of a file; answers how many bytes there were: fewer than it has room for where the file ends. */
export async function readInto(handle: FileHandle, position: number, buffer: Buffer): Promise<number> {
  let done = 0;
  while (done < buffer.length) {
    const { bytesRead } = await handle.read(buffer, done, buffer.length - done, position + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return done;
}

async function openToRead(file: string): Promise<FileHandle> {
  try {
    return await open(file, "r");
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

function isSystemError(error: unknown): boolean {
  return isError(error) && "syscall" in error;
}

function unreadable(file: string, cause: unknown): Error {
  return upstream("FILE_UNREADABLE", `${file} cannot be read`, { cause });
}
