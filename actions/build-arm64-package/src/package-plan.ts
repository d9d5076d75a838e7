/** A manifest with its fields filled in and its edition decided: what is to be built, and from where each file comes. */
export interface PackagePlan {
  /** Without .tar.gz. */
  readonly name: string;
  readonly folder: string;
  readonly owner: { readonly uid: number; readonly gid: number };
  readonly enterprise: boolean;
  readonly goVersion: string | undefined;
  readonly nodeVersion: string | undefined;
  readonly commands: readonly CommandPlan[];
  readonly builds: readonly BuildPlan[];
  readonly sources: readonly SourcePlan[];
  readonly edits: readonly EditPlan[];
  readonly texts: readonly { readonly to: string; readonly mode: number; readonly text: string }[];
  readonly emptyFolders: readonly string[];
}

export interface CommandPlan {
  readonly name: string;
  readonly folder: string;
  readonly run: readonly (readonly string[])[];
  readonly environment: Readonly<Record<string, string>>;
  readonly inherit: readonly string[];
  /** Folder that the commands must fill. */
  readonly output: string | undefined;
}

export interface BuildPlan {
  readonly folder: string;
  readonly package: string;
  /** In the package. */
  readonly to: string;
  /** Sorted, each once. */
  readonly tags: readonly string[];
  /** Sorted by name. */
  readonly variables: readonly (readonly [name: string, value: string])[];
  readonly trimPath: boolean;
  readonly strip: boolean;
  readonly cgo: boolean;
  readonly cCompiler: string | undefined;
}

/** A file or a folder of the workspace that goes into the package as it is. */
export interface SourcePlan {
  /** Where the manifest says so, such as `layout[2]`. */
  readonly place: string;
  readonly from: string;
  readonly to: string;
  readonly mode: number;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export interface EditPlan {
  readonly place: string;
  readonly from: string;
  readonly to: string;
  readonly mode: number;
  readonly set: readonly (readonly [pointer: string, value: unknown])[];
}
