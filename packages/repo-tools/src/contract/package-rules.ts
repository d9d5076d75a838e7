import { posix } from "node:path";
import type { ActionFolder } from "./action-folder.ts";
import type { Breach } from "./breach.ts";

/**
 * The package is named after the action, and tsconfig.json refers to every package of this repository that it depends
 * on: the build compiles what is referred to, in that order.
 */
export function checkPackage(action: ActionFolder, folders: ReadonlyMap<string, string>): Breach[] {
  const { name, path, manifest } = action;
  const breaches: Breach[] = [];
  if (manifest.name !== `@fairway/${name}`) {
    const message = `"name" must be "@fairway/${name}"; it is "${manifest.name}".`;
    breaches.push({ rule: "package-name", file: `${path}/package.json`, message });
  }
  const wanted = manifest.dependencies.flatMap((each) => folders.get(each) ?? []).sort();
  const given = action.references.map((reference) => posix.join(path, reference)).sort();
  for (const folder of [...wanted, ...given]) {
    if (wanted.includes(folder) && given.includes(folder)) continue;
    const message = wanted.includes(folder)
      ? `"references" must hold ${posix.relative(path, folder)}: package.json depends on it.`
      : `"references" holds ${posix.relative(path, folder)}, which package.json does not depend on.`;
    breaches.push({ rule: "references", file: `${path}/tsconfig.json`, message });
  }
  return breaches;
}
