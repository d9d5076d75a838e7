import {
  configuration,
  renderImageReference,
  RELEASE_MANIFEST_NAME,
  renderReleaseManifest,
  versionInTag,
} from "@fairway/domain";

import { assetName } from "./asset-name.ts";
import type { CreateReleaseInputs } from "./inputs.ts";
import type { WantedAsset } from "./plan-release.ts";
import type { CreateReleasePorts, LocalFile } from "./ports.ts";

/** An asset with its bytes. The manifest names all others, so it is the one that is uploaded last. */
export interface PreparedAsset extends LocalFile {
  readonly kind: "file" | "checksum" | "manifest";
}

/** GitHub takes no more: https://docs.github.com/en/repositories/releasing-projects-on-github/about-releases */
const MAX_ASSETS = 1000;
const CHECKSUM_ENDING = ".sha256";
/** A line with a digest and a name has a few hundred bytes; what is much larger is no checksum. */
const MAX_CHECKSUM_BYTES = 65_536;

/**
 * All assets, in the order in which they are uploaded: files, their checksums, and last the manifest. Throws for what
 * GitHub would refuse, so that nothing is created before: no file, an empty one, two of one name, too many.
 */
export async function prepareAssets(
  inputs: CreateReleaseInputs,
  ports: CreateReleasePorts,
): Promise<readonly PreparedAsset[]> {
  const found = inputs.files === undefined ? [] : await ports.files.find(inputs.files);
  const files = found.map((file): PreparedAsset => ({ ...file, kind: "file", name: storedName(file, ports) }));
  files.forEach(refuseEmpty);
  const checksums = inputs.checksums ? await missingChecksums(files, ports) : [];
  const attached = [...files, ...checksums];
  refuseClashes(attached);
  refuseCrowd(attached.length + 1);
  return [...attached, prepareManifest(inputs, attached, ports)];
}

/** The manifest over the assets that it names. */
export function prepareManifest(
  inputs: CreateReleaseInputs,
  attached: readonly PreparedAsset[],
  ports: CreateReleasePorts,
): PreparedAsset {
  return generated("manifest", { name: RELEASE_MANIFEST_NAME, text: manifestOf(inputs, attached) }, ports);
}

/** `sha256sum -c` reads: 64 hex digits, two spaces, the name. */
export function checksumLine({ name, digest }: WantedAsset): string {
  return `${digest.slice("sha256:".length)}  ${name}`;
}

function storedName({ name }: LocalFile, { log }: CreateReleasePorts): string {
  const stored = assetName(name);
  if (stored !== name) log.notice(`${name} is attached as ${stored}: GitHub takes no other characters in asset names`);
  return stored;
}

function generated(
  kind: PreparedAsset["kind"],
  { name, text }: { readonly name: string; readonly text: string },
  { digest }: CreateReleasePorts,
): PreparedAsset {
  const content = new TextEncoder().encode(text);
  return { kind, name, size: content.byteLength, digest: digest(content), read: () => content };
}

/** A checksum file for each file but those that have one already, which must be right, and those that are one. */
async function missingChecksums(
  files: readonly PreparedAsset[],
  ports: CreateReleasePorts,
): Promise<readonly PreparedAsset[]> {
  const missing: PreparedAsset[] = [];
  for (const file of files) {
    if (file.name.endsWith(CHECKSUM_ENDING)) continue;
    const name = `${file.name}${CHECKSUM_ENDING}`;
    const given = files.find((other) => other.name === name);
    if (given === undefined) missing.push(generated("checksum", { name, text: `${checksumLine(file)}\n` }, ports));
    else await requireRight(file, given);
  }
  return missing;
}

async function requireRight(file: PreparedAsset, checksum: PreparedAsset): Promise<void> {
  const hex = file.digest.slice("sha256:".length);
  if ((await textOf(checksum)).toLowerCase().includes(hex)) return;
  throw configuration(
    "WRONG_CHECKSUM",
    `${checksum.name} does not hold the sha256 of ${file.name}, which is ${hex}`,
    "Make the checksum after the last change of the file, or leave it to this action.",
  );
}

/** Nothing of what is too large to be a checksum. */
async function textOf({ size, read }: PreparedAsset): Promise<string> {
  if (size > MAX_CHECKSUM_BYTES) return "";
  const content = read();
  const decoder = new TextDecoder();
  if (content instanceof Uint8Array) return decoder.decode(content);
  let text = "";
  for await (const chunk of content) text += decoder.decode(chunk, { stream: true });
  return text;
}

function refuseEmpty({ name, size }: PreparedAsset): void {
  if (size > 0) return;
  throw configuration(
    "EMPTY_FILE",
    `${name} has no bytes, and GitHub takes no empty asset`,
    "Check the step that makes the file, or leave the file out.",
  );
}

function refuseClashes(assets: readonly PreparedAsset[]): void {
  const seen = new Set([RELEASE_MANIFEST_NAME]);
  for (const { name } of assets) {
    if (seen.has(name)) {
      throw configuration(
        "DUPLICATE_ASSET",
        `Two files of the release would both be named ${name}`,
        "Give the files different base names; manifest.json is the release's own.",
      );
    }
    seen.add(name);
  }
}

function refuseCrowd(count: number): void {
  if (count <= MAX_ASSETS) return;
  throw configuration(
    "TOO_MANY_ASSETS",
    `The release would have ${count} assets with checksums and manifest.json; GitHub takes ${MAX_ASSETS}`,
    "Attach fewer files, for instance one archive of them.",
  );
}

function manifestOf(inputs: CreateReleaseInputs, assets: readonly PreparedAsset[]): string {
  return renderReleaseManifest({
    schema: 1,
    tag: inputs.tag,
    version: versionInTag(inputs.tag),
    commit: inputs.commit,
    buildNumber: inputs.buildNumber,
    buildTime: inputs.buildTime,
    prerelease: inputs.prerelease,
    image: inputs.image === undefined ? undefined : renderImageReference(inputs.image),
    imageDigest: inputs.imageDigest,
    promotedFrom: inputs.promotedFrom,
    approvedBy: inputs.approvedBy,
    assets: assets.map(({ name, size, digest }) => ({ name, size, digest })),
  });
}
