/** A file that names a version, and the way to the files that it may refer to. */
export interface Manifest {
  /** Relative to the repository's root, with forward slashes. */
  readonly path: string;
  readonly content: string;
  /** Text of another file of the same commit, or undefined when there is none. */
  readonly read: (path: string) => Promise<string | undefined>;
  /** The nearest tag at or before the commit that starts with the prefix and goes on with a digit. */
  readonly nearestTag: (prefix: string) => Promise<string | undefined>;
}

/** What a manifest says of its version. One that inherits what is not there, or computes it, does not say it. */
export type Found =
  | { readonly kind: "version"; readonly text: string }
  | { readonly kind: "absent"; readonly why: string };

/** The found version when the value is a text, or why it is none. */
export function foundText(value: unknown, why: string): Found {
  return typeof value === "string" && value !== "" ? { kind: "version", text: value } : { kind: "absent", why };
}

export function absent(why: string): Found {
  return { kind: "absent", why };
}

/** The folder that a path lies in, "" for the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** A path in a folder, "" being the root. */
export function pathIn(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}
