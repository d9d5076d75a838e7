import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseActionMetadata } from "../contract/action-metadata.ts";
import { pascalCase } from "../contract/declared-outputs.ts";
import { replaceTables } from "../contract/readme-tables.ts";
import { readFolder } from "../bundles/folder-contents.ts";

const TEMPLATE = join(import.meta.dirname, "../../template");

/**
 * Writes the folder of a new action below `root` and returns the paths it wrote. Everything that a person has to decide
 * is marked TODO, and the contract refuses the action for as long as one is left.
 * Throws when the name or the sentence is not in the form that every action has, or when the action exists.
 */
export function scaffoldAction(root: string, name: string, sentence: string): string[] {
  refuseBadRequest(root, name, sentence);
  const files = [...readFolder(TEMPLATE)].map(([path, bytes]) => {
    const target = `actions/${name}/${path.replace(/\.template$/, "").replace("verb-noun", name)}`;
    return [target, fillIn(bytes.toString(), name, sentence)] as const;
  });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  writeTables(join(root, "actions", name));
  return files.map(([path]) => path);
}

function refuseBadRequest(root: string, name: string, sentence: string): void {
  if (!/^[a-z]+(-[a-z0-9]+)+$/.test(name)) {
    throw new Error(
      `"${name}" is not a verb and a noun in lower case, joined by dashes. Take a name such as tag-image.`,
    );
  }
  if (!/^[A-Z][^\n]{9,119}\.$/.test(sentence)) {
    throw new Error(
      `"${sentence}" is not one sentence of 10 to 120 characters. Say what the action does: "Tags an image."`,
    );
  }
  if (existsSync(join(root, "actions", name))) {
    throw new Error(`actions/${name} exists already. Choose another name, or change what is there.`);
  }
}

function fillIn(text: string, name: string, sentence: string): string {
  const pascal = pascalCase(name);
  return text
    .replaceAll("verb-noun", name)
    .replaceAll("VerbNoun", pascal)
    .replaceAll("verbNoun", `${pascal.charAt(0).toLowerCase()}${pascal.slice(1)}`)
    .replaceAll("One sentence.", sentence);
}

function writeTables(folder: string): void {
  const metadata = parseActionMetadata("action.yml", readFileSync(join(folder, "action.yml"), "utf8"));
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  writeFileSync(join(folder, "README.md"), replaceTables(readme, metadata).text);
}
