import type { Manifest } from "./manifest.ts";
import type { PlacedFile } from "./places.ts";
import type { ModuleImport } from "./read-imports.ts";
import type { ImportTarget } from "./resolve-import.ts";

/** One import with everything that a rule looks at. */
export interface ImportCase {
  readonly from: PlacedFile;
  readonly found: ModuleImport;
  readonly target: ImportTarget;
  readonly manifests: ReadonlyMap<string, Manifest>;
}

/** Returns why the import is refused and where it belongs, or undefined when the rule has nothing against it. */
export type ImportRule = (each: ImportCase) => string | undefined;
