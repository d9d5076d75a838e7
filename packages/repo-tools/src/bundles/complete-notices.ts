import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BundledPackage } from "./bundled-packages.ts";

/**
 * The licence texts of a bundle with those that the bundler's own collector leaves out: it does not see a package that is
 * patched. Most licences allow copies only with their notice. Throws for a package that has no licence file.
 */
export function completeNotices(collected: string, packages: readonly BundledPackage[]): string {
  const named = new Set(collected.split("\n"));
  const missing = packages.filter(({ name }) => !named.has(name));
  return [collected.trimEnd(), ...missing.map(renderNotice)]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function renderNotice({ name, license, folder }: BundledPackage): string {
  const file = readdirSync(folder).find((each) => /^licen[cs]e(\.(md|txt))?$/i.test(each));
  if (file === undefined) throw new Error(`${folder} has no licence file, so its notice cannot go with the bundle.`);
  return `${name}\n${license}\n${readFileSync(join(folder, file), "utf8").trim()}`;
}
