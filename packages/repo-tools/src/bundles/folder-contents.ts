import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** The files of a folder by their path in it, with forward slashes. */
export type FolderContents = ReadonlyMap<string, Buffer>;

/** One file that is not as it should be. */
export interface Difference {
  readonly path: string;
  readonly kind: "differs" | "missing" | "unexpected";
}

/** Reads all files of a folder; a folder that does not exist has none. */
export function readFolder(folder: string): FolderContents {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.sort().map((file) => [relative(folder, file).split(sep).join("/"), readFileSync(file)]));
}

/** Compares byte for byte; a file too many counts as much as one too few. */
export function compareContents(expected: FolderContents, actual: FolderContents): Difference[] {
  const paths = [...new Set([...expected.keys(), ...actual.keys()])].sort();
  return paths.flatMap((path): Difference[] => {
    const [wanted, found] = [expected.get(path), actual.get(path)];
    if (wanted === undefined) return [{ path, kind: "unexpected" }];
    if (found === undefined) return [{ path, kind: "missing" }];
    return wanted.equals(found) ? [] : [{ path, kind: "differs" }];
  });
}

/** Makes a folder hold exactly these files and returns what had to change; equal files are not touched. */
export function writeContents(folder: string, contents: FolderContents): Difference[] {
  const differences = compareContents(contents, readFolder(folder));
  for (const { path } of differences) {
    const file = join(folder, path);
    const bytes = contents.get(path);
    if (bytes === undefined) {
      rmSync(file);
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return differences;
}
