import type { BundledPackage } from "./bundled-packages.ts";

/**
 * The list of what is in a bundle beside this repository's own code, as CycloneDX 1.6 JSON. It has no time and no serial
 * number, which the format allows, so that the same bundle always gives the same bytes.
 * Format: https://cyclonedx.org/docs/1.6/json/
 */
export function renderSbom(action: string, packages: readonly BundledPackage[]): string {
  const sbom = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: { type: "application", "bom-ref": action, name: action, licenses: licensesOf("Apache-2.0") },
    },
    components: packages.map(({ name, version, license }) => ({
      type: "library",
      "bom-ref": packageUrl(name, version),
      name,
      version,
      licenses: licensesOf(license),
      purl: packageUrl(name, version),
    })),
  };
  return `${JSON.stringify(sbom, null, 2)}\n`;
}

/** A single licence by its identifier, a choice of several as the expression that it is. */
function licensesOf(license: string): object[] {
  return [/^[\w.+-]+$/.test(license) ? { license: { id: license } } : { expression: license }];
}

/** https://github.com/package-url/purl-spec/blob/main/types-doc/npm-definition.md */
function packageUrl(name: string, version: string): string {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}
