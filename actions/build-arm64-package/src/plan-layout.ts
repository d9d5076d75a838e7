import { compareBytes } from "./compare-bytes.ts";
import { parseGlob, type Glob } from "./glob.ts";
import type { SourcePlan } from "./package-plan.ts";

const FOLDER_MODE = 0o755;

/** What a source of the layout turned out to be. */
export type FoundSource =
  | { readonly kind: "missing" }
  /** It cannot be taken, such as a tree with a link that leads out of it. */
  | { readonly kind: "refused"; readonly reason: string }
  /** It is made by a command that has not run: in a plan only. */
  | { readonly kind: "later" }
  | { readonly kind: "file"; readonly file: string; readonly size: number }
  | { readonly kind: "tree"; readonly files: readonly TreeFile[] };

export interface TreeFile {
  /** Below the root, with forward slashes. */
  readonly path: string;
  readonly file: string;
  readonly size: number;
}

/** One thing of the package. `path` is below the archive's folder. */
export interface LayoutEntry {
  readonly path: string;
  readonly mode: number;
  /** Where it comes from, for messages. */
  readonly origin: string;
  readonly content:
    | { readonly kind: "folder" }
    | { readonly kind: "file"; readonly file: string; readonly size: number }
    | { readonly kind: "bytes"; readonly bytes: Uint8Array }
    | { readonly kind: "later" };
}

export interface LayoutParts {
  readonly sources: readonly { readonly source: SourcePlan; readonly found: FoundSource }[];
  /** Binaries, edited and generated files: what is made for the package alone. */
  readonly made: readonly LayoutEntry[];
  readonly emptyFolders: readonly string[];
}

export type LayoutPlan =
  | { readonly kind: "planned"; readonly entries: readonly LayoutEntry[] }
  | { readonly kind: "refused"; readonly problems: readonly string[] };

/**
 * Gives each file its place in the package, or names every problem at once. Modes come from the manifest, never from the
 * disk.
 */
export function planLayout({ sources, made, emptyFolders }: LayoutParts): LayoutPlan {
  const problems: string[] = [];
  const files = [...made, ...sources.flatMap(({ source, found }) => place(source, found, problems))];
  const empty = emptyFolders.map((path, index) => folder(path, `empty-folders[${index}]`));
  const entries = withParents([...files, ...empty]);
  problems.push(...strangeNames(files), ...clashes([...files, ...empty]), ...filledFolders(files, empty));
  if (files.length === 0 && problems.length === 0) problems.push("the package would hold no file");
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "planned", entries };
}

function place(source: SourcePlan, found: FoundSource, problems: string[]): LayoutEntry[] {
  const { from, to, mode, place: where } = source;
  const origin = `${where} (${from})`;
  switch (found.kind) {
    case "missing":
      problems.push(`${origin}: is not in the workspace`);
      return [];
    case "refused":
      problems.push(`${origin}: ${found.reason}`);
      return [];
    case "later":
      return [{ path: to, mode, origin, content: { kind: "later" } }];
    case "file":
      if (source.include.length + source.exclude.length > 0)
        problems.push(`${origin}: is a file; include and exclude are for folders`);
      return [{ path: to, mode, origin, content: found }];
    case "tree":
      return choose(source, found.files, problems).map(({ path, file, size }) => ({
        path: `${to}/${path}`,
        mode,
        origin,
        content: { kind: "file", file, size },
      }));
  }
}

/** The files that include and exclude leave. A pattern of include that finds nothing is a mistake, and so is an empty rest. */
function choose(source: SourcePlan, files: readonly TreeFile[], problems: string[]): readonly TreeFile[] {
  const include = source.include.map(parseGlob);
  const exclude = source.exclude.map(parseGlob);
  const matched = (globs: readonly Glob[], path: string) => globs.some((glob) => glob.matches(path));
  const origin = `${source.place} (${source.from})`;
  for (const glob of include) {
    if (!files.some(({ path }) => glob.matches(path)))
      problems.push(`${origin}: include "${glob.pattern}" finds nothing`);
  }
  const left = files.filter(({ path }) => (include.length === 0 || matched(include, path)) && !matched(exclude, path));
  if (left.length === 0)
    problems.push(`${origin}: gives no file${files.length > 0 ? " after include and exclude" : ""}`);
  return left;
}

/** Control characters and backslashes are legal on this disk and break elsewhere. */
function strangeNames(files: readonly LayoutEntry[]): string[] {
  return files
    .filter(({ path }) => /[\\\p{Cc}]/u.test(path))
    .map(({ path, origin }) => `${origin}: the name ${JSON.stringify(path)} has a backslash or a control character`);
}

/** Two things with one path, or with paths that are one where case does not count (macOS, Windows). */
function clashes(entries: readonly LayoutEntry[]): string[] {
  const byName = new Map<string, { readonly path: string; readonly origin: string; readonly folder: boolean }>();
  const problems: string[] = [];
  for (const { path, origin, content } of withParents(entries)) {
    const key = path.normalize("NFC").toLowerCase();
    const other = byName.get(key);
    const isFolder = content.kind === "folder";
    if (other === undefined) byName.set(key, { path, origin, folder: isFolder });
    else if (other.path === path && other.folder !== isFolder)
      problems.push(
        `${path}: is a file of ${isFolder ? other.origin : origin} and a folder of ${isFolder ? origin : other.origin}`,
      );
    else if (other.path === path && !isFolder) problems.push(`${path}: comes from ${other.origin} and from ${origin}`);
    else if (other.path !== path) problems.push(`${path} and ${other.path} are one name where case does not count`);
  }
  return problems;
}

function filledFolders(files: readonly LayoutEntry[], empty: readonly LayoutEntry[]): string[] {
  return empty.flatMap(({ path, origin }) => {
    const inside = files.find((file) => file.path.startsWith(`${path}/`));
    return inside === undefined
      ? []
      : [`${origin}: ${path} is to be empty and ${inside.origin} puts ${inside.path} there`];
  });
}

/** The entries with every folder above them, sorted by bytes; each folder comes before what is in it. */
function withParents(entries: readonly LayoutEntry[]): LayoutEntry[] {
  const folders = new Map<string, LayoutEntry>();
  for (const { path, origin } of entries) {
    const parts = path.split("/");
    for (let depth = 1; depth < parts.length; depth += 1) {
      const parent = parts.slice(0, depth).join("/");
      if (!folders.has(parent)) folders.set(parent, folder(parent, origin));
    }
  }
  for (const { path, content } of entries) if (content.kind === "folder") folders.delete(path);
  return [...folders.values(), ...entries].toSorted((left, right) => compareBytes(left.path, right.path));
}

function folder(path: string, origin: string): LayoutEntry {
  return { path, mode: FOLDER_MODE, origin, content: { kind: "folder" } };
}
