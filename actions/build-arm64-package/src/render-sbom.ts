import type { Binary } from "./build-binaries.ts";
import { compareBytes } from "./compare-bytes.ts";
import type { NpmPackage } from "./npm-components.ts";
import type { GoModule } from "./ports.ts";

export interface SbomFacts {
  readonly name: string;
  /** The version, or the commit where there is none. */
  readonly version: string;
  /** As 2026-01-31T12:00:00Z: the build's one time. */
  readonly time: string;
  readonly binaries: readonly Pick<Binary, "to" | "sha256" | "info">[];
  readonly npmPackages: readonly NpmPackage[];
}

interface Component {
  readonly type: "application" | "library";
  readonly "bom-ref": string;
  readonly name: string;
  readonly version: string;
  readonly purl?: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

const ALGORITHMS = new Map([
  ["sha1", "SHA-1"],
  ["sha256", "SHA-256"],
  ["sha384", "SHA-384"],
  ["sha512", "SHA-512"],
]);

/**
 * The bill of materials as CycloneDX 1.6 in JSON: the modules that each binary says it was linked from, and the packages of the
 * web application's lockfile. The same package gives the same text: no random serial number, and the build's own time.
 * https://cyclonedx.org/docs/1.6/json/
 */
export function renderSbom({ name, version, time, binaries, npmPackages }: SbomFacts): string {
  const programs = binaries.map((binary) => ({ binary, modules: modulesOf(binary) }));
  const web = npmPackages.map(npmComponent);
  const components = [
    ...programs.map(({ binary }) => programComponent(binary, version)),
    ...programs.flatMap(({ modules }) => modules),
    ...web,
  ];
  const root = "package";
  const dependencies = [
    { ref: root, dependsOn: [...programs.map(({ binary }) => binary.to), ...refs(web)] },
    ...programs.map(({ binary, modules }) => ({ ref: binary.to, dependsOn: refs(modules) })),
  ];
  const bom = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { timestamp: time, component: { type: "application", "bom-ref": root, name, version } },
    components: sortedOnce(components),
    dependencies: dependencies.map(({ ref, dependsOn }) => ({
      ref,
      dependsOn: [...new Set(dependsOn)].toSorted(compareBytes),
    })),
  };
  return `${JSON.stringify(bom, undefined, 2)}\n`;
}

function programComponent({ to, sha256, info }: SbomFacts["binaries"][number], version: string): Component {
  return {
    type: "application",
    "bom-ref": to,
    name: to.split("/").at(-1) ?? to,
    version,
    hashes: [{ alg: "SHA-256", content: sha256 }],
    properties: [
      { name: "go:package", value: info.path },
      { name: "go:version", value: info.goVersion },
    ],
  };
}

/** The modules that were linked in; of a replaced one its replacement, since that is what is in the binary. */
function modulesOf({ info }: SbomFacts["binaries"][number]): Component[] {
  const standard = { path: "stdlib", version: info.goVersion.replace(/^go/, "").split(" ")[0] ?? "", sum: "" };
  return [standard, ...info.deps].map((dependency) => goComponent(dependency));
}

function goComponent(dependency: GoModule): Component {
  // A replacement by a folder has no version of its own; then the name of what it stands for says more.
  const module =
    dependency.replace !== undefined && dependency.replace.version !== "" ? dependency.replace : dependency;
  const purl = `pkg:golang/${module.path.toLowerCase().split("/").map(encodeURIComponent).join("/")}@${encodeURIComponent(module.version)}`;
  const sum = module.sum === "" ? {} : { properties: [{ name: "go:sum", value: module.sum }] };
  return { type: "library", "bom-ref": purl, name: module.path, version: module.version, purl, ...sum };
}

function npmComponent({ name, version, integrity }: NpmPackage): Component {
  const purl = `pkg:npm/${name.split("/").map(encodeURIComponent).join("/")}@${encodeURIComponent(version)}`;
  const hashes = (integrity ?? "").split(/\s+/).flatMap(hashOf);
  return { type: "library", "bom-ref": purl, name, version, purl, ...(hashes.length > 0 ? { hashes } : {}) };
}

/** `sha512-<base64>` as CycloneDX writes it, in hex. */
function hashOf(integrity: string): { alg: string; content: string }[] {
  const [, algorithm = "", digest = ""] = /^(sha\d+)-([A-Za-z0-9+/]+={0,2})$/.exec(integrity) ?? [];
  const alg = ALGORITHMS.get(algorithm);
  if (alg === undefined) return [];
  const content = Array.from(atob(digest), (letter) => letter.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  return [{ alg, content }];
}

function refs(components: readonly Component[]): string[] {
  return components.map((component) => component["bom-ref"]);
}

function sortedOnce(components: readonly Component[]): Component[] {
  const once = new Map(components.map((component) => [component["bom-ref"], component]));
  return [...once.values()].toSorted((left, right) => compareBytes(left["bom-ref"], right["bom-ref"]));
}
