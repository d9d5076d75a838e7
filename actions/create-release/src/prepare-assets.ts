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
export interface PreparedAsset extends WantedAsset {
  readonly kind: "file" | "checksum" | "manifest";
  readonly content: Uint8Array;
}

/** GitHub takes no more: https://docs.github.com/en/repositories/releasing-projects-on-github/about-releases */
const MAX_ASSETS = 1000;
const CHECKSUM_ENDING = ".sha256";

/**
 * All assets, in the order in which they are uploaded: files, their checksums, and last the manifest. Throws for what
 * GitHub would refuse, so that nothing is created before: no file, an empty one, two of one name, too many.
 */
export async function prepareAssets(
  inputs: CreateReleaseInputs,
  ports: CreateReleasePorts,
): Promise<readonly PreparedAsset[]> {
  const found = inputs.files === undefined ? [] : await ports.files.find(inputs.files);
  const files = found.map((file) => prepare("file", renamed(file, ports), ports));
  files.forEach(refuseEmpty);
  const checksums = inputs.checksums ? missingChecksums(files, ports) : [];
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
  return prepare("manifest", manifestOf(inputs, attached), ports);
}

/** `sha256sum -c` reads: 64 hex digits, two spaces, the name. */
export function checksumLine({ name, digest }: WantedAsset): string {
  return `${digest.slice("sha256:".length)}  ${name}`;
}

function renamed({ name, content }: LocalFile, { log }: CreateReleasePorts): LocalFile {
  const stored = assetName(name);
  if (stored !== name) log.notice(`${name} is attached as ${stored}: GitHub takes no other characters in asset names`);
  return { name: stored, content };
}

function prepare(kind: PreparedAsset["kind"], file: LocalFile, { digest }: CreateReleasePorts): PreparedAsset {
  const { name, content } = file;
  return { kind, name, content, size: content.byteLength, digest: digest(content) };
}

/** A checksum file for each file but those that have one already, which must be right, and those that are one. */
function missingChecksums(files: readonly PreparedAsset[], ports: CreateReleasePorts): PreparedAsset[] {
  return files
    .filter(({ name }) => !name.endsWith(CHECKSUM_ENDING))
    .flatMap((file) => {
      const name = `${file.name}${CHECKSUM_ENDING}`;
      const given = files.find((other) => other.name === name);
      if (given !== undefined) requireRight(file, given);
      const content = new TextEncoder().encode(`${checksumLine(file)}\n`);
      return given === undefined ? [prepare("checksum", { name, content }, ports)] : [];
    });
}

function requireRight(file: PreparedAsset, checksum: PreparedAsset): void {
  const hex = file.digest.slice("sha256:".length);
  if (new TextDecoder().decode(checksum.content).toLowerCase().includes(hex)) return;
  throw configuration(
    "WRONG_CHECKSUM",
    `${checksum.name} does not hold the sha256 of ${file.name}, which is ${hex}`,
    "Make the checksum after the last change of the file, or leave it to this action.",
  );
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

function manifestOf(inputs: CreateReleaseInputs, assets: readonly PreparedAsset[]): LocalFile {
  const text = renderReleaseManifest({
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
  return { name: RELEASE_MANIFEST_NAME, content: new TextEncoder().encode(text) };
}
