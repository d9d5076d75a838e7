/** A package's manifest as its YAML file has it, after the schema has let it through: manifest.schema.json. */
export interface Manifest {
  readonly archive: {
    readonly name: string;
    readonly folder: string;
    readonly owner?: { readonly uid: number; readonly gid: number };
  };
  readonly enterprise?: { readonly folder: string };
  readonly commands?: readonly (CommandEntry & { readonly name: string })[];
  readonly web?: CommandEntry & Selection & { readonly node?: string; readonly output: string; readonly to: string };
  readonly go?: { readonly version?: string; readonly builds: readonly GoBuildEntry[] };
  readonly layout?: readonly (Selection & { readonly from: string; readonly to: string; readonly mode?: string })[];
  readonly json?: readonly JsonEntry[];
  readonly generate?: readonly { readonly to: string; readonly mode?: string; readonly text: string }[];
  readonly license?: { readonly from: string; readonly enterprise?: string; readonly to: string };
  readonly "empty-folders"?: readonly string[];
}

export interface CommandEntry {
  readonly folder?: string;
  readonly run: readonly (readonly string[])[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly "pass-environment"?: readonly string[];
}

export interface GoBuildEntry {
  readonly folder?: string;
  readonly package: string;
  readonly to: string;
  readonly tags?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly enterprise?: {
    readonly tags?: readonly string[];
    readonly variables?: Readonly<Record<string, string>>;
  };
  readonly "trim-path"?: boolean;
  readonly strip?: boolean;
  readonly cgo?: boolean;
  readonly "c-compiler"?: string;
}

export interface JsonEntry {
  readonly from: string;
  readonly to: string;
  readonly mode?: string;
  /** By JSON pointer. */
  readonly set: Readonly<Record<string, unknown>>;
}

interface Selection {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}
