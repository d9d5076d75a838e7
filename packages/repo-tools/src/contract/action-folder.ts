import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Manifest, parseManifest } from "../imports/manifest.ts";
import { findFiles, readText } from "../repository.ts";
import { type ActionMetadata, parseActionMetadata } from "./action-metadata.ts";

/** What the contract needs of one entry of `fields` in inputs.ts. */
export interface DeclaredField {
  readonly optional: boolean;
  readonly secret: boolean;
  readonly parse: (text: string) => { readonly kind: string; readonly problem?: string };
}

/** One action with everything that the contract compares. */
export interface ActionFolder {
  readonly name: string;
  /** From the root: actions/<name>. */
  readonly path: string;
  readonly metadata: ActionMetadata;
  /** The entries of `fields` by the names of the inputs; undefined when inputs.ts does not export it. */
  readonly fields: Readonly<Record<string, DeclaredField>> | undefined;
  readonly readme: string;
  readonly manifest: Manifest;
  /** The folders that tsconfig.json refers to, as they stand there. */
  readonly references: readonly string[];
  /** The texts of src/ by file name, without tests. */
  readonly sources: ReadonlyMap<string, string>;
  /** The texts of the tests in src/ by file name. */
  readonly tests: ReadonlyMap<string, string>;
}

/** The files that make an action, below its folder. dist/ is compared with the sources elsewhere. */
function requiredFiles(name: string): string[] {
  const sources = ["main", "inputs", "ports", "summary", name].map((each) => `src/${each}.ts`);
  return ["action.yml", "README.md", "package.json", "tsconfig.json", ...sources];
}

/** The required files that are not there. */
export function findMissingFiles(root: string, name: string): string[] {
  const missing = requiredFiles(name).filter((file) => !existsSync(join(root, "actions", name, file)));
  const tests = findFiles(root, `actions/${name}/src`, (file) => file.endsWith(".test.ts"));
  return tests.length > 0 ? missing : [...missing, "src/*.test.ts"];
}

/**
 * Reads an action that has all required files. inputs.ts is loaded, not parsed: what counts is what it exports.
 * Throws when a file cannot be read as what it is.
 */
export async function readActionFolder(root: string, name: string): Promise<ActionFolder> {
  const path = `actions/${name}`;
  const read = (file: string): string => readText(root, `${path}/${file}`);
  const texts = findFiles(root, `${path}/src`, (file) => file.endsWith(".ts")).map(
    (file) => [file.slice(`${path}/src/`.length), readText(root, file)] as const,
  );
  return {
    name,
    path,
    metadata: parseActionMetadata(`${path}/action.yml`, read("action.yml")),
    fields: await loadFields(join(root, path, "src/inputs.ts")),
    readme: read("README.md"),
    manifest: parseManifest(`${path}/package.json`, read("package.json")),
    references: readReferences(read("tsconfig.json")),
    sources: new Map(texts.filter(([file]) => !file.endsWith(".test.ts"))),
    tests: new Map(texts.filter(([file]) => file.endsWith(".test.ts"))),
  };
}

async function loadFields(file: string): Promise<ActionFolder["fields"]> {
  const module = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
  const fields = module["fields"];
  return typeof fields === "object" && fields !== null ? (fields as ActionFolder["fields"]) : undefined;
}

function readReferences(text: string): string[] {
  const { references = [] } = JSON.parse(text) as { readonly references?: readonly { readonly path: string }[] };
  return references.map(({ path }) => path);
}
