/** One thing that an archive holds. */
export interface ArchiveEntry {
  /** Inside the archive: `/` between the parts, none at the start or the end. */
  readonly path: string;
  /** Permission bits, such as 0o644. They are never read from the disk. */
  readonly mode: number;
  readonly content:
    | { readonly kind: "folder" }
    /** `file` is a path on disk; `size` is what the file must still have when it is packed. */
    | { readonly kind: "file"; readonly file: string; readonly size: number }
    | { readonly kind: "bytes"; readonly bytes: Uint8Array };
}

export interface ArchiveOptions {
  /** In any order; they are written sorted by the bytes of their paths. */
  readonly entries: readonly ArchiveEntry[];
  /** The one time that every entry gets, in seconds since 1970. */
  readonly mtimeSeconds: number;
  /** Where the archive ends up. What is there is replaced, and only by a whole archive. */
  readonly file: string;
  /** 0 and 0 unless given. */
  readonly owner?: { readonly uid: number; readonly gid: number } | undefined;
  /** Of the compression, 1 to 9; 6 unless given. */
  readonly level?: number | undefined;
  /** Stops the work; nothing is left of it. */
  readonly signal?: AbortSignal | undefined;
}

/** What was written, with digests as 64 hexadecimal digits without a prefix. */
export interface WrittenArchive {
  /** Of the compressed file. */
  readonly sha256: string;
  /** Of the tar inside, which no version of zlib changes. */
  readonly tarSha256: string;
  /** Bytes of the compressed file. */
  readonly size: number;
  readonly tarSize: number;
  /** The files, without the folders, sorted by the bytes of their paths. */
  readonly files: readonly WrittenFile[];
}

export interface WrittenFile {
  readonly path: string;
  readonly mode: number;
  readonly size: number;
  readonly sha256: string;
}
