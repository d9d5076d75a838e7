import type { ImportCase, ImportRule } from "./import-case.ts";
import { describePlace, placeFile, type PlacedFile } from "./places.ts";
import type { ModuleImport } from "./read-imports.ts";
import { refuseUndeclared } from "./undeclared-rule.ts";

/** The rules in the order in which they are asked; the first that refuses an import names it. */
export const IMPORT_RULES: readonly (readonly [rule: string, refuse: ImportRule])[] = [
  ["R9", refuseBuildOutput],
  ["R1", refuseImpureDomain],
  ["R2", refuseToolkitOutsideKit],
  ["R3", refuseForeignSdk],
  ["R5", refuseMain],
  ["R6", refuseAction],
  ["R8", refuseTestFiles],
  ["R8", refuseTestPackages],
  ["R9", refuseDeepImport],
  ["R4", refuseAdapterInActionCore],
  ["R7", refuseAdapterInAdapter],
  ["R10", refuseBuiltin],
  ["undeclared", refuseUndeclared],
];

/** The packages that own an SDK. The first of the owners is where new code belongs. */
const SDK_OWNERS: readonly (readonly [sdk: RegExp, owners: readonly string[]])[] = [
  [/^@actions\/github$/, ["packages/github", "packages/action-kit"]],
  [/^(@octokit\/.*|octokit)$/, ["packages/github"]],
  [/^(@aws-sdk|@smithy)\//, ["packages/aws"]],
  [/^@actions\/(exec|tool-cache|io)$/, ["packages/process"]],
];

/** Libraries that only compute, so that the core of an action may use them as it uses the language. */
const PURE_LIBRARIES = ["@cfworker/json-schema", "@rgrove/parse-xml", "semver", "smol-toml", "yaml"];

function refuseBuildOutput({ target }: ImportCase): string | undefined {
  const path = target.kind === "file" ? target.path : target.kind === "workspace" ? target.subpath : "";
  const built = path.split("/").find((part) => part === "dist" || part === "lib");
  if (built === undefined) return undefined;
  return `${built}/ is build output and nobody imports it; import the package by its name, or start the bundle as a process`;
}

function refuseImpureDomain({ from, target }: ImportCase): string | undefined {
  if (from.test || from.place.kind !== "domain") return undefined;
  if (target.kind === "file" || (target.kind === "external" && target.name === "semver")) return undefined;
  return "packages/domain is pure and imports only semver; declare a port here and fulfil it in an adapter package";
}

function refuseToolkitOutsideKit({ from, target }: ImportCase): string | undefined {
  if (target.kind !== "external" || target.name !== "@actions/core" || from.place.kind === "action-kit")
    return undefined;
  return "@actions/core is used by packages/action-kit alone; take a port (Log, inputs, outputs) from there";
}

function refuseForeignSdk({ from, target }: ImportCase): string | undefined {
  // A test may hold the embedded world against the unmodified SDK.
  if (from.test || target.kind !== "external") return undefined;
  const owners = SDK_OWNERS.find(([sdk]) => sdk.test(target.name))?.[1];
  if (owners === undefined || owners.includes(from.place.folder)) return undefined;
  return `${target.name} is used by ${owners.join(" and ")} alone; add what is missing to the adapter there`;
}

function refuseMain({ from, target }: ImportCase): string | undefined {
  if (target.kind !== "file" || !/^actions\/[^/]+\/src\/main\.ts$/.test(target.path)) return undefined;
  return `main.ts composes the action and starts it at once, so nobody imports it (${describePlace(from.place)} does)`;
}

function refuseAction({ from, target }: ImportCase): string | undefined {
  const folder = target.kind === "workspace" ? target.folder : target.kind === "file" ? target.path : "";
  const action = /^actions\/[^/]+/.exec(folder)?.[0];
  if (action === undefined || action === from.place.folder) return undefined;
  return `an action is imported by nobody; move what is shared from ${action} to packages/domain`;
}

function refuseTestFiles({ from, target }: ImportCase): string | undefined {
  if (from.test || target.kind !== "file" || !placeFile(target.path).test) return undefined;
  return `${target.path} is for tests; what runs imports nothing of them`;
}

function refuseTestPackages({ from, target }: ImportCase): string | undefined {
  if (from.test || target.kind !== "workspace" || target.folder === from.place.folder) return undefined;
  const { kind } = placeFile(`${target.folder}/src/index.ts`).place;
  if (kind !== "testbed" && kind !== "rehearse" && kind !== "repo-tools") return undefined;
  if (kind === "testbed" && from.place.kind === "rehearse") return undefined;
  return `${target.folder} is for tests${kind === "testbed" ? " and packages/rehearse" : ""}; move what is needed at run time to packages/domain`;
}

function refuseDeepImport({ from, target, manifests }: ImportCase): string | undefined {
  if (target.kind === "computed") return refuseComputed(from);
  if (target.kind === "workspace") {
    if (manifests.get(target.folder)?.exportedPaths.includes(target.subpath) === true) return undefined;
    return `${target.subpath} is inside ${target.folder}; import what it exports: ${target.name}`;
  }
  if (target.kind !== "file" || placeFile(target.path).place.folder === from.place.folder) return undefined;
  return `the path leaves ${describePlace(from.place)}; import the other package by its name and declare it in package.json`;
}

function refuseComputed(from: PlacedFile): string | undefined {
  if (from.test || from.place.kind === "repo-tools" || from.place.kind === "rehearse") return undefined;
  return "the imported name is computed, so no rule can be checked; write it as a string";
}

function refuseAdapterInActionCore({ from, found, target }: ImportCase): string | undefined {
  if (from.test || from.place.kind !== "action" || from.place.main) return undefined;
  if (target.kind === "workspace") return refusePackageInActionCore(found, target.folder);
  if (target.kind !== "external" || PURE_LIBRARIES.includes(target.name)) return undefined;
  return `inside an action only main.ts imports a library with effects (pure ones: ${PURE_LIBRARIES.join(", ")}); describe what is needed in ports.ts`;
}

function refusePackageInActionCore(found: ModuleImport, folder: string): string | undefined {
  const { kind } = placeFile(`${folder}/src/index.ts`).place;
  if (kind === "domain") return undefined;
  if (kind !== "action-kit")
    return `inside an action only main.ts imports ${folder}; describe what is needed in ports.ts`;
  return found.typeOnly
    ? undefined
    : "inside an action only main.ts imports values of packages/action-kit; use `import type`";
}

function refuseAdapterInAdapter({ from, target }: ImportCase): string | undefined {
  const isAdapter = from.place.kind === "adapter" || from.place.kind === "action-kit";
  if (from.test || !isAdapter || target.kind !== "workspace" || target.folder === from.place.folder) return undefined;
  if (placeFile(`${target.folder}/src/index.ts`).place.kind === "domain") return undefined;
  return `${from.place.folder} imports packages/domain and its SDK alone, not even types of ${target.folder}; take a port of packages/domain and let main.ts compose the two`;
}

function refuseBuiltin({ from, target }: ImportCase): string | undefined {
  if (from.test || from.place.kind !== "action" || target.kind !== "builtin") return undefined;
  return `inside an action nothing uses ${target.name}; describe what is needed in ports.ts and fulfil it in an adapter package`;
}
