import {
  configuration,
  renderImageReference,
  RELEASE_MANIFEST_NAME,
  renderReleaseManifest,
  versionInTag,
  type Digest,
  type Release,
} from "@fairway/domain";

import { previousRelease } from "./choose-latest.ts";
import type { CreateReleaseInputs } from "./inputs.ts";
import type { WantedAsset } from "./plan-release.ts";
import type { CreateReleasePorts, LocalFile } from "./ports.ts";

/** An asset with its bytes. */
export interface PreparedAsset extends WantedAsset {
  readonly content: Uint8Array;
}

const MAX_NOTES_BYTES = 500_000;

/** All assets, in the order in which they are uploaded: files, their checksums, and last the manifest that names them all. */
export async function prepareAssets(
  inputs: CreateReleaseInputs,
  ports: CreateReleasePorts,
): Promise<readonly PreparedAsset[]> {
  const files = inputs.files === undefined ? [] : await ports.files.find(inputs.files);
  const described = files.map((file) => describe(file, ports.digest));
  const checksums = inputs.checksums ? described.map((file) => describe(checksumOf(file), ports.digest)) : [];
  const attached = [...described, ...checksums];
  refuseClashes(attached);
  return [...attached, describe(manifestOf(inputs, attached), ports.digest)];
}

/** The notes as the release will have them. */
export async function prepareNotes(
  inputs: CreateReleaseInputs,
  releases: readonly Release[],
  ports: CreateReleasePorts,
): Promise<string> {
  const written = inputs.notes ?? (inputs.notesFile === undefined ? "" : await notesIn(inputs.notesFile, ports));
  if (!inputs.generateNotes) return written;
  const generated = await ports.releases.generateNotes(
    inputs.tag,
    inputs.previousTag ?? previousRelease(inputs.tag, releases),
  );
  return [written, generated].filter((part) => part !== "").join("\n\n");
}

async function notesIn(path: string, { files }: CreateReleasePorts): Promise<string> {
  const text = await files.readText(path, MAX_NOTES_BYTES);
  if (text !== undefined) return text;
  throw configuration(
    "NO_NOTES_FILE",
    `notes-file "${path}" is not in the workspace`,
    "Check the path, relative to the repository's root.",
  );
}

function describe({ name, content }: LocalFile, digest: (content: Uint8Array) => Digest): PreparedAsset {
  return { name, content, size: content.byteLength, digest: digest(content) };
}

/** `sha256sum -c` reads: 64 hex digits, two spaces, the base name. */
function checksumOf({ name, digest }: PreparedAsset): LocalFile {
  return { name: `${name}.sha256`, content: new TextEncoder().encode(`${digest.slice("sha256:".length)}  ${name}\n`) };
}

function manifestOf(inputs: CreateReleaseInputs, assets: readonly PreparedAsset[]): LocalFile {
  const text = renderReleaseManifest({
    schema: 1,
    tag: inputs.tag,
    version: versionInTag(inputs.tag),
    commit: inputs.commit,
    prerelease: inputs.prerelease,
    image: inputs.image === undefined ? undefined : renderImageReference(inputs.image),
    imageDigest: inputs.imageDigest,
    promotedFrom: inputs.promotedFrom,
    assets: assets.map(({ name, size, digest }) => ({ name, size, digest })),
  });
  return { name: RELEASE_MANIFEST_NAME, content: new TextEncoder().encode(text) };
}

function refuseClashes(assets: readonly PreparedAsset[]): void {
  const names = [...assets.map(({ name }) => name), RELEASE_MANIFEST_NAME];
  const clash = names.find((name, index) => names.indexOf(name) !== index);
  if (clash === undefined) return;
  throw configuration(
    "DUPLICATE_ASSET",
    `Two files of the release would both be named ${clash}`,
    "Give the files different base names; manifest.json is the release's own.",
  );
}
