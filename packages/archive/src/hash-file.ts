export interface FileDigest {
  /** 64 hexadecimal digits without a prefix. */
  readonly sha256: string;
  readonly size: number;
}

export function hashFile(file: string): Promise<FileDigest> {
  return Promise.reject(new Error(`${file} is not read yet`));
}
