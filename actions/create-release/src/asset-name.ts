/**
 * The name under which a file is attached. GitHub renames assets on its own (special characters become dots, dots at
 * either end go), so the name is made safe before: checksums and manifest.json then name what people download.
 * https://docs.github.com/en/rest/releases/assets#upload-a-release-asset
 */
export function assetName(fileName: string): string {
  const dotted = fileName
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^0-9A-Za-z._+@-]+/g, ".")
    .replaceAll(/\.{2,}/g, ".")
    .replace(/\.$/, "");
  return dotted === "" || dotted.startsWith(".") ? `default${dotted}` : dotted;
}
