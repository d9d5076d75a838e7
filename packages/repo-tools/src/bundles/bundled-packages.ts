import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A package from the registry whose code is in a bundle. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As its package.json says, an SPDX expression. */
  readonly license: string;
  /** Where it is installed. */
  readonly folder: string;
}

/** What the bundler says of the modules that it wrote: the file of each, and those that it merged into it. */
export interface BundleStats {
  readonly modules: readonly ModuleStats[];
}

interface ModuleStats {
  /** The absolute path of the file, unless the module is none. */
  readonly nameForCondition?: string | null;
  /** Read, but not written by itself: merged into another module, or left out. */
  readonly orphan?: boolean;
  readonly modules?: readonly ModuleStats[];
}

/** The packages of which at least one module was written, each once, by name and version. */
export function readBundledPackages({ modules }: BundleStats): BundledPackage[] {
  const written = modules.filter(({ orphan }) => orphan !== true).flatMap(filesOf);
  const folders = new Set(written.flatMap((file) => packageFolder(file) ?? []));
  return [
    ...new Map([...folders].map(readPackage).map((each) => [`${each.name}@${each.version}`, each])).values(),
  ].sort(byNameAndVersion);
}

function filesOf(module: ModuleStats): string[] {
  const own = typeof module.nameForCondition === "string" ? [module.nameForCondition] : [];
  return [...own, ...(module.modules ?? []).flatMap(filesOf)];
}

/** The folder below the last node_modules; the packages of this repository are in none. */
function packageFolder(file: string): string | undefined {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/s.exec(file)?.[0];
}

function readPackage(folder: string): BundledPackage {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Partial<BundledPackage>;
  const { name, version, license } = manifest;
  if (name !== undefined && version !== undefined && typeof license === "string")
    return { name, version, license, folder };
  throw new Error(`${folder} does not say its name, its version and its licence. What is bundled must say all three.`);
}

function byNameAndVersion(left: BundledPackage, right: BundledPackage): number {
  const [one, other] = [`${left.name}@${left.version}`, `${right.name}@${right.version}`];
  return one < other ? -1 : Number(one > other);
}
