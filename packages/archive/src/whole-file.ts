import { randomBytes } from "node:crypto";
import { statfsSync, writeSync } from "node:fs";
import { open, rename, rm, type FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { configuration, refusal, upstream } from "@fairway/domain";

/**
 * Writes a file under a temporary name beside its own, brings it to the disk and then gives it its name, so that whoever
 * looks finds a whole file or none. Whatever fails, the temporary file is gone.
 */
export async function writeWholeFile<T>(
  file: string,
  produce: (write: (bytes: Uint8Array) => void) => Promise<T>,
): Promise<T> {
  const temporary = join(dirname(file), `.${basename(file).slice(0, 200)}.${randomBytes(6).toString("hex")}.partial`);
  const handle = await openNew(temporary, file);
  try {
    const result = await produce((bytes) => writeAll(handle.fd, bytes));
    await handle.sync();
    await handle.close();
    await rename(temporary, file);
    return result;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw explain(file, error);
  }
}

/** Refuses before anything is written when the file system has less room than the file may need. */
export function requireRoom(file: string, bytes: number): void {
  const folder = dirname(file);
  const { bavail, bsize } = statFileSystem(folder);
  const room = bavail * bsize;
  if (room >= bytes) return;
  throw refusal(
    "DISK_FULL",
    `${file} may need ${toMegabytes(bytes)} MB, and the file system of ${folder} has ${toMegabytes(room)} MB left`,
    "Free some of it, or name an output folder on another file system.",
  );
}

async function openNew(temporary: string, file: string): Promise<FileHandle> {
  try {
    return await open(temporary, "wx");
  } catch (error) {
    throw explain(file, error);
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
}

function statFileSystem(folder: string): { bavail: number; bsize: number } {
  try {
    return statfsSync(folder);
  } catch (cause) {
    throw configuration(
      "NO_OUTPUT_FOLDER",
      `${folder} is no folder that can be written to: ${(cause as Error).message}`,
    );
  }
}

/** Errors of the file system get the file's name; refusals have said what there is to say. */
function explain(file: string, error: unknown): unknown {
  const { code } = error as { code?: unknown };
  if (typeof code !== "string" || !/^E[A-Z]+$/.test(code)) return error;
  return upstream("FILE_NOT_WRITTEN", `${file} could not be written`, {
    nextStep: code === "ENOSPC" ? "Free room on its file system." : "Look at the folder and at who may write to it.",
    cause: error,
  });
}

function toMegabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
