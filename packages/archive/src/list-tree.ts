/** A file or a folder below a root. */
export interface TreeEntry {
  readonly kind: "file" | "folder";
  /** Below the root: `/` between the parts. */
  readonly path: string;
  /** Where its bytes are on disk. */
  readonly file: string;
  /** Bytes; 0 for a folder. */
  readonly size: number;
}

/** Sorted by the bytes of the paths; the root itself is not listed. `root` may be a single file: then the list is that file, with its own name. */
export function listTree(root: string): Promise<readonly TreeEntry[]> {
  return Promise.reject(new Error(`${root} is not listed yet`));
}
