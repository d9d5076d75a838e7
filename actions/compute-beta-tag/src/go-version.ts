import { absent, folderOf, type Found, type Manifest } from "./manifest.ts";

/**
 * A Go module has its version in the tags: the nearest `v…` at or before the commit; a module in a folder has the folder in
 * its tags. https://go.dev/ref/mod#vcs-version
 */
export async function goVersion({ path, nearestTag }: Manifest): Promise<Found> {
  const folder = folderOf(path);
  const prefix = folder === "" ? "v" : `${folder}/v`;
  const tag = await nearestTag(prefix);
  if (tag === undefined)
    return absent(`a Go module has its version in git tags, and no tag ${prefix}… is at or before the commit`);
  return { kind: "version", text: tag.slice(prefix.length) };
}
