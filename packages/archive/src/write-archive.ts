import type { ArchiveOptions, WrittenArchive } from "./archive-types.ts";

export function writeArchive(options: ArchiveOptions): Promise<WrittenArchive> {
  return Promise.reject(new Error(`${options.file} is not written yet`));
}
