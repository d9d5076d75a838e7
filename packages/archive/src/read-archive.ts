export interface ArchivedEntry {
  readonly kind: "file" | "folder";
  /** Without a slash at the end. */
  readonly path: string;
  readonly mode: number;
  /** Bytes; 0 for a folder. */
  readonly size: number;
  /** Of the content; that of nothing for a folder. */
  readonly sha256: string;
  readonly mtimeSeconds: number;
  readonly uid: number;
  readonly gid: number;
}

export interface ArchiveContents {
  /** In the order of the archive. */
  readonly entries: readonly ArchivedEntry[];
  /** Of the compressed file. */
  readonly sha256: string;
  readonly tarSha256: string;
  readonly size: number;
  readonly tarSize: number;
}

export function readArchive(file: string): Promise<ArchiveContents> {
  return Promise.reject(new Error(`${file} is not read yet`));
}
