import { isRecord, member, parseJson, stringMember } from "@fairway/domain";

/** A package of npm that a lockfile pins. */
export interface NpmPackage {
  readonly name: string;
  readonly version: string;
  /** Subresource integrity, such as sha512-…; undefined where the lockfile has none. */
  readonly integrity: string | undefined;
}

export const LOCKFILES = ["package-lock.json", "pnpm-lock.yaml"] as const;

/**
 * The packages that a lockfile of npm or pnpm pins, each version once, without those it marks as needed for development
 * alone.
 */
export async function readLockfile(name: (typeof LOCKFILES)[number], text: string): Promise<readonly NpmPackage[]> {
  const found = name === "package-lock.json" ? npmPackages(parseJson(text)) : pnpmPackages(await parseYaml(text));
  return [...new Map(found.map((one) => [`${one.name}@${one.version}`, one])).values()];
}

async function parseYaml(text: string): Promise<unknown> {
  const { parse } = await import("yaml");
  return parse(text, { maxAliasCount: 100 }) as unknown;
}

/** https://docs.npmjs.com/cli/configuring-npm/package-lock-json: keys are folders, `""` is the project itself. */
function npmPackages(lockfile: unknown): NpmPackage[] {
  const packages = member(lockfile, "packages");
  return Object.entries(isRecord(packages) ? packages : {}).flatMap(([folder, entry]) => {
    const inside = folder.lastIndexOf("node_modules/");
    const version = stringMember(entry, "version");
    if (inside < 0 || version === undefined || member(entry, "link") === true || isForDevelopment(entry)) return [];
    const name = stringMember(entry, "name") ?? folder.slice(inside + "node_modules/".length);
    return [{ name, version, integrity: stringMember(entry, "integrity") }];
  });
}

function isForDevelopment(entry: unknown): boolean {
  return member(entry, "dev") === true || member(entry, "devOptional") === true;
}

/** https://github.com/pnpm/spec/blob/master/lockfile/9.0.md: keys are `name@version`, older ones with a slash in front and peers behind. */
function pnpmPackages(lockfile: unknown): NpmPackage[] {
  const packages = member(lockfile, "packages");
  return Object.entries(isRecord(packages) ? packages : {}).flatMap(([key, entry]) => {
    const [, name, version] = /^\/?(@?[^@]+)@(\d[^()]*)/.exec(key) ?? [];
    if (name === undefined || version === undefined || member(entry, "dev") === true) return [];
    return [{ name, version, integrity: stringMember(member(entry, "resolution"), "integrity") }];
  });
}
