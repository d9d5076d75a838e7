import type { GoBuildInfo } from "./go-build-info.ts";

/** Undefined when the file is no binary of Go 1.18 or later. */
export function readGoBuildInfo(file: string): Promise<GoBuildInfo | undefined> {
  return Promise.reject(new Error(`${file} is not read yet`));
}
