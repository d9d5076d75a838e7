import { member } from "@fairway/domain";
import { parse } from "smol-toml";

import { absent, folderOf, foundText, pathIn, type Found, type Manifest } from "./manifest.ts";

/**
 * `package.version`, through `version.workspace = true` to the workspace's root, or `workspace.package.version` of that
 * root itself. https://doc.rust-lang.org/cargo/reference/workspaces.html#the-package-table
 */
export async function cargoVersion(manifest: Manifest): Promise<Found> {
  const cargo = parse(manifest.content);
  const crate = member(cargo, "package");
  const version = member(crate, "version");
  if (member(version, "workspace") === true) return inherited(manifest, member(crate, "workspace"));
  if (crate === undefined)
    return foundText(workspaceVersion(cargo), "it has neither package.version nor workspace.package.version");
  return foundText(version, "it has no package.version");
}

/** The root is the folder that `package.workspace` names, else the nearest one above with a [workspace] table. */
async function inherited(manifest: Manifest, named: unknown): Promise<Found> {
  const folder = folderOf(manifest.path);
  if (typeof named === "string") return versionOfRoot(manifest, resolve(folder, named));
  for (
    let above: string | undefined = folder;
    above !== undefined;
    above = above === "" ? undefined : folderOf(above)
  ) {
    const content = await manifest.read(pathIn(above, "Cargo.toml"));
    if (content !== undefined && member(parse(content), "workspace") !== undefined)
      return versionOfRoot(manifest, above);
  }
  return absent("package.version is inherited, and no Cargo.toml above has a [workspace]");
}

async function versionOfRoot(manifest: Manifest, folder: string): Promise<Found> {
  const path = pathIn(folder, "Cargo.toml");
  const content = await manifest.read(path);
  if (content === undefined) return absent(`package.version is inherited from "${path}", which is not there`);
  return foundText(
    workspaceVersion(parse(content)),
    `package.version is inherited from "${path}", which has no workspace.package.version`,
  );
}

function workspaceVersion(cargo: unknown): unknown {
  return member(member(member(cargo, "workspace"), "package"), "version");
}

/** A relative path from a folder; what leads above the repository's root stays so and is refused when it is read. */
function resolve(folder: string, relative: string): string {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of relative.split("/")) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
