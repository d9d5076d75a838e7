/**
 * The name under which GitHub keeps an asset. Runs of characters other than letters, digits and `. _ - + @` become one
 * dot, dots in a row become one, a dot at the end goes, and a name that starts with a dot gets `default` before it.
 * The rule is not documented in full: https://docs.github.com/rest/releases/assets#upload-a-release-asset
 */
export function storedAssetName(name: string): string {
  const dotted = name
    .normalize("NFKD")
    .replaceAll(/[^\w.+@-]+/g, ".")
    .replaceAll(/\.{2,}/g, ".")
    .replace(/\.$/, "");
  return dotted === "" || dotted.startsWith(".") ? `default${dotted}` : dotted;
}
